// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <map>

#include "support/sample_report.hpp"

using namespace tilstand;
using namespace tilstand::sample;
using layout::Page;
using layout::PlacedLine;

namespace {

NodeId columns(Report& report, NodeId parent, int count) {
  content::Group group;
  group.columns = count;
  group.flow = true;
  return report.add(parent, group);
}

/// Baselines of body lines by the column that they stand in, from left to right.
std::map<Length, std::vector<Length>> body_columns(const Page& page, Length left, Length pitch) {
  std::map<Length, std::vector<Length>> found;
  for (const PlacedLine* line : lines_of(page)) found[left + pitch * ((line->baseline.x + mm(1) - left) / pitch)].push_back(line->baseline.y);
  return found;
}

const Length half = mm(87);  // six columns and a gutter

}  // namespace

TEST_CASE("text in two columns is balanced at its end and keeps one grid", "[layout]") {
  for (int count = 1; count < 8; ++count) {
    Report report;
    const NodeId part = report.part("Del");
    const NodeId before = report.paragraph(part, "Før.");
    report.prose(columns(report, part, 2), count);
    const NodeId after = report.paragraph(part, "Etter.");
    const std::vector<Page> pages = report.pages();
    REQUIRE(pages.size() == 1);
    auto found = body_columns(pages[0], mm(22), half);
    INFO(count << " paragraphs");
    REQUIRE(found.size() == 2);
    std::vector<Length>& left = found.begin()->second;
    const std::vector<Length>& right = std::next(found.begin())->second;
    const Length end = report.settled.places.at(after.value).at.y;
    CHECK(left.front() < right.front());  // the line before stands above
    CHECK(right.front() == left[1]);
    Length deepest_left{};
    for (const Length y : left)
      if (y <= end) deepest_left = max(deepest_left, y);
    CHECK(deepest_left >= right.back());
    CHECK(deepest_left - right.back() <= mm(5) * (count > 1 ? 3 : 2));
    for (const Length y : right) CHECK((y - mm(30)).units % mm(5).units == 0);
    CHECK(end > deepest_left - mm(5));
    CHECK(report.settled.places.at(before.value).at.y < end);
  }
}

TEST_CASE("a heading stays with the columns below it, which begin where two lines have room", "[layout]") {
  for (int lines = 38; lines < 48; ++lines) {
    Report report;
    const NodeId part = report.part("Del");
    for (int i = 0; i < lines; ++i) report.paragraph(part, "Kort.");
    const NodeId head = report.heading(part, 2, "Hode");
    const NodeId group = columns(report, part, 2);
    report.paragraph(group, passage(1) + passage(2));
    report.prose(group, 3);
    const std::vector<Page> pages = report.pages();
    INFO(lines << " lines above");
    CHECK(report.diagnostics.list().empty());
    const std::uint32_t first = report.settled.places.at(head.value + 2).page;
    CHECK(report.settled.places.at(head.value).page == first);
    int beside = 0;
    for (const PlacedLine* line : lines_of(pages.at(first))) beside += line->leaf.node.value == head.value + 2 ? 1 : 0;
    CHECK(beside >= 3);
  }
}

TEST_CASE("columns run from page to page, each line once and in order", "[layout]") {
  Report report;
  const NodeId part = report.part("Del");
  report.prose(columns(report, part, 3), 80);
  const std::vector<Page> pages = report.pages();
  REQUIRE(pages.size() >= 2);
  NodeId last{0};
  Point at{mm(-1), mm(-1)};
  std::uint32_t page_index = 0;
  for (const Page& page : pages)
    for (const PlacedLine* line : lines_of(page)) {
      INFO(page.index << ' ' << line->leaf.node.value << ' ' << line->baseline.x.in_mm() << ' ' << line->baseline.y.in_mm() << " last " << last.value << ' ' << at.x.in_mm() << ' ' << at.y.in_mm());
      CHECK(line->leaf.node >= last);
      const bool goes_on = page.index > page_index || line->baseline.y > at.y || line->baseline.x > at.x + mm(40);
      CHECK(goes_on);
      last = line->leaf.node, at = line->baseline, page_index = page.index;
    }
}

TEST_CASE("a block that is wider than a column stands across all, the text above it balanced", "[layout]") {
  Report report;
  const NodeId part = report.part("Del");
  const NodeId group = columns(report, part, 2);
  report.prose(group, 2);
  content::Placement wide;
  wide.column = 1;
  wide.span = 12;
  const NodeId across = report.add(group, table(2), wide);
  report.prose(group, 2);
  const std::vector<Page> pages = report.pages();
  const Length y = report.settled.places.at(across.value).at.y;
  int above_right = 0, below_right = 0;
  for (const PlacedLine* line : lines_of(pages[0])) {
    if (line->leaf.node == across || line->baseline.x < mm(100)) continue;
    if (line->baseline.y < y) ++above_right;
    else ++below_right;
  }
  CHECK(above_right >= 2);
  CHECK(below_right >= 2);
}

TEST_CASE("a foot note stands at the foot of the column that marks it", "[layout]") {
  Report report;
  const NodeId part = report.part("Del");
  const NodeId group = columns(report, part, 2);
  report.prose(group, 1);
  const NodeId marked = report.paragraph(group, "Her er et merke.");
  report.prose(group, 3);
  const NodeId note = report.add(group, content::FootNote{});
  const NodeId text = report.paragraph(note, "Kilden selv sier noe annet.", "note");
  std::get<content::Paragraph>(report.tree.nodes[marked.value].body).inlines.push_back(note_mark(note));
  const std::vector<Page> pages = report.pages();
  REQUIRE(pages.size() == 1);
  Length column{}, note_x{}, lowest{}, note_y{};
  for (const PlacedLine* line : lines_of(pages[0])) {
    if (line->leaf.node == marked) column = line->baseline.x;
    if (line->leaf.node == text) note_x = line->baseline.x, note_y = line->baseline.y;
    else if (line->leaf.node != note) lowest = max(lowest, line->baseline.x == column ? line->baseline.y : Length{});
  }
  CHECK(note_y > lowest);
  CHECK(note_x - column >= mm(0));
  CHECK(note_x - column < mm(10));
}
