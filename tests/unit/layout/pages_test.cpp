// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <algorithm>

#include "support/sample_report.hpp"

using namespace tilstand;
using namespace tilstand::sample;
using layout::Artifact;
using layout::Page;
using layout::Placed;
using layout::PlacedLine;
using layout::PlacedShape;

namespace {

/// The furniture of a page with these words; null when there is none.
const PlacedLine* furniture(const Page& page, const std::string& text) {
  for (const Placed& thing : page.items)
    if (const auto* line = std::get_if<PlacedLine>(&thing); line != nullptr && line->artifact == Artifact::header && text_of(*line) == text) return line;
  return nullptr;
}

Length left_of(const PlacedLine& line) { return line.baseline.x + line.line.left; }
Length right_of(const PlacedLine& line) { return left_of(line) + line.line.width; }

std::vector<Rect> filled_areas(const Page& page) {
  std::vector<Rect> areas;
  for (const Placed& thing : page.items)
    if (const auto* shape = std::get_if<PlacedShape>(&thing); shape != nullptr && shape->shape.fill) areas.push_back(bounds(shape->shape.path));
  return areas;
}

}  // namespace

TEST_CASE("page one is a right page with its back margin at the left", "[layout]") {
  Report report;
  report.paragraph(report.part("Første"), "Tekst.");
  report.paragraph(report.part("Andre"), "Tekst.");
  const std::vector<Page> pages = report.pages();
  REQUIRE(pages.size() == 2);
  CHECK_FALSE(pages[0].left);
  CHECK(pages[1].left);
  CHECK(lines_of(pages[0]).front()->baseline.x == mm(22));
  CHECK(lines_of(pages[1]).front()->baseline.x == mm(19));
}

TEST_CASE("the folio stands at the fore-edge of both pages, the running head inside", "[layout]") {
  Report report;
  report.paragraph(report.part("Første"), "Tekst.");
  report.paragraph(report.part("Andre"), "Tekst.");
  const std::vector<Page> pages = report.pages();
  const PlacedLine *right = furniture(pages[0], "1"), *left = furniture(pages[1], "2");
  REQUIRE(right != nullptr);
  REQUIRE(left != nullptr);
  CHECK(std::abs((right_of(*right) - mm(191)).units) < 400);
  CHECK(left_of(*left) == mm(19));
  CHECK(left->baseline.y == mm(15));
  REQUIRE(furniture(pages[0], "Første") != nullptr);
  CHECK(left_of(*furniture(pages[0], "Første")) == mm(22));
  REQUIRE(furniture(pages[1], "Rapportens tittel") != nullptr);
  CHECK(left_of(*furniture(pages[1], "Rapportens tittel")) == mm(19 + 58));
}

TEST_CASE("a part that starts on a left page gets a blank page without folio before it", "[layout]") {
  Report report;
  report.paragraph(report.part("Første"), "Tekst.");
  report.paragraph(report.part("Andre"), "Tekst.");
  report.paragraph(report.part("Tredje", "text", definition::Side::left), "Tekst.");
  const std::vector<Page> pages = report.pages();
  REQUIRE(pages.size() == 4);
  CHECK(pages[2].items.empty());
  CHECK(pages[2].label == "3");
  CHECK(pages[3].left);
  CHECK(text_of(*lines_of(pages[3]).front()) == "Tekst.");
}

TEST_CASE("a reversed master covers the page and turns the inks of text", "[layout]") {
  Report report;
  const NodeId part = report.part("Åpning", "opener");
  const NodeId title = report.paragraph(part, "Tittel");
  report.tree.nodes[title.value].placement.frame = "title";
  const std::vector<Page> pages = report.pages();
  REQUIRE(pages.size() == 1);
  REQUIRE(filled_areas(pages[0]).size() == 1);
  CHECK(filled_areas(pages[0]).front() == Rect{{}, {mm(210), mm(297)}});
  const PlacedLine& line = *lines_of(pages[0]).front();
  CHECK(line.line.runs.front().ink.role == 1);
  CHECK(line.baseline == Point{mm(22 + 58), mm(30)});
}

TEST_CASE("thumb indexes stand below one another by the parts that have one", "[layout]") {
  Report report;
  report.paragraph(report.part("Uten"), "Tekst.");
  for (const char* thumb : {"A", "B"}) {
    const NodeId part = report.part("Med");
    std::get<content::Part>(report.tree.nodes[part.value].body).thumb = thumb;
    report.paragraph(part, "Tekst.");
  }
  const std::vector<Page> pages = report.pages();
  REQUIRE(pages.size() == 3);
  CHECK(filled_areas(pages[0]).empty());
  CHECK(filled_areas(pages[1]).front() == Rect{{{}, mm(30)}, {mm(5), mm(15)}});
  CHECK(filled_areas(pages[2]).front() == Rect{{mm(205), mm(50)}, {mm(5), mm(15)}});
}

TEST_CASE("the flow leaves a page without a flow frame for the next master", "[layout]") {
  Report report;
  const NodeId part = report.part("Åpning", "opener");
  const NodeId title = report.paragraph(part, "Tittel");
  report.tree.nodes[title.value].placement.frame = "title";
  report.paragraph(part, "Brødtekst.");
  const std::vector<Page> pages = report.pages();
  REQUIRE(pages.size() == 2);
  CHECK(pages[0].master == "opener");
  CHECK(pages[1].master == "text");
}

TEST_CASE("a frame that the master lacks is reported with what was meant", "[layout]") {
  Report report;
  const NodeId part = report.part("Åpning", "opener");
  const NodeId title = report.paragraph(part, "Tittel");
  report.tree.nodes[title.value].placement.frame = "titel";
  report.pages();
  REQUIRE(report.diagnostics.list().size() == 1);
  CHECK(report.diagnostics.list().front().code == "layout.unknown-frame");
  CHECK(report.diagnostics.list().front().hint == "did you mean \"title\"?");
}

TEST_CASE("a part without blocks is a page all the same", "[layout]") {
  Report report;
  report.part("Tom");
  CHECK(report.pages().size() == 1);
}

TEST_CASE("page numbers of references settle and stay", "[layout]") {
  Report report;
  const NodeId first = report.part("Første");
  const NodeId reference = report.paragraph(first, "Se side ");
  report.prose(first, 30);
  const NodeId target = report.heading(first, 2, "Målet");
  std::get<content::Paragraph>(report.tree.nodes[reference.value].body).inlines.push_back(page_of(target));
  const std::vector<Page> pages = report.pages();
  REQUIRE(pages.size() > 1);
  CHECK(text_of(*lines_of(pages[0]).front()) == "Se side " + pages.back().label);
  CHECK(report.settled.places.at(target.value).page == pages.back().index);
  layout::Kept kept;
  CHECK(layout::settle(report.inputs(), kept, report.diagnostics) == report.settled);
}
