// SPDX-License-Identifier: Apache-2.0
#include "layout/change_bars.hpp"

#include <catch2/catch.hpp>

#include "support/sample_report.hpp"

using namespace tilstand;
using layout::Leaf;

namespace {

/// The bars of a page, from top to bottom as they were drawn.
std::vector<Rect> bars_of(const layout::Page& page) {
  std::vector<Rect> bars;
  for (const layout::Placed& thing : page.items) {
    const auto* shape = std::get_if<layout::PlacedShape>(&thing);
    if (shape != nullptr && shape->artifact == layout::Artifact::change) bars.push_back(bounds(shape->shape.path));
  }
  return bars;
}

struct Drawn {
  sample::Report report;
  std::vector<NodeId> paragraphs;
  layout::Page page;

  Drawn() {
    const NodeId part = report.part("Part");
    for (int at = 0; at < 4; ++at) paragraphs.push_back(report.paragraph(part, sample::passage(at)));
    page = report.pages().at(0);
  }
  std::vector<Rect> with(std::vector<std::size_t> changed) {
    layout::Page copy = page;
    layout::add_change_bars(copy, [&](const Leaf& leaf) {
      for (const std::size_t at : changed)
        if (leaf.node == paragraphs[at]) return true;
      return false;
    }, report.theme);
    return bars_of(copy);
  }
  /// Baselines of a paragraph's lines.
  std::vector<Length> lines(std::size_t paragraph) const {
    std::vector<Length> list;
    for (const layout::Placed& thing : page.items) {
      const auto* line = std::get_if<layout::PlacedLine>(&thing);
      if (line != nullptr && line->leaf.node == paragraphs[paragraph]) list.push_back(line->baseline.y);
    }
    return list;
  }
};

}  // namespace

TEST_CASE("a bar reaches over the lines that have changed, and no others", "[layout][unit]") {
  Drawn drawn;
  CHECK(drawn.with({}).empty());
  const std::vector<Rect> bars = drawn.with({1});
  REQUIRE(bars.size() == 1);
  const std::vector<Length> own = drawn.lines(1), before = drawn.lines(0), after = drawn.lines(2);
  CHECK(bars[0].top() < own.front());
  CHECK(bars[0].top() > before.back());
  CHECK(bars[0].bottom() > own.back());
  CHECK(bars[0].bottom() < after.front());
}

TEST_CASE("bars of neighbours are one, others stay apart", "[layout][unit]") {
  Drawn drawn;
  CHECK(drawn.with({0, 1}).size() == 1);
  CHECK(drawn.with({0, 2}).size() == 2);
  CHECK(drawn.with({0, 1, 2, 3}).size() == 1);
}

TEST_CASE("bars stand in the outer margin", "[layout][unit]") {
  Drawn drawn;
  const definition::Page& grid = drawn.report.theme.page;
  drawn.page.left = false;
  CHECK(drawn.with({0})[0].left() > grid.trim.width - grid.outer);
  CHECK(drawn.with({0})[0].left() < grid.trim.width);
  drawn.page.left = true;
  CHECK(drawn.with({0})[0].left() < grid.outer);
  CHECK(drawn.with({0})[0].left() > Length{});
}
