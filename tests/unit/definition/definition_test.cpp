// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "definition/read.hpp"
#include "unit/definition/folder.hpp"

namespace tilstand::definition {
namespace {

const std::string report =
    "format = 1\n[report]\nname = \"n\"\ntitle = \"{{ a.title }}\"\ndate = 2022-06-15\nlanguage = \"nb\"\n"
    "theme = \"theme.toml\"\nfonts = \"../fonts\"\nlanguages = \"lang\"\neditions = \"editions\"\n";  // ten lines
const std::string part = "[[part]]\ntitle = \"P\"\nmaster = \"text\"\n";

struct Read {
  Folder folder;
  std::optional<Definition> definition;

  explicit Read(const std::string& text) { definition = read_definition(folder.put("report.toml", text), folder.sources, folder.diagnostics); }
  /// The only block of the only part.
  const Block& block() const {
    REQUIRE(definition);
    REQUIRE(definition->parts.size() == 1);
    REQUIRE(definition->parts.front().blocks.size() == 1);
    return definition->parts.front().blocks.front();
  }
};

/// Mistakes of a part with one block, whose keys begin on line 15.
Mistakes mistakes_of(const std::string& block) { return Read(report + part + "[[part.block]]\n" + block).folder.mistakes(); }

TEST_CASE("a sound definition is read whole", "[definition]") {
  Read read(report + "[trend.flat-within]\npercent = 1\nrank = 0.5\n" + part);
  CHECK(read.folder.mistakes().empty());
  REQUIRE(read.definition);
  CHECK(read.definition->title.value == "{{ a.title }}");
  CHECK(read.definition->title.span.begin == Position{4, 10});
  CHECK(read.definition->date.value == "2022-06-15");
  CHECK(read.definition->theme_file.ends_with("/theme.toml"));
  CHECK(read.definition->fonts_folder.find("..") == std::string::npos);
  REQUIRE(read.definition->flat_within.size() == 2);
  CHECK(read.definition->flat_within[1].change == 0.5);
  CHECK(read.definition->parts.front().master.value == "text");
}

TEST_CASE("an empty file lacks everything that is needed", "[definition]") {
  CHECK(Read("").folder.mistakes() == Mistakes{"definition.missing-key report.toml:1:1", "definition.missing-key report.toml:1:1", "definition.missing-key report.toml:1:1"});
}

TEST_CASE("several mistakes are all told", "[definition]") {
  CHECK(Read("format = 2\n[report]\nnam = \"n\"\n[[part]]\ntitle = 3\nmaster = \"m\"\nside = 1\n").folder.mistakes().size() > 8);
}

TEST_CASE("a definition that is not there has no place to be told at", "[definition]") {
  Folder folder;
  CHECK_FALSE(read_definition("none/of/these.toml", folder.sources, folder.diagnostics).has_value());
  CHECK(folder.mistakes() == Mistakes{"definition.missing-file -:0:0"});
}

TEST_CASE("parts are included in their place", "[definition]") {
  Folder folder;
  folder.put("a.toml", "[[part]]\ntitle = \"A\"\nmaster = \"m\"\n");
  folder.put("b.toml", "[[part]]\ninclude = \"a.toml\"\n[[part]]\ntitle = \"B\"\nmaster = \"m\"\n");
  const auto read = read_definition(folder.put("report.toml", report + "[[part]]\ninclude = \"b.toml\"\n[[part]]\ntitle = \"C\"\nmaster = \"m\"\n[[part]]\ninclude = \"a.toml\"\n"),
                                    folder.sources, folder.diagnostics);
  CHECK(folder.mistakes().empty());
  REQUIRE(read);
  std::string titles;
  for (const Part& one : read->parts) titles += one.title.value;
  CHECK(titles == "ABCA");
}

TEST_CASE("an include loop ends with its place, however it is spelt", "[definition]") {
  Folder folder;
  folder.put("a.toml", "[[part]]\ninclude = \"./b.toml\"\n");
  folder.put("b.toml", "[[part]]\ninclude = \"x/../a.toml\"\n");
  read_definition(folder.put("report.toml", report + "[[part]]\ninclude = \"a.toml\"\n"), folder.sources, folder.diagnostics);
  CHECK(folder.mistakes() == Mistakes{"definition.include-loop b.toml:2:12"});
  CHECK(Read(report + "[[part]]\ninclude = \"report.toml\"\n").folder.mistakes() == Mistakes{"definition.include-loop report.toml:12:12"});
}

TEST_CASE("a missing include is told where it is named", "[definition]") {
  Read read(report + "[[part]]\ninclude = \"reprot.toml\"\n");
  CHECK(read.folder.mistakes() == Mistakes{"definition.missing-file report.toml:12:12"});
  CHECK(read.folder.hint() == "did you mean \"report.toml\"?");
}

TEST_CASE("an include takes no other keys", "[definition]") {
  Folder folder;
  folder.put("a.toml", part);
  read_definition(folder.put("report.toml", report + "[[part]]\ninclude = \"a.toml\"\ntitle = \"T\"\n"), folder.sources, folder.diagnostics);
  CHECK(folder.mistakes() == Mistakes{"definition.unknown-key report.toml:13:1"});
}

TEST_CASE("a part's keys", "[definition]") {
  const auto mistakes = [](const std::string& keys) { return Read(report + part + keys).folder.mistakes(); };
  CHECK(mistakes("start = \"left\"\nlisted = false\nid = \"p\"\nsubtitle = \"s\"\nrunning = \"r\"\nthumb = \"t\"\nwhen = \"true\"\nrepeat = \"goals\"\nas = \"goal\"\n").empty());
  CHECK(mistakes("start = \"lef\"\n") == Mistakes{"definition.unknown-value report.toml:14:10"});
  CHECK(mistakes("as = \"goal\"\n") == Mistakes{"definition.missing-key report.toml:14:7"});
  CHECK(mistakes("toc-status = \"goal.status\"\n") == Mistakes{"definition.missing-key report.toml:11:1"});
  CHECK(mistakes("listed = 1\n") == Mistakes{"definition.wrong-type report.toml:14:10"});
}

TEST_CASE("what all blocks share", "[definition]") {
  const Read read(report + part + "[[part.block]]\nkind = \"toc\"\nid = \"i\"\nframe = \"f\"\nstyle = \"s\"\nwhen = \"w\"\nplace = \"foot\"\nat = \"5mm\"\nbefore = \"1pt\"\ncolumn = 2\nspan = 3\n");
  const Block& block = read.block();
  CHECK(block.id.value == "i");
  CHECK(block.place == Place::foot);
  CHECK(block.at == mm(5));
  CHECK(block.before == pt(1));
  CHECK_FALSE(block.after.has_value());
  CHECK((block.column == 2 && block.span == 3));
  CHECK(block.source.begin.line == 14);
}

TEST_CASE("a block's wrong common values are told at the value", "[definition]") {
  CHECK(mistakes_of("kind = \"toc\"\nplace = \"feet\"\n") == Mistakes{"definition.unknown-value report.toml:16:10"});
  CHECK(mistakes_of("kind = \"toc\"\nat = \"5\"\n") == Mistakes{"definition.bad-length report.toml:16:7"});
  CHECK(mistakes_of("kind = \"toc\"\nbefore = \"1u\"\n") == Mistakes{"definition.bad-length report.toml:16:11"});
  CHECK(mistakes_of("kind = \"toc\"\nspan = 0\n") == Mistakes{"definition.out-of-range report.toml:16:8"});
  CHECK(mistakes_of("kind = \"tok\"\n") == Mistakes{"definition.unknown-value report.toml:15:9"});
  CHECK(mistakes_of("id = \"x\"\n") == Mistakes{"definition.missing-key report.toml:14:1"});
  CHECK(mistakes_of("kind = \"toc\"\nidd = \"x\"\n") == Mistakes{"definition.unknown-key report.toml:16:1"});
}

TEST_CASE("a block in a fence has the places of its Markdown file", "[definition]") {
  Folder folder;
  const FileId file = folder.sources.add("p.md", "text\n\n```chart\ntype = \"colums\"\n```\n");
  read_block("chart", "type = \"colums\"\n", file, {4, 1}, folder.diagnostics);
  CHECK(folder.mistakes() == Mistakes{"definition.unknown-value p.md:4:9"});
  CHECK(folder.hint() == "did you mean \"columns\"?");
}

TEST_CASE("a fence of unknown kind is told at its word", "[definition]") {
  Folder folder;
  const FileId file = folder.sources.add("p.md", "```chrt\n```\n");
  CHECK_FALSE(read_block("chrt", "", file, {2, 1}, folder.diagnostics).has_value());
  CHECK(folder.mistakes() == Mistakes{"definition.unknown-value p.md:1:4"});
  CHECK(folder.hint() == "did you mean \"chart\"?");
}

}  // namespace
}  // namespace tilstand::definition
