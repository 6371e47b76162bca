// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "support/sample_report.hpp"

using namespace tilstand;
using namespace tilstand::sample;
using layout::Page;
using layout::PlacedLine;

namespace {

/// Ten pages or so, with a paragraph that refers so often to a page near its own that the number's length decides its lines: with
/// "9" it has three and stays whole, with "10" four and may be divided, which brings the target back to page 9.
void fill(Report& report, int short_lines, int references) {
  const NodeId part = report.part("Del");
  for (int page = 0; page < 7; ++page) {
    report.paragraph(part, "Side.");
    report.add(part, content::PageBreak{});
  }
  for (int i = 0; i < short_lines; ++i) report.paragraph(part, "Kort.");
  const NodeId text = report.paragraph(part, "Se");
  for (int i = 0; i < 45; ++i) report.paragraph(part, "Kort.");
  const NodeId target = report.paragraph(part, "Målet.");
  report.tree.nodes[target.value].name = "maal";
  auto& inlines = std::get<content::Paragraph>(report.tree.nodes[text.value].body).inlines;
  for (int i = 0; i < references; ++i) {
    inlines.push_back(words(" "));
    inlines.push_back(page_of(target));
    inlines.push_back(words(" xx"));
  }
}

/// Each page number is asked for as a range.
void ask_ranges(Report& report) {
  for (content::Node& node : report.tree.nodes) {
    auto* paragraph = std::get_if<content::Paragraph>(&node.body);
    if (paragraph == nullptr) continue;
    for (content::Inline& one : paragraph->inlines) {
      if (one.kind != content::Inline::Kind::page_reference) continue;
      one.kind = content::Inline::Kind::page_range;
      one.text = "{pages}";
    }
  }
}

}  // namespace

TEST_CASE("a page reference or range that moves its own page back and forth is reported by name", "[layout]") {
  const bool range = GENERATE(false, true);
  int unsettled = 0;
  for (int references = 62; references < 76 && unsettled == 0; ++references)
    for (int lines = 40; lines < 48 && unsettled == 0; ++lines) {
      Report report;
      fill(report, lines, references);
      if (range) ask_ranges(report);
      layout::Kept kept;
      layout::settle(report.inputs(), kept, report.diagnostics);
      CHECK(kept.complete == report.diagnostics.list().empty());
      for (const Diagnostic& one : report.diagnostics.list()) {
        CHECK(one.code == "layout.unsettled");
        CHECK(one.message.find("five rounds") != std::string::npos);
        CHECK(one.message.find("\"maal\"") != std::string::npos);
        ++unsettled;
      }
    }
  CHECK(unsettled == 1);
}

TEST_CASE("what settles is a fixed point, and the printed numbers are right", "[layout][property]") {
  for (int lines = 30; lines < 48; ++lines) {
    Report report;
    fill(report, lines, 30);
    const std::vector<Page> pages = report.pages();
    REQUIRE(report.diagnostics.list().empty());
    const layout::Settled again = layout::lay_out_once(report.inputs(), report.settled, [](Page&&) {}, report.diagnostics);
    CHECK(again == report.settled);
    const NodeId target{static_cast<std::uint32_t>(report.tree.nodes.size() - 1)};
    const std::string label = report.settled.labels.at(report.settled.places.at(target.value).page);
    std::string text;
    for (const Page& page : pages)
      for (const PlacedLine* line : lines_of(page)) text += text_of(*line);
    CHECK(text.find("Se " + label + " xx " + label + " xx") != std::string::npos);
  }
}

TEST_CASE("the contents' numbers are those of the pages that parts begin on", "[layout]") {
  Report report;
  const NodeId front = report.part("Innhold"), toc = report.add(front, content::Toc{});
  for (int i = 0; i < 4; ++i) {
    content::TocEntry entry;
    entry.title = {words("Del " + std::to_string(i))};
    report.add(toc, entry);
  }
  std::vector<NodeId> parts;
  for (int i = 0; i < 4; ++i) {
    parts.push_back(report.part("Del " + std::to_string(i), "text", i % 2 == 0 ? definition::Side::left : definition::Side::right));
    report.prose(parts.back(), 9 * i);
    std::get<content::TocEntry>(report.tree.nodes[toc.value + 1 + static_cast<std::uint32_t>(i)].body).target = parts.back();
  }
  const std::vector<Page> pages = report.pages();
  std::vector<std::string> printed, expected;
  for (const Page& page : pages)
    for (const PlacedLine* line : lines_of(page))
      if (line->leaf.part == layout::Leaf::Part::page) printed.push_back(text_of(*line).substr(1));  // a space keeps it from the title
  for (const NodeId part : parts) expected.push_back(pages.at(report.settled.places.at(part.value).page).label);
  CHECK(printed == expected);
  for (std::size_t i = 0; i < parts.size(); ++i) CHECK(pages.at(report.settled.places.at(parts[i].value).page).left == (i % 2 == 0));
}

TEST_CASE("a thumb index on a dark ground is reversed, so that block and text differ from the ground", "[layout]") {
  Report report;
  report.theme.masters[1].thumb = true;
  report.theme.palette[1].reversed = "ink";
  const NodeId part = report.part("Åpning", "opener");
  std::get<content::Part>(report.tree.nodes[part.value].body).thumb = "M";
  const NodeId title = report.paragraph(part, "Tittel");
  report.tree.nodes[title.value].placement.frame = "title";
  const std::vector<Page> pages = report.pages();
  REQUIRE(pages.size() == 1);
  std::vector<Ink> fills;
  for (const layout::Placed& thing : pages[0].items)
    if (const auto* shape = std::get_if<layout::PlacedShape>(&thing); shape != nullptr && shape->shape.fill) fills.push_back(*shape->shape.fill);
  REQUIRE(fills.size() == 2);
  CHECK(fills[0].role == 2);
  CHECK(fills[1] != fills[0]);
  int marks = 0;
  for (const layout::Placed& thing : pages[0].items) {
    const auto* line = std::get_if<PlacedLine>(&thing);
    if (line == nullptr || text_of(*line) != "M" || line->artifact != layout::Artifact::header) continue;
    for (const text::GlyphRun& run : line->line.runs) CHECK(run.ink != fills[1]);
    ++marks;
  }
  CHECK(marks == 1);
}
