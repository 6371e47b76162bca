// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "definition/read.hpp"
#include "unit/definition/folder.hpp"

namespace tilstand::definition {
namespace {

const std::string page =
    "[page]\nwidth = \"148mm\"\nheight = \"210mm\"\nhead = \"20mm\"\nfoot = \"20mm\"\ninner = \"20mm\"\nouter = \"14mm\"\ncolumns = 12\ngutter = \"4mm\"\n"
    "baseline = \"5mm\"\n[running]\nbaseline = \"2u\"\n";                                                                                      // 12 lines
const std::string colours = "[colour]\nink = { value = \"#102030\", reversed = \"paper\" }\npaper = { value = \"#ffffff\" }\n";               // 3
const std::string styles = "[style.body]\nfamily = \"Inter\"\nsize = \"10pt\"\nleading = \"1u\"\ncolour = \"ink\"\n";                          // 5
const std::string rules = "[rule.section]\nwidth = \"0.5pt\"\ncolour = \"ink\"\n";                                                              // 3
const std::string masters = "[[master]]\nname = \"text\"\nframe = [{ name = \"main\", flow = true }]\n";

struct Read {
  Folder folder;
  std::optional<Theme> theme;
  explicit Read(const std::string& text) { theme = read_theme(folder.put("theme.toml", text), folder.sources, folder.diagnostics); }
};

TEST_CASE("a sound theme is read whole", "[definition]") {
  Read read(page + colours + styles + "[style.h1]\nlike = \"body\"\nsize = \"20pt\"\nweight = 600\nalign = \"centre\"\nfigures = \"old-style\"\n" + rules + masters);
  CHECK(read.folder.mistakes().empty());
  REQUIRE(read.theme);
  const Theme& theme = *read.theme;
  CHECK(theme.page.live_width() == mm(114));
  CHECK(theme.page.column_width() * 12 + mm(4) * 11 <= mm(114));
  CHECK(theme.running_baseline == mm(10));
  CHECK(theme.palette[0].green == 0x20);
  REQUIRE(theme.style("h1") != nullptr);
  CHECK(theme.style("h1")->family == "Inter");
  CHECK(theme.style("h1")->leading == mm(5));
  CHECK(theme.style("h1")->size == pt(20));
  CHECK(theme.style("h1")->align == Align::centre);
  CHECK(theme.style("none") == nullptr);
  CHECK(theme.on_reversed(Ink{0, 500}) == Ink{1, 500});
  CHECK(theme.on_reversed(Ink{1, 500}) == Ink{1, 500});
  CHECK(theme.masters.front().frames.front().flow);
}

TEST_CASE("a colour says what a press prints", "[definition]") {
  const auto with = [](const std::string& keys) { return Read(page + "[colour]\npaper = { value = \"#ffffff\" }\nink = { value = \"#102030\", " + keys + " }\n" + styles + rules + masters); };
  const Read read = with("cmyk = [100, 62, 29, 50], spot = \"PANTONE 302 C\"");
  REQUIRE(read.theme);
  CHECK(read.theme->palette[1].inks == std::array<int, 4>{100, 62, 29, 50});
  CHECK(read.theme->palette[1].spot == "PANTONE 302 C");
  CHECK_FALSE(read.theme->palette[0].inks);
  const auto codes = [&](const std::string& keys) {
    Read found = with(keys);
    Mistakes list = found.folder.mistakes();
    for (std::string& one : list) one = one.substr(0, one.find(' '));
    return list;
  };
  CHECK(codes("cmyk = [0, 0, 0, 100]").empty());
  CHECK(codes("cmyk = [0, 0, 0]") == Mistakes{"definition.unknown-value"});
  CHECK(codes("cmyk = [0, 0, 0, 101]") == Mistakes{"definition.unknown-value"});
  CHECK(codes("spot = \"Gold\"") == Mistakes{"definition.bad-spot"});
  for (const char* name : {"", "All", "Black", " Gold", "Gull\u00e5"})
    CHECK(codes("cmyk = [0, 0, 0, 50], spot = \"" + std::string(name) + "\"") == Mistakes{"definition.bad-spot"});
  CHECK(codes("cmyk = [0, 0, 0, 50], spot = \"Gold\" }\nother = { value = \"#102030\", cmyk = [0, 0, 0, 60], spot = \"Gold\"") == Mistakes{"definition.bad-spot"});
}

TEST_CASE("a page without room is told", "[definition]") {
  std::string narrow = page;
  narrow.replace(narrow.find("148mm"), 5, "40mm");
  CHECK(Read(narrow + colours + styles + rules + masters).folder.mistakes() == Mistakes{"definition.unknown-value theme.toml:1:1"});
}

TEST_CASE("the weight of facing pages is read, and one that could part lines is told", "[definition]") {
  const auto weighed = [](const std::string& weight) {
    std::string text = page;
    text.insert(text.find("[running]"), "facing = " + weight + "\n");
    return Read(text + colours + styles + rules + masters);
  };
  CHECK(Read(page + colours + styles + rules + masters).theme->page.facing == 100);
  CHECK(weighed("0").theme->page.facing == 0);
  CHECK(weighed("500").folder.mistakes() == Mistakes{"definition.out-of-range theme.toml:11:10"});
}

TEST_CASE("the baseline unit can't be used before it is known", "[definition]") {
  std::string early = page;
  early.replace(early.find("\"4mm\""), 5, "\"1u\"");
  Read read(early + colours + styles + rules + masters);
  CHECK(read.folder.mistakes() == Mistakes{"definition.bad-length theme.toml:9:11"});
  CHECK(read.folder.hint() == "the unit \"u\" can only be used in a theme, below [page]");
}

TEST_CASE("colours are six hexadecimal digits and reversed to another", "[definition]") {
  const auto mistakes = [](const std::string& more) { return Read(page + colours + more + styles + rules + masters).folder.mistakes(); };
  CHECK(mistakes("a = { value = \"#12345\" }\n") == Mistakes{"definition.unknown-value theme.toml:16:16"});
  CHECK(mistakes("a = { value = \"#12345g\" }\n") == Mistakes{"definition.unknown-value theme.toml:16:16"});
  CHECK(mistakes("a = { value = \"1234567\" }\n") == Mistakes{"definition.unknown-value theme.toml:16:16"});
  CHECK(mistakes("a = \"#123456\"\n") == Mistakes{"definition.wrong-type theme.toml:16:6"});
  CHECK(mistakes("a = { value = \"#123456\", reversed = \"papr\" }\n") == Mistakes{"definition.unknown-colour theme.toml:16:1"});
}

TEST_CASE("a style names a colour of the palette and a style above it", "[definition]") {
  const auto read = [](const std::string& more) { return Read(page + colours + styles + more + rules + masters); };
  Read colour = read("[style.h1]\nlike = \"body\"\ncolour = \"inc\"\n");
  CHECK(colour.folder.mistakes() == Mistakes{"definition.unknown-colour theme.toml:23:11"});
  CHECK(colour.folder.hint() == "did you mean \"ink\"?");
  CHECK(read("[style.h1]\nlike = \"h1\"\n").folder.mistakes() == Mistakes{"definition.unknown-style theme.toml:22:9"});
  CHECK(read("[style.h1]\nsize = \"1pt\"\nleading = \"1pt\"\ncolour = \"ink\"\n").folder.mistakes() == Mistakes{"definition.missing-key theme.toml:21:1"});
  CHECK(read("[style.h1]\nlike = \"body\"\nweight = 1000\n").folder.mistakes() == Mistakes{"definition.out-of-range theme.toml:23:10"});
}

TEST_CASE("a master goes on with one that there is", "[definition]") {
  Read read(page + colours + styles + rules + masters + "[[master]]\nname = \"cover\"\nnext = \"txt\"\nground = \"ink\"\nframe = []\n");
  CHECK(read.folder.mistakes() == Mistakes{"definition.unknown-master theme.toml:27:1"});
  CHECK(read.folder.hint() == "did you mean \"text\"?");
}

TEST_CASE("names that a definition uses are looked up in the theme", "[definition]") {
  Read read(page + colours + styles + rules + masters);
  REQUIRE(read.theme);
  const FileId file = read.folder.sources.add("report.toml", "boddy\ntxt\n");
  Definition definition;
  Part part;
  part.master = {"txt", {file, {2, 1}, {2, 4}}};
  Block block;
  block.style = {"boddy", {file, {1, 1}, {1, 6}}};
  Group group;
  group.children.push_back(block);
  Block outer;
  outer.body = group;
  part.blocks.push_back(outer);
  definition.parts.push_back(part);
  check_names(definition, *read.theme, read.folder.diagnostics);
  CHECK(read.folder.mistakes() == Mistakes{"definition.missing-key theme.toml:1:1", "definition.unknown-colour theme.toml:1:1", "definition.unknown-style theme.toml:1:1",
                                           "definition.unknown-style report.toml:1:1", "definition.unknown-master report.toml:2:1"});
  CHECK(read.folder.diagnostics.list()[3].hint == "did you mean \"body\"?");
  CHECK(read.folder.diagnostics.list()[4].hint == "did you mean \"text\"?");
}

TEST_CASE("what decides lines is read: limits of spaces, hyphens, initials, tab stops, a language", "[definition]") {
  Read read(page + colours + styles +
            "[style.j]\nlike = \"body\"\nspace-least = 70\nspace = 95\nspace-most = 150\nletter-fit = 5\nhyphen-letters = 4\nmost-hyphens = 3\nhyphen-penalty = 50\n"
            "last-line = 30\ndrop-cap = 3\nlanguage = \"se\"\nfeatures = \"\"\n[[style.j.tab]]\nat = \"-10mm\"\nalign = \"decimal\"\nleader = \".\"\n"
            "[style.k]\nlike = \"j\"\n" + rules + masters);
  CHECK(read.folder.mistakes().empty());
  REQUIRE(read.theme);
  for (const char* name : {"j", "k"}) {
    const Style& style = *read.theme->style(name);
    CHECK(style.justification.space_least == 70);
    CHECK(style.justification.space == 95);
    CHECK(style.justification.space_most == 150);
    CHECK(style.justification.letter_fit == 5);
    CHECK(style.hyphenation.letters == 4);
    CHECK(style.hyphenation.most_in_row == 3);
    CHECK(style.hyphenation.penalty == 50);
    CHECK(style.last_line == 30);
    CHECK(style.drop_cap == 3);
    CHECK(style.language == "se");
    REQUIRE(style.tabs.size() == 1);
    CHECK(style.tabs[0].at == mm(-10));
    CHECK(style.tabs[0].align == TabStop::Align::decimal);
    CHECK(style.tabs[0].leader == ".");
  }
}

TEST_CASE("a space outside its limits and an initial over one line are refused at their place", "[definition]") {
  Read space(page + colours + styles + "[style.j]\nlike = \"body\"\nspace = 60\n" + rules + masters);
  CHECK(space.folder.mistakes() == std::vector<std::string>{"definition.unknown-value theme.toml:23:9"});
  Read initial(page + colours + styles + "[style.j]\nlike = \"body\"\ndrop-cap = 1\n" + rules + masters);
  CHECK(initial.folder.mistakes() == std::vector<std::string>{"definition.unknown-value theme.toml:23:12"});
}

}  // namespace
}  // namespace tilstand::definition
