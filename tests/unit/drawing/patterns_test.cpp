// SPDX-License-Identifier: Apache-2.0
#include "drawing/patterns.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "unit/drawing/setting.hpp"

namespace tilstand::drawing {
namespace {

struct Board {
  Setting setting;
  Context context = setting.context();
  Sheet sheet{{mm(100), mm(60)}, context};
  Ink ink = sheet.ink("structure");
};

std::vector<Shape> shapes_of(Sheet&& sheet) {
  std::vector<Shape> shapes;
  for (auto& item : std::move(sheet).finish().items) shapes.push_back(std::get<Shape>(item));
  return shapes;
}

TEST_CASE("every pattern stays inside its outline and has the ground's colour", "[drawing]") {
  for (const Pattern pattern : {Pattern::rising, Pattern::dots, Pattern::falling, Pattern::level, Pattern::upright, Pattern::crossed}) {
    Board board;
    fill_patterned(board.sheet, board.sheet.paths().box({10, 20}, 30, 12), board.ink, pattern);
    const Ink ground = board.sheet.ground();
    const std::vector<Shape> shapes = shapes_of(std::move(board.sheet));
    REQUIRE(shapes.size() == 2);
    CHECK(shapes[0].fill == board.ink);
    CHECK(shapes[1].fill == ground);
    for (const PathStep& step : shapes[1].path.steps) {
      if (step.verb == PathVerb::close) continue;
      CHECK((step.to.x >= mm(10) - Length{4} && step.to.x <= mm(40) + Length{4}));
      CHECK((step.to.y >= mm(20) - Length{4} && step.to.y <= mm(32) + Length{4}));
    }
  }
}

TEST_CASE("the first series has no pattern, the next six have one each", "[drawing]") {
  std::set<Pattern> seen;
  for (std::size_t i = 0; i < 7; ++i) seen.insert(pattern_of(i));
  CHECK(seen.size() == 7);
  CHECK(pattern_of(0) == Pattern::none);
  Board board;
  fill_patterned(board.sheet, board.sheet.paths().box({0, 0}, 30, 12), board.ink, pattern_of(0));
  CHECK(shapes_of(std::move(board.sheet)).size() == 1);
}

TEST_CASE("what is too small for a dot or a stripe is drawn without", "[drawing]") {
  for (std::size_t i = 0; i < 7; ++i) {
    Board board;
    fill_patterned(board.sheet, board.sheet.paths().box({0.5, 0.45}, 0.1, 0), board.ink, pattern_of(i));
    fill_patterned(board.sheet, Path{}, board.ink, pattern_of(i));
    CHECK(shapes_of(std::move(board.sheet)).size() >= 2);
  }
}

TEST_CASE("dashes cover the line from its start and end within it", "[drawing]") {
  Board board;
  stroke_dashed(board.sheet, {{0, 10}, {50, 10}, {50, 40}}, board.ink, 1, 1);
  stroke_dashed(board.sheet, {{0, 10}, {50, 10}}, board.ink, 1, 0);
  stroke_dashed(board.sheet, {{5, 5}, {5, 5}}, board.ink, 1, 2);
  stroke_dashed(board.sheet, {{5, 5}}, board.ink, 1, 2);
  const std::vector<Shape> shapes = shapes_of(std::move(board.sheet));
  REQUIRE(shapes.size() == 3);
  const Path& dashed = shapes[0].path;
  CHECK(std::count_if(dashed.steps.begin(), dashed.steps.end(), [](const PathStep& step) { return step.verb == PathVerb::move; }) > 15);
  CHECK(dashed.steps.front().to == Point{mm(0), mm(10)});
  for (const PathStep& step : dashed.steps) CHECK((step.to.x <= mm(50) && step.to.y <= mm(40)));
}

TEST_CASE("markers of eight series differ, filled ones first", "[drawing]") {
  Board board;
  for (std::size_t i = 0; i < 8; ++i) add_marker(board.sheet, {10, 10}, 1.5, board.ink, i);
  const std::vector<Shape> shapes = shapes_of(std::move(board.sheet));
  REQUIRE(shapes.size() == 8);
  for (std::size_t i = 0; i < 8; ++i)
    for (std::size_t j = 0; j < i; ++j) CHECK_FALSE(shapes[i] == shapes[j]);
  CHECK(shapes[3].fill == board.ink);
  CHECK(shapes[4].stroke.has_value());
}

}  // namespace
}  // namespace tilstand::drawing
