// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "layout/page_fill.hpp"
#include "support/sample_report.hpp"

using namespace tilstand;
using namespace tilstand::sample;
using layout::Page;
using layout::PlacedLine;

namespace {

NodeId floating(Report& report, NodeId parent, definition::Place place, int rows) {
  content::Placement placement;
  placement.place = place;
  return report.add(parent, table(rows), placement);
}

std::size_t page_of_node(const Report& report, NodeId node) { return report.settled.places.at(node.value).page; }

}  // namespace

TEST_CASE("a float at the head stands above the text of the page where it is met, which keeps its grid", "[layout]") {
  Report report;
  const NodeId part = report.part("Del");
  const NodeId before = report.paragraph(part, "Før.");
  const NodeId top = floating(report, part, definition::Place::top, 3);
  const std::vector<Page> pages = report.pages();
  REQUIRE(pages.size() == 1);
  for (const PlacedLine* line : lines_of(pages[0])) {
    if (line->leaf.node == before) CHECK((line->baseline.y - mm(30)).units % mm(5).units == 0);
    if (line->leaf.node == before) CHECK(line->baseline.y > report.settled.places.at(top.value).at.y + mm(20));
  }
}

TEST_CASE("a float without room at the head waits for the next page, and text goes on", "[layout]") {
  Report report;
  const NodeId part = report.part("Del");
  for (int i = 0; i < 44; ++i) report.paragraph(part, "Kort.");
  const NodeId top = floating(report, part, definition::Place::top, 6);
  const NodeId after = report.paragraph(part, "Etter.");
  const std::vector<Page> pages = report.pages();
  REQUIRE(pages.size() == 2);
  CHECK(page_of_node(report, top) == 1);
  CHECK(page_of_node(report, after) == 0);
}

TEST_CASE("a float with a page of its own shares it with nothing, and text passes it", "[layout]") {
  Report report;
  const NodeId part = report.part("Del");
  const NodeId before = report.paragraph(part, "Før.");
  const NodeId alone = floating(report, part, definition::Place::page, 3);
  const NodeId after = report.paragraph(part, "Etter.");
  const std::vector<Page> pages = report.pages();
  REQUIRE(pages.size() == 2);
  CHECK(page_of_node(report, before) == 0);
  CHECK(page_of_node(report, after) == 0);
  CHECK(page_of_node(report, alone) == 1);
  for (const PlacedLine* line : lines_of(pages[1])) CHECK(line->leaf.node == alone);
}

TEST_CASE("floats keep their order whatever their room", "[layout]") {
  Report report;
  const NodeId part = report.part("Del");
  for (int i = 0; i < 38; ++i) report.paragraph(part, "Kort.");
  const NodeId first = floating(report, part, definition::Place::foot, 12);
  const NodeId second = floating(report, part, definition::Place::foot, 1);
  const std::vector<Page> pages = report.pages();
  CHECK(page_of_node(report, first) <= page_of_node(report, second));
  CHECK(pages.size() == 2);
}

TEST_CASE("a block in the margin stands beside the text at its place and takes no room in it", "[layout]") {
  Report report;
  const NodeId section = report.add(report.part("Del"), content::Section{"side-head"});
  report.heading(section, 2, "Hode");
  report.paragraph(section, passage(1));
  const NodeId aside = floating(report, section, definition::Place::margin, 2);
  const NodeId after = report.paragraph(section, passage(2));
  const std::vector<Page> pages = report.pages();
  Length left_edge = mm(1000), text_edge = mm(1000);
  for (const PlacedLine* line : lines_of(pages.front())) {
    if (line->leaf.node == aside) left_edge = min(left_edge, line->baseline.x);
    if (line->leaf.node == after) text_edge = min(text_edge, line->baseline.x);
  }
  CHECK(left_edge + mm(40) < text_edge);
  CHECK(report.settled.places.at(after.value).at.y - report.settled.places.at(aside.value).at.y < mm(10));
}

