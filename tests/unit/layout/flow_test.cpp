// SPDX-License-Identifier: Apache-2.0
#include "layout/flow.hpp"

#include <catch2/catch.hpp>
#include <map>

#include "support/sample_report.hpp"

using namespace tilstand;
using namespace tilstand::sample;
using layout::Page;
using layout::PlacedLine;

namespace {

std::map<std::uint32_t, std::vector<int>> lines_by_page(const std::vector<Page>& pages) {
  std::map<std::uint32_t, std::vector<int>> counts;
  for (const Page& page : pages)
    for (const PlacedLine* line : lines_of(page)) {
      std::vector<int>& list = counts[line->leaf.node.value];
      list.resize(pages.size());
      ++list[page.index];
    }
  return counts;
}

bool on_grid(Length y) { return (y - mm(30)).units % mm(5).units == 0; }

}  // namespace

TEST_CASE("body baselines stand on the grid, after small type too", "[layout]") {
  Report report;
  const NodeId part = report.part("Del");
  report.prose(part, 3);
  report.paragraph(part, "Liten tekst.", "note");
  report.prose(part, 12);
  for (const Page& page : report.pages())
    for (const PlacedLine* line : lines_of(page))
      if (line->line.runs.front().size == pt(11)) CHECK(on_grid(line->baseline.y));
}

TEST_CASE("no paragraph leaves one line alone on a page", "[layout]") {
  for (int before = 0; before < 6; ++before) {
    Report report;
    const NodeId part = report.part("Del");
    for (int i = 0; i < before; ++i) report.paragraph(part, "Kort.");
    report.prose(part, 40);
    for (const auto& [node, counts] : lines_by_page(report.pages())) {
      int sum = 0;
      for (const int count : counts) sum += count;
      for (const int count : counts) {
        INFO("paragraph " << node << " of " << sum << " lines");
        if (count > 0 && sum > 1) CHECK(count >= 2);
        if (count > 0 && sum == 3) CHECK(count == 3);
      }
    }
  }
}

TEST_CASE("a heading keeps three lines of what follows", "[layout]") {
  for (int before = 36; before < 48; ++before) {
    Report report;
    const NodeId part = report.part("Del");
    for (int i = 0; i < before; ++i) report.paragraph(part, "Kort.");
    const NodeId head = report.heading(part, 2, "Hode");
    const NodeId text = report.paragraph(part, passage(1) + passage(2));
    const std::vector<Page> pages = report.pages();
    auto counts = lines_by_page(pages);
    const auto page = static_cast<std::size_t>(report.settled.places.at(head.value).page);
    INFO(before << " lines before");
    CHECK(counts[text.value][page] >= 3);
  }
}

TEST_CASE("a section's side head and body share their first baseline below the rule", "[layout]") {
  Report report;
  const NodeId section = report.add(report.part("Del"), content::Section{"side-head"});
  const NodeId head = report.heading(section, 2, "Hode");
  const NodeId body = report.paragraph(section, passage(1));
  const NodeId second = report.add(report.tree[section].parent, content::Section{"side-head"});
  const NodeId next = report.heading(second, 2, "Neste");
  report.paragraph(second, passage(2));
  const std::vector<Page> pages = report.pages();
  std::map<std::uint32_t, Point> first, last;
  for (const PlacedLine* line : lines_of(pages[0])) {
    first.try_emplace(line->leaf.node.value, line->baseline);
    last[line->leaf.node.value] = line->baseline;
  }
  CHECK(first[head.value] == Point{mm(22), mm(40)});
  CHECK(first[body.value] == Point{mm(22 + 58), mm(40)});
  CHECK(first[next.value].y == last[body.value].y + mm(10 + 5 + 5));
}

TEST_CASE("side notes hang below the side head and push the next section down", "[layout]") {
  Report report;
  const NodeId part = report.part("Del");
  const NodeId section = report.add(part, content::Section{"side-head"});
  report.heading(section, 2, "Hode");
  const NodeId aside = report.add(section, content::SideNote{});
  const NodeId note = report.paragraph(aside, passage(1), "side-note");
  report.paragraph(section, "Kort.");
  const NodeId second = report.add(part, content::Section{"side-head"});
  report.heading(second, 2, "Neste");
  const std::vector<Page> pages = report.pages();
  Length lowest{};
  for (const PlacedLine* line : lines_of(pages[0])) {
    if (line->leaf.node != note) continue;
    if (lowest == Length{}) CHECK(line->baseline.y == mm(47.5));
    lowest = line->baseline.y;
  }
  CHECK(report.settled.places.at(second.value).at.y >= lowest);
}

TEST_CASE("blocks for the foot stand on the foot margin in their order", "[layout]") {
  Report report;
  const NodeId part = report.part("Del");
  content::Placement foot;
  foot.place = definition::Place::foot;
  std::vector<NodeId> notes;
  for (const char* text : {"Øverst.", "Nederst."}) {
    const NodeId id = report.paragraph(part, text, "note");
    report.tree.nodes[id.value].placement = foot;
    notes.push_back(id);
  }
  report.prose(part, 14);
  const std::vector<Page> pages = report.pages();
  Length upper{}, lower{};
  for (const PlacedLine* line : lines_of(pages[0])) {
    if (line->leaf.node == notes[0]) upper = line->baseline.y;
    else if (line->leaf.node == notes[1]) lower = line->baseline.y;
    else CHECK(line->baseline.y <= mm(270 - 7.5 - 10));
  }
  CHECK(lower == mm(270));
  CHECK(upper == mm(270 - 3.75));
}

