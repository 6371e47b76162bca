// SPDX-License-Identifier: Apache-2.0
#include "base/printed.hpp"

#include <catch2/catch.hpp>

using namespace tilstand;

TEST_CASE("a range of numbers is one number", "[base]") {
  const std::string text = "16–79 år – 5";
  CHECK(numbers_in(text, {1}) == PrintedRanges{{0, 7, {1}}, {16, 17, {1}}});
  CHECK(numbers_in(text, {}).empty());
}

TEST_CASE("ranges are carried over to a text that has their words in the same order", "[base]") {
  const std::string from = "1 og 12";
  const PrintedRanges ranges{{0, 1, {1}}, {5, 7, {2}}};
  CHECK(carried_over(ranges, from, "Gruppe 1, siden 12") == PrintedRanges{{7, 8, {1}}, {16, 18, {2}}});
  CHECK(carried_over(ranges, from, "1, siden 12", 2) == PrintedRanges{{9, 10, {1}}});
  CHECK(carried_over(ranges, from, "ingen").empty());
}

TEST_CASE("what is cut off has no range", "[base]") {
  const PrintedRanges ranges{{0, 1, {1}}, {5, 7, {2}}};
  CHECK(within(ranges, 7) == ranges);
  CHECK(within(ranges, 6) == PrintedRanges{{0, 1, {1}}});
}