TEST_CASE("text that reaches into the margin begins below a block there, text beside it does not", "[layout]") {
  for (const bool beside : {false, true}) {
    Report report;
    const NodeId part = report.part("Del");
    const NodeId aside = floating(report, part, definition::Place::margin, 2);
    content::Placement place;
    if (beside) place.column = 5, place.span = 8;
    const NodeId text = report.paragraph(part, passage(2));
    report.tree.nodes[text.value].placement = place;
    Length foot{}, top = mm(1000);
    const std::vector<Page> pages = report.pages();
    for (const PlacedLine* line : lines_of(pages.front())) {
      if (line->leaf.node == aside) foot = max(foot, line->baseline.y);
      if (line->leaf.node == text) top = min(top, line->baseline.y);
    }
    INFO((beside ? "beside" : "in the full measure"));
    CHECK((top > foot) == !beside);
  }
}

TEST_CASE("a note that is longer than its page has room for goes on on the next one, two lines on either side", "[layout]") {
  Report report;
  const NodeId part = report.part("Del");
  for (int i = 0; i < 40; ++i) report.paragraph(part, "Kort.");
  const NodeId marked = report.paragraph(part, "Her er et merke.");
  report.prose(part, 12);
  const NodeId note = report.add(part, content::FootNote{});
  std::string words;
  for (int i = 0; i < 12; ++i) words += passage(i) + " ";
  const NodeId text = report.paragraph(note, words, "note");
  std::get<content::Paragraph>(report.tree.nodes[marked.value].body).inlines.push_back(note_mark(note));
  const std::vector<Page> pages = report.pages();
  std::vector<int> lines(pages.size());
  std::size_t total = 0;
  for (const Page& page : pages)
    for (const PlacedLine* line : lines_of(page)) {
      if (line->leaf.node != text) continue;
      ++lines[page.index];
      ++total;
      CHECK(line->baseline.y <= mm(270.1));
    }
  const std::size_t first = page_of_node(report, marked);
  REQUIRE(first + 1 < pages.size());
  CHECK(lines[first] >= 2);
  CHECK(lines[first + 1] >= 2);
  CHECK(lines[first] + lines[first + 1] == static_cast<int>(total));
  CHECK(page_of_node(report, note) == first);
}

TEST_CASE("what a note that goes on holds is where its words stand", "[layout]") {
  Report report;
  const NodeId part = report.part("Del");
  for (int i = 0; i < 40; ++i) report.paragraph(part, "Kort.");
  const NodeId marked = report.paragraph(part, "Her er et merke.");
  report.prose(part, 12);
  const NodeId note = report.add(part, content::FootNote{});
  std::vector<NodeId> later;
  for (int i = 0; i < 24; ++i) later.push_back(report.paragraph(note, "Kort.", "note"));
  std::get<content::Paragraph>(report.tree.nodes[marked.value].body).inlines.push_back(note_mark(note));
  const std::vector<Page> pages = report.pages();
  std::map<std::uint32_t, std::pair<std::uint32_t, Length>> first;  // where the first line of each paragraph stands
  for (const Page& page : pages)
    for (const PlacedLine* line : lines_of(page))
      if (line->leaf.part == layout::Leaf::Part::whole) first.try_emplace(line->leaf.node.value, page.index, line->baseline.y);
  std::set<std::uint32_t> places;
  for (const NodeId text : later) {
    const auto& place = report.settled.places.at(text.value);
    CHECK(place.page == first.at(text.value).first);
    CHECK(place.at.y < first.at(text.value).second);
    CHECK(first.at(text.value).second - place.at.y < mm(8));
    places.insert(place.page);
  }
  CHECK(places.size() == 2);
}

TEST_CASE("a note longer than a page leaves room for text on each page and ends", "[layout]") {
  Report report;
  const NodeId part = report.part("Del");
  const NodeId marked = report.paragraph(part, "Her er et merke.");
  const NodeId note = report.add(part, content::FootNote{});
  std::string words;
  for (int i = 0; i < 120; ++i) words += passage(i) + " ";
  const NodeId text = report.paragraph(note, words, "note");
  std::get<content::Paragraph>(report.tree.nodes[marked.value].body).inlines.push_back(note_mark(note));
  const std::vector<Page> pages = report.pages();
  CHECK(pages.size() >= 2);
  CHECK(pages.size() < 8);
  std::string printed;
  for (const Page& page : pages)
    for (const PlacedLine* line : lines_of(page))
      if (line->leaf.node == text) printed += text_of(*line);
  CHECK(printed.size() + 400 > words.size());
  CHECK(report.diagnostics.list().empty());
}