TEST_CASE("a foot block without room goes to the next page and text passes it", "[layout]") {
  Report report;
  const NodeId part = report.part("Del");
  for (int i = 0; i < 40; ++i) report.paragraph(part, "Kort.");
  content::Table body = table(8);
  content::Placement foot;
  foot.place = definition::Place::foot;
  const NodeId late = report.add(part, body, foot);
  const NodeId after = report.paragraph(part, "Etter.");
  const std::vector<Page> pages = report.pages();
  REQUIRE(pages.size() == 2);
  CHECK(report.settled.places.at(late.value).page == 1);
  CHECK(report.settled.places.at(after.value).page == 0);
}

TEST_CASE("notes stand at the foot of the page of their first mark", "[layout]") {
  Report report;
  const NodeId part = report.part("Del");
  report.prose(part, 12);
  const NodeId marked = report.paragraph(part, "Her er et merke.");
  report.prose(part, 12);
  const NodeId note = report.add(part, content::FootNote{});
  const NodeId text = report.paragraph(note, "Kilden selv sier noe annet.", "note");
  std::get<content::Paragraph>(report.tree.nodes[marked.value].body).inlines.push_back(note_mark(note));
  const std::vector<Page> pages = report.pages();
  CHECK(report.settled.places.at(note.value).page == report.settled.places.at(marked.value).page);
  const Page& page = pages[report.settled.places.at(marked.value).page];
  for (const PlacedLine* line : lines_of(page)) {
    if (line->leaf.node == text) CHECK(line->baseline.y == mm(270));
    else if (line->leaf.node != note) CHECK(line->baseline.y <= mm(270 - 3.75 - 2.5));
  }
}

TEST_CASE("what is taller than a page is placed and reported, and layout ends", "[layout]") {
  Report report;
  const NodeId part = report.part("Del");
  report.paragraph(part, "Før.");
  content::Group unbroken;
  unbroken.columns = 2;
  const NodeId group = report.add(part, unbroken), column = report.add(group, content::Group{});
  for (int i = 0; i < 90; ++i) report.paragraph(column, "Linje " + std::to_string(i));
  report.paragraph(part, "Etter.");
  const std::vector<Page> pages = report.pages();
  CHECK(pages.size() <= 4);
  REQUIRE(report.diagnostics.list().size() == 1);
  CHECK(report.diagnostics.list().front().code == "layout.too-tall");
}

TEST_CASE("a page may end inside a group, and its place is that of its first block", "[layout]") {
  Report report;
  const NodeId part = report.part("Del");
  content::Placement low;
  low.at = mm(40);
  low.column = 5;
  low.span = 8;
  const NodeId group = report.add(part, content::Group{}, low);
  const NodeId first = report.paragraph(group, "Først.");
  report.add(group, content::PageBreak{});
  const NodeId second = report.paragraph(group, "Så.");
  const std::vector<Page> pages = report.pages();
  REQUIRE(pages.size() == 2);
  CHECK(lines_of(pages[0]).front()->leaf.node == first);
  CHECK(lines_of(pages[0]).front()->baseline == Point{mm(22 + 58), mm(75)});
  CHECK(lines_of(pages[1]).front()->leaf.node == second);
  CHECK(lines_of(pages[1]).front()->baseline == Point{mm(19 + 58), mm(35)});
}

TEST_CASE("a side note outside a section runs with the text", "[layout]") {
  Report report;
  const NodeId aside = report.add(report.part("Del"), content::SideNote{});
  report.paragraph(aside, "Ved siden av.", "side-note");
  CHECK(lines_of(report.pages().front()).size() == 1);
}

TEST_CASE("a paragraph of a hundred thousand words runs over its pages whole", "[layout]") {
  Report report;
  std::string words;
  for (int i = 0; i < 100'000; ++i) words += i % 7 == 0 ? "tilstand " : "og ";
  words += "slutt.";
  const NodeId text = report.paragraph(report.part("Del"), words);
  std::size_t printed = 0, pages = 0;
  for (const Page& page : report.pages()) {
    ++pages;
    for (const PlacedLine* line : lines_of(page))
      if (line->leaf.node == text) printed += text_of(*line).size();
  }
  CHECK(printed == words.size());
  CHECK(pages > 50);
  CHECK(report.diagnostics.list().empty());
}

TEST_CASE("a word wider than its column stands alone, sticks out and is named", "[layout]") {
  Report report;
  const NodeId part = report.part("Del");
  report.paragraph(part, "Før " + std::string(3000, 'm') + " etter.");
  const std::vector<Page> pages = report.pages();
  CHECK(pages.size() == 1);
  CHECK(lines_of(pages[0]).size() == 3);
  bool named = false;
  for (const Diagnostic& one : report.diagnostics.list()) named = named || one.code == "layout.overfull";
  CHECK(named);
}
