// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "support/sample_report.hpp"

using namespace tilstand;
using namespace tilstand::sample;
using layout::Page;
using layout::PlacedLine;

namespace {

content::Part& part_body(Report& report, NodeId part) { return std::get<content::Part>(report.tree.nodes[part.value].body); }

/// A part with `count` notes on each of two pages; the words that their labels print, by page.
std::vector<std::vector<std::string>> note_labels(definition::NoteNumbers numbers) {
  Report report;
  report.theme.note_numbers = numbers;
  for (int i = 0; i < 2; ++i) {
    const NodeId part = report.part("Del");
    for (int page = 0; page < 2; ++page) {
      const NodeId marked = report.paragraph(part, "Et merke.");
      const NodeId note = report.add(part, content::FootNote{});
      report.paragraph(note, "Noten.", "note");
      std::get<content::Paragraph>(report.tree.nodes[marked.value].body).inlines.push_back(note_mark(note));
      if (page == 0) report.add(part, content::PageBreak{});
    }
  }
  std::vector<std::vector<std::string>> labels;
  for (const Page& page : report.pages()) {
    labels.emplace_back();
    for (const PlacedLine* line : lines_of(page))
      if (line->leaf.part == layout::Leaf::Part::label) labels.back().push_back(text_of(*line));
  }
  return labels;
}

using Labels = std::vector<std::vector<std::string>>;

}  // namespace

TEST_CASE("front matter counts in roman numerals and the text from one", "[layout]") {
  Report report;
  const NodeId front = report.part("Forord");
  part_body(report, front).numbering = definition::Numbering::roman;
  report.paragraph(front, "Forord.");
  report.add(front, content::PageBreak{});
  report.paragraph(front, "Mer.");
  const NodeId text = report.part("Tekst", "text", definition::Side::right);
  part_body(report, text).numbering = definition::Numbering::arabic;
  part_body(report, text).number_from = 1;
  report.paragraph(text, "Tekst.");
  const NodeId more = report.part("Mer tekst");
  report.paragraph(more, "Tekst.");
  std::vector<std::string> labels;
  for (const Page& page : report.pages()) labels.push_back(page.label);
  CHECK(labels == std::vector<std::string>{"i", "ii", "1", "2"});
}

TEST_CASE("notes are numbered through the report, the part or the page", "[layout]") {
  CHECK(note_labels(definition::NoteNumbers::report) == Labels{{"1"}, {"2"}, {"3"}, {"4"}});
  CHECK(note_labels(definition::NoteNumbers::part) == Labels{{"1"}, {"2"}, {"1"}, {"2"}});
  CHECK(note_labels(definition::NoteNumbers::page) == Labels{{"1"}, {"1"}, {"1"}, {"1"}});
}

TEST_CASE("a master has stand-ins on left and right pages, and a blank page its own", "[layout]") {
  Report report;
  definition::Master blank = report.theme.masters.front(), left = report.theme.masters.front();
  blank.name = "blank";
  left.name = "text-left";
  report.theme.masters.front().left = "text-left";
  report.theme.masters.push_back(left);
  report.theme.masters.push_back(blank);
  const std::string text = report.theme.masters.front().name;
  const NodeId part = report.part("Del", text);
  for (int i = 0; i < 3; ++i) {
    report.paragraph(part, "Side.");
    if (i < 2) report.add(part, content::PageBreak{});
  }
  report.paragraph(report.part("Neste", text, definition::Side::right), "Side.");
  std::vector<std::string> masters;
  for (const Page& page : report.pages()) masters.push_back(page.master);
  CHECK(masters == std::vector<std::string>{text, "text-left", text, "blank", text});
}

TEST_CASE("pages of a turned master lie on their side, text within their live area", "[layout]") {
  Report report;
  report.theme.masters.front().turned = true;
  const NodeId part = report.part("Del", report.theme.masters.front().name);
  report.prose(part, 30);
  const std::vector<Page> pages = report.pages();
  REQUIRE(pages.size() >= 2);
  for (const Page& page : pages) {
    CHECK(page.turned);
    CHECK(page.shown().width > page.shown().height);
    for (const PlacedLine* line : lines_of(page)) {
      CHECK(line->baseline.x + line->line.width <= page.shown().width - mm(15));
      CHECK(line->baseline.y <= page.shown().height - mm(15));
    }
  }
}
