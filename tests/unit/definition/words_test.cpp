// SPDX-License-Identifier: Apache-2.0
#include "definition/words.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <iterator>
#include <set>

#include "definition/read.hpp"
#include "definition/word_keys.hpp"
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

TEST_CASE("a language borrows the words that it lacks, and says so once", "[definition]") {
  Folder folder;
  std::string all = "language = \"nb\"\n";
  for (const std::string_view key : word_keys) all += "\"" + std::string(key) + "\" = \"nb-" + std::string(key) + "\"\n";
  folder.put("lang/nb/words.toml", all.substr(all.find('\n') + 1));
  const auto words = read_words(folder.put("lang/se/words.toml", "language = \"se\"\nfallback = \"nb\"\n\"ref.page\" = \"siidu\"\n"), folder.sources, folder.diagnostics);
  REQUIRE(words);
  CHECK((*words)("ref.page") == "siidu");
  CHECK((*words)("ref.table") == "nb-ref.table");
  CHECK(words->language == "se");
  REQUIRE(folder.diagnostics.list().size() == 1);
  CHECK(folder.diagnostics.list().front().code == "definition.borrowed-words");
  CHECK(folder.diagnostics.list().front().severity == Severity::notice);
}

TEST_CASE("a fallback that there is not, or that lacks the words too, leaves them missing", "[definition]") {
  Folder folder;
  read_words(folder.put("lang/se/words.toml", "language = \"se\"\nfallback = \"fi\"\n"), folder.sources, folder.diagnostics);
  const Mistakes found = folder.mistakes();
  CHECK(std::count_if(found.begin(), found.end(), [](const std::string& one) { return one.starts_with("definition.missing-word"); }) == 1);
  CHECK(folder.diagnostics.has_errors());
  Folder circle;
  read_words(circle.put("lang/se/words.toml", "language = \"se\"\nfallback = \"se\"\n"), circle.sources, circle.diagnostics);
  CHECK(circle.diagnostics.has_errors());
}

TEST_CASE("words for a plural category are that one's, else those of other", "[definition]") {
  const Words words{"se", {{"change.rank.one", "1"}, {"change.rank.two", "2"}, {"change.rank.other", "n"}}};
  CHECK(words.plural("change.rank", "one") == "1");
  CHECK(words.plural("change.rank", "two") == "2");
  CHECK(words.plural("change.rank", "few") == "n");
}

TEST_CASE("the words of every language of the project are complete, with the slots of the first", "[definition]") {
  Folder folder;
  const std::string languages = TILSTAND_ROOT "/layouts/lang/";
  const auto first = read_words(languages + "nb/words.toml", folder.sources, folder.diagnostics);
  REQUIRE(first);
  for (const char* language : {"nb", "nn", "en", "se"}) {
    CAPTURE(language);
    const auto words = read_words(languages + language + "/words.toml", folder.sources, folder.diagnostics);
    REQUIRE(words);
    CHECK(words->language == language);
    const auto slots = [](std::string pattern) {
      std::multiset<std::string> found;
      for (std::size_t at = 0; (at = pattern.find('{', at)) != std::string::npos; ++at) found.insert(pattern.substr(at, pattern.find('}', at) - at + 1));
      return found;
    };
    for (const std::string_view name : word_keys) {
      const std::string key(name);
      CAPTURE(key);
      CHECK(slots((*words)(key)) == slots((*first)(key)));
    }
    for (const auto& [key, pattern] : words->entries)  // a unit stays on the line of its number
      if (key.starts_with("value.") || key.starts_with("short.") || key.starts_with("chart.value.")) CHECK(pattern.find("{number} ") == std::string::npos);
    for (const auto& [key, pattern] : words->entries) {  // nothing that the program never asks for
      const std::string stem = key.substr(0, key.rfind('.'));
      const bool asked = std::find(std::begin(word_keys), std::end(word_keys), key) != std::end(word_keys) ||
                         std::find(std::begin(word_keys), std::end(word_keys), stem + ".other") != std::end(word_keys);
      const bool forms = key == "locale" || key == "fallback" || key.starts_with("number.") || key.starts_with("unit.");
      CAPTURE(key);
      CHECK((asked || forms));
    }
  }
  CHECK(folder.diagnostics.list().size() == 1);  // what se borrows
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
