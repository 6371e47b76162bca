// SPDX-License-Identifier: Apache-2.0
#include "proof/reasons.hpp"

#include <catch2/catch.hpp>

using namespace tilstand;

namespace {

proof::Reasons known() {
  return proof::Reasons({{{"mål #", "Kantar #"}, {{}, {}}, "a name"}, {{"tre områder"}, {{}}, "named beside it"}, {{"67"}, {{}}, "a group"}});
}

std::vector<std::string> found(const std::string& text, bool literal = false) {
  std::vector<std::string> list;
  for (const content::Reasoned& one : known().find(text, literal)) list.push_back(text.substr(one.begin, one.end - one.begin) + ": " + one.reason);
  return list;
}

using List = std::vector<std::string>;

}  // namespace

TEST_CASE("of a phrase with digits the digits have its reason, else all its words", "[proof]") {
  CHECK(found("Kantar 2021 om mål 3 og 14 i tre områder.") == List{"2021: a name", "3: a name", "tre områder: named beside it"});
  CHECK(found("ingen grunn for 14").empty());
}

TEST_CASE("digits alone excuse a literal and no text", "[proof]") {
  CHECK(found("67").empty());
  CHECK(found("67", true) == List{"67: a group"});
  CHECK(found("68", true).empty());
}
