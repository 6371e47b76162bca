// SPDX-License-Identifier: Apache-2.0
#include "verify/words.hpp"

#include <catch2/catch.hpp>

using namespace tilstand::verify;
using tilstand::pdf::Mark;

namespace {

Mark glyph(const std::string& text, double x, double y, double width = 5) {
  Mark mark;
  mark.kind = Mark::Kind::glyph;
  mark.text = text;
  mark.size = 10;
  mark.spots = {{x, y}, {x + width, y}};
  return mark;
}

std::vector<std::string> texts(const std::vector<Mark>& marks) {
  std::vector<std::string> all;
  for (const Token& token : tokens_of(marks)) all.push_back(token.text);
  return all;
}

}  // namespace

TEST_CASE("words end at spaces, wide steps and new lines") {
  CHECK(texts({glyph("a", 0, 0), glyph("b", 5, 0), glyph(" ", 10, 0), glyph("c", 13, 0)}) == std::vector<std::string>{"ab", " ", "c"});
  CHECK(texts({glyph("a", 0, 0), glyph("b", 20, 0)}) == std::vector<std::string>{"a", "b"});
  CHECK(texts({glyph("a", 90, 0), glyph("b", 0, 12)}) == std::vector<std::string>{"a", "b"});
  CHECK(texts({glyph("a", 0, 0), glyph("b", 5.4, 0.5)}) == std::vector<std::string>{"ab"});
}

TEST_CASE("marks are the same within a fiftieth of a point") {
  CHECK(is_same(glyph("a", 10, 10), glyph("a", 10.015, 9.985)));
  CHECK_FALSE(is_same(glyph("a", 10, 10), glyph("a", 10.03, 10)));
  CHECK_FALSE(is_same(glyph("a", 10, 10), glyph("b", 10, 10)));
}

TEST_CASE("a longest common order") {
  using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;
  CHECK(common_order({"a", "b", "c", "d"}, {"a", "c", "x", "d"}) == Pairs{{0, 0}, {2, 1}, {3, 3}});
  CHECK(common_order({"a"}, {}).empty());
  CHECK(common_order({"a", "b"}, {"b", "a"}).size() == 1);
}
