// SPDX-License-Identifier: Apache-2.0
#include "definition/words.hpp"

#include <catch2/catch.hpp>

#include "definition/read.hpp"
#include "unit/definition/folder.hpp"

namespace tilstand::definition {
namespace {

TEST_CASE("slots of a pattern are filled once, unknown ones stay", "[definition]") {
  CHECK(fill("{a} og {b}", {{"a", "x"}, {"b", "{a}"}}) == "x og {a}");
  CHECK(fill("{c} {", {{"a", "x"}}) == "{c} {");
  CHECK(fill("", {}).empty());
}

TEST_CASE("words are taken as dotted keys, and each that is missing is named", "[definition]") {
  Folder folder;
  const auto words = read_words(folder.put("words.toml", "language = \"nb\"\n[caption]\nfigure = \"Figur {number}\"\ntable = 3\n"), folder.sources, folder.diagnostics);
  REQUIRE(words);
  CHECK(words->language == "nb");
  CHECK((*words)("caption.figure") == "Figur {number}");
  CHECK(folder.mistakes() == Mistakes{"definition.missing-word words.toml:1:1", "definition.wrong-type words.toml:4:9"});
  CHECK(folder.message().find("\"caption.table\"") != std::string::npos);
  CHECK(folder.message().find("\"caption.figure\"") == std::string::npos);
}

TEST_CASE("the words of every language of the project are complete", "[definition]") {
  for (const char* language : {"nb", "nn"}) {
    Folder folder;
    CAPTURE(language);
    CHECK(read_words(std::string(TILSTAND_ROOT "/layouts/lang/") + language + "/words.toml", folder.sources, folder.diagnostics).has_value());
    CHECK(folder.mistakes().empty());
  }
}

TEST_CASE("an edition has a name, a language and a profile", "[definition]") {
  Folder folder;
  const auto edition = read_edition(folder.put("archive.toml", "format = 1\nname = \"archive\"\nprofile = \"a2a-ua1\"\nlanguage = \"nb\"\n"), folder.sources, folder.diagnostics);
  CHECK(folder.mistakes().empty());
  REQUIRE(edition);
  CHECK(edition->language == "nb");
  Folder wrong;
  read_edition(wrong.put("e.toml", "name = \"e\"\nprofile = \"a2b\"\nlang = \"nb\"\n"), wrong.sources, wrong.diagnostics);
  CHECK(wrong.mistakes() == Mistakes{"definition.missing-key e.toml:1:1", "definition.unknown-value e.toml:2:12", "definition.unknown-key e.toml:3:1"});
}

}  // namespace
}  // namespace tilstand::definition
