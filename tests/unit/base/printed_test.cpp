// SPDX-License-Identifier: Apache-2.0
#include "base/printed.hpp"

#include <catch2/catch.hpp>

using namespace tilstand;

TEST_CASE("a part of a text keeps its printed numbers", "[printed]") {
  const PrintedRanges all{{2, 6, {1}}, {8, 10, {2}}};
  PrintedRanges part;
  add_part(part, all, 4, 9, 20);
  CHECK(part == PrintedRanges{{20, 22, {1}}, {24, 25, {2}}});
  SECTION("a range that goes on is one") {
    add_part(part, all, 9, 10, 25);
    CHECK(part == PrintedRanges{{20, 22, {1}}, {24, 26, {2}}});
  }
  SECTION("nothing outside") {
    PrintedRanges none;
    add_part(none, all, 6, 8, 0);
    CHECK(none.empty());
  }
}

TEST_CASE("a whole text has one range, or none without an id", "[printed]") {
  CHECK(whole_text(3, {7}) == PrintedRanges{{0, 3, {7}}});
  CHECK(whole_text(0, {7}).empty());
  CHECK(whole_text(3, {}).empty());
}
