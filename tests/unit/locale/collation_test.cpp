// SPDX-License-Identifier: Apache-2.0
#include "locale/collation.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <vector>

using tilstand::locale::Collation;

namespace {

std::vector<std::string> sorted(const char* language, std::vector<std::string> words) {
  const Collation collation(language);
  std::sort(words.begin(), words.end(), [&](const std::string& a, const std::string& b) { return collation.before(a, b); });
  return words;
}

}  // namespace

TEST_CASE("Norwegian orders æ, ø and å last, and aa as å", "[locale]") {
  const std::vector<std::string> words{"Aalesund", "Zoo", "Ærlig", "alle", "Åpen", "Ørsta", "Bil", "Aare"};
  const std::vector<std::string> wanted{"alle", "Bil", "Zoo", "Ærlig", "Ørsta", "Aalesund", "Åpen", "Aare"};
  CHECK(sorted("nb", words) == wanted);
  CHECK(sorted("nn", words) == wanted);
  CHECK(sorted("en", words) == std::vector<std::string>{"Aalesund", "Aare", "Ærlig", "alle", "Åpen", "Bil", "Ørsta", "Zoo"});
}

TEST_CASE("numbers are ordered by their value, capitals after small letters", "[locale]") {
  CHECK(sorted("nb", {"Mål 10", "mål 2", "Mål 2", "Mål 1"}) == std::vector<std::string>{"Mål 1", "mål 2", "Mål 2", "Mål 10"});
}

TEST_CASE("an index letter is a letter of the language", "[locale]") {
  const Collation nb("nb"), en("en");
  CHECK(nb.letter("Ærlig") == "Æ");
  CHECK(nb.letter("aalesund") == "Å");
  CHECK(nb.letter("åpen") == "Å");
  CHECK(nb.letter("épée") == "E");
  CHECK(nb.letter("5G") == "");
  CHECK(nb.letter("«sitat»") == "");
  CHECK(nb.letter("") == "");
  CHECK(en.letter("åpen") == "A");
}

TEST_CASE("the order is total: it is antisymmetric, transitive and tells all different words apart", "[locale][property]") {
  const Collation collation("nb");
  std::mt19937 random(4);
  const std::vector<std::string> pieces{"a", "A", "aa", "å", "Å", "æ", "ä", "ø", "ö", "é", "e\u0301", "1", "10", "-", " ", "ß", "\u00AD"};
  std::vector<std::string> words;
  for (int i = 0; i < 60; ++i) {
    std::string word;
    for (std::uint32_t n = random() % 4; n-- > 0;) word += pieces[random() % pieces.size()];
    words.push_back(word);
  }
  for (const std::string& a : words)
    for (const std::string& b : words) {
      CHECK((collation.compare(a, b) == 0) == (a == b));
      CHECK((collation.compare(a, b) < 0) == (collation.compare(b, a) > 0));
      for (const std::string& c : words)
        if (collation.before(a, b) && collation.before(b, c)) REQUIRE(collation.before(a, c));
    }
}
