// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "support/sample_report.hpp"

using namespace tilstand;
using namespace tilstand::sample;
using layout::Page;
using layout::PlacedShape;

namespace {

void add_style(Report& report, definition::PanelStyle::Edges edges) {
  definition::PanelStyle style;
  style.name = "box";
  style.ground = Ink{0, 100};
  style.edges = edges;
  style.padding = mm(5);
  report.theme.panels.push_back(style);
}

/// The frame of a panel on a page: its ground, and how many level and upright rules it has.
struct Frame {
  std::optional<Rect> ground;
  int level = 0, upright = 0;
};

Frame frame_of(const Page& page, NodeId panel) {
  Frame frame;
  for (const layout::Placed& thing : page.items) {
    const auto* shape = std::get_if<PlacedShape>(&thing);
    if (shape == nullptr || shape->leaf.node != panel) continue;
    const Rect box = bounds(shape->shape.path);
    if (shape->shape.fill) frame.ground = box;
    else if (box.size.height == Length{}) ++frame.level;
    else ++frame.upright;
  }
  return frame;
}

}  // namespace

TEST_CASE("a panel's frame follows it over pages and is open where it goes on", "[layout]") {
  Report report;
  add_style(report, definition::PanelStyle::Edges::all);
  const NodeId part = report.part("Del");
  const NodeId panel = report.add(part, content::Panel{"", "box"});
  report.prose(panel, 60);
  report.paragraph(part, "Etter panelet.");
  const std::vector<Page> pages = report.pages();
  REQUIRE(pages.size() >= 3);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const Frame frame = frame_of(pages[i], panel);
    INFO("page " << i + 1);
    if (!frame.ground) continue;
    const bool first = i == 0, last = i + 1 == pages.size() || !frame_of(pages[i + 1], panel).ground;
    CHECK(frame.upright == 2);
    CHECK(frame.level == (first ? 1 : 0) + (last ? 1 : 0));
    for (const layout::PlacedLine* line : lines_of(pages[i])) {
      if (text_of(*line) == "Etter panelet.") continue;
      CHECK(line->baseline.x + line->line.left >= frame.ground->left() + mm(5) - mm(1));  // hanging punctuation
      CHECK(line->baseline.x + line->line.left + line->line.width <= frame.ground->right() - mm(5) + mm(1));
      CHECK(line->baseline.y < frame.ground->bottom());
      CHECK(line->baseline.y > frame.ground->top());
    }
  }
}

TEST_CASE("panels twenty deep are set, each frame inside the one around it", "[layout]") {
  Report report;
  add_style(report, definition::PanelStyle::Edges::all);
  const NodeId part = report.part("Del");
  std::vector<NodeId> panels;
  NodeId parent = part;
  for (int depth = 0; depth < 20; ++depth) panels.push_back(parent = report.add(parent, content::Panel{"", "box"}));
  report.prose(parent, 2);
  const std::vector<Page> pages = report.pages();
  CHECK_FALSE(report.diagnostics.has_errors());
  int inner_pages = 0;
  for (const Page& page : pages) {
    const Frame inner = frame_of(page, panels.back());
    if (!inner.ground) continue;
    ++inner_pages;
    CHECK(inner.ground->size.width >= mm(40) - mm(10));
    for (const NodeId panel : panels) {
      const Frame outer = frame_of(page, panel);
      REQUIRE(outer.ground);
      CHECK(outer.ground->left() <= inner.ground->left());
      CHECK(outer.ground->right() >= inner.ground->right());
    }
  }
  CHECK(inner_pages > 0);
}

TEST_CASE("a panel in matter that can't break has its whole frame", "[layout]") {
  Report report;
  add_style(report, definition::PanelStyle::Edges::side);
  const NodeId part = report.part("Del");
  content::Group group;
  group.columns = 2;
  const NodeId row = report.add(part, group);
  const NodeId panel = report.add(row, content::Panel{"", "box"});
  report.prose(panel, 1);
  const Frame frame = frame_of(report.pages().at(0), panel);
  REQUIRE(frame.ground);
  CHECK(frame.level == 0);
  CHECK(frame.upright == 1);
}
