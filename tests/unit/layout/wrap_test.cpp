// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <random>

#include "layout/picture_room.hpp"
#include "support/sample_report.hpp"

using namespace tilstand;
using namespace tilstand::sample;
using layout::Page;
using layout::PicturePlace;
using layout::PlacedLine;
using layout::PlacedPicture;

namespace {

/// A library of one drawing, as high as it is wide.
picture::Library square() {
  picture::Library library;
  picture::Picture picture;
  picture.natural = {mm(20), mm(20)};
  picture.body = picture::Vector{};
  library.pictures.push_back(picture);
  return library;
}

NodeId image(Report& report, NodeId parent, definition::Wrap wrap, std::optional<Length> width, std::optional<Length> height = std::nullopt) {
  content::Image body;
  body.picture = {0};
  body.alt = "En firkant";
  body.width = width;
  body.height = height;
  content::Placement placement;
  placement.wrap = wrap;
  return report.add(parent, body, placement);
}

std::vector<Page> pages_of(Report& report, const picture::Library& library) {
  layout::Inputs inputs = report.inputs();
  inputs.pictures = &library;
  layout::Kept rounds;
  report.settled = layout::settle(inputs, rounds, report.diagnostics);
  std::vector<Page> pages;
  layout::lay_out_once(inputs, report.settled, [&pages](Page&& page) { pages.push_back(std::move(page)); }, report.diagnostics);
  return pages;
}

std::vector<Rect> pictures_on(const Page& page) {
  std::vector<Rect> found;
  for (const layout::Placed& thing : page.items)
    if (const auto* picture = std::get_if<PlacedPicture>(&thing)) found.push_back(picture->window);
  return found;
}

Rect ink_of(const PlacedLine& line) {
  return {{line.baseline.x + line.line.left, line.baseline.y - mm(2)}, {line.line.width, mm(2)}};
}

bool overlap(const Rect& a, const Rect& b) { return a.left() < b.right() && b.left() < a.right() && a.top() < b.bottom() && b.top() < a.bottom(); }

}  // namespace

TEST_CASE("text beside a picture is shorter and below it full again, on one grid", "[layout]") {
  for (const auto side : {definition::Wrap::left, definition::Wrap::right}) {
    Report report;
    const picture::Library library = square();
    const NodeId part = report.part("Del");
    image(report, part, side, mm(50));
    report.prose(part, 6);
    const std::vector<Page> pages = pages_of(report, library);
    REQUIRE(pictures_on(pages[0]).size() == 1);
    const Rect picture = pictures_on(pages[0])[0];
    int beside = 0, below = 0;
    Length last{};
    for (const PlacedLine* line : lines_of(pages[0])) {
      const Rect ink = ink_of(*line);
      CHECK_FALSE(overlap(ink, picture));
      CHECK((line->baseline.y - report.theme.page.head).units % report.theme.page.baseline.units == 0);
      CHECK(line->baseline.y > last);
      last = line->baseline.y;
      if (ink.top() < picture.bottom()) ++beside;
      else if (ink.left() < picture.right() && ink.right() > picture.left()) ++below;
    }
    CHECK(beside >= 9);  // 50 mm in lines of 5 mm
    CHECK(below > 0);
  }
}

TEST_CASE("a picture with less than three lines beside it, or too little room for them, stands above", "[layout]") {
  const picture::Library library = square();
  SECTION("two lines") {
    Report report;
    const NodeId part = report.part("Del");
    image(report, part, definition::Wrap::right, mm(50));
    report.paragraph(part, "En eneste kort linje.");
    const std::vector<Page> pages = pages_of(report, library);
    const Rect picture = pictures_on(pages[0]).at(0);
    for (const PlacedLine* line : lines_of(pages[0])) CHECK(line->baseline.y > picture.bottom());
  }
  SECTION("no 40 mm") {
    Report report;
    const NodeId part = report.part("Del");
    image(report, part, definition::Wrap::left, report.theme.page.live_width() - mm(44), mm(20));
    report.prose(part, 3);
    const std::vector<Page> pages = pages_of(report, library);
    const Rect picture = pictures_on(pages[0]).at(0);
    for (const PlacedLine* line : lines_of(pages[0])) CHECK(line->baseline.y > picture.bottom());
  }
}

TEST_CASE("lists stand beside a picture too, labels and lists in lists with them", "[layout]") {
  for (const auto side : {definition::Wrap::left, definition::Wrap::right}) {
    Report report;
    const picture::Library library = square();
    const NodeId part = report.part("Del");
    image(report, part, side, mm(50));
    report.paragraph(part, passage(1));
    const auto item = [&](NodeId list, int words) {
      content::ListItem made;
      made.label = "–";
      const NodeId id = report.add(list, made);
      report.paragraph(id, passage(words));
      return id;
    };
    const NodeId list = report.add(part, content::List{});
    const NodeId outer = item(list, 2);
    const NodeId inner = report.add(outer, content::List{});
    item(inner, 3);
    for (int i = 0; i < 6; ++i) item(list, i);
    const std::vector<Page> pages = pages_of(report, library);
    REQUIRE(pictures_on(pages[0]).size() == 1);
    const Rect picture = pictures_on(pages[0])[0];
    int labels = 0, texts = 0;
    for (const PlacedLine* line : lines_of(pages[0])) {
      const Rect ink = ink_of(*line);
      CHECK_FALSE(overlap(ink, picture));
      if (ink.top() >= picture.bottom()) continue;
      const bool label = line->leaf.part == layout::Leaf::Part::label;
      labels += label ? 1 : 0;
      texts += label ? 0 : 1;
      for (const PlacedLine* other : lines_of(pages[0]))  // a label stands left of its words
        if (label && other != line && other->baseline.y == line->baseline.y) CHECK(ink.right() < ink_of(*other).left());
    }
    CHECK(labels >= 2);
    CHECK(texts >= 6);
    CHECK(report.diagnostics.list().empty());
  }
}

TEST_CASE("an initial stands beside a picture when all its lines do", "[layout]") {
  for (const auto side : {definition::Wrap::left, definition::Wrap::right}) {
    Report report;
    const picture::Library library = square();
    definition::Style initial = *report.theme.style("body");
    initial.name = "initial";
    initial.drop_cap = 3;
    report.theme.styles.push_back(initial);
    const NodeId part = report.part("Del");
    image(report, part, side, mm(50));
    const NodeId text = report.paragraph(part, passage(1) + passage(2) + passage(3), "initial");
    const std::vector<Page> pages = pages_of(report, library);
    const Rect picture = pictures_on(pages[0]).at(0);
    Length tallest{};
    for (const PlacedLine* line : lines_of(pages[0])) {
      if (line->leaf.node != text) continue;
      CHECK_FALSE(overlap(ink_of(*line), picture));
      for (const text::GlyphRun& run : line->line.runs) tallest = max(tallest, run.size);
    }
    CHECK(tallest > initial.size * 2);
  }
}

TEST_CASE("pictures stay with the lines beside them wherever pages end, seeded", "[layout][property]") {
  const picture::Library library = square();
  for (unsigned seed = 0; seed < 40; ++seed) {
    std::mt19937 random(seed);
    Report report;
    const NodeId part = report.part("Del");
    for (int i = 0; i < 12; ++i) {
      if (random() % 4 == 0) report.heading(part, 2, "Hode");
      report.prose(part, 1 + static_cast<int>(random() % 3));
      const auto side = random() % 2 == 0 ? definition::Wrap::left : definition::Wrap::right;
      image(report, part, side, mm(25 + static_cast<double>(random() % 40)));
      report.prose(part, static_cast<int>(random() % 4));
    }
    std::size_t pictures = 0;
    for (const Page& page : pages_of(report, library)) {
      const std::vector<Rect> found = pictures_on(page);
      pictures += found.size();
      for (const Rect& one : found) {
        INFO("seed " << seed << ", page " << page.label);
        CHECK(one.bottom() <= page.trim.height - report.theme.page.foot);
        for (const PlacedLine* line : lines_of(page)) CHECK_FALSE(overlap(ink_of(*line), one));
        for (const Rect& other : found) CHECK((one == other || !overlap(one, other)));
      }
    }
    CHECK(pictures == 12);
    CHECK_FALSE(report.diagnostics.has_errors());
  }
}

TEST_CASE("a picture fills its room as it is told", "[layout]") {
  using definition::Fit;
  const Size natural{mm(40), mm(20)};
  const auto place = [&](layout::PictureRoom room) { return place_picture(natural, room, mm(100)); };
  const auto box = [](double x, double y, double width, double height) { return Rect{{mm(x), mm(y)}, {mm(width), mm(height)}}; };
  CHECK(place({}).area == box(0, 0, 100, 50));
  CHECK(place({mm(30), {}, Fit::contain}).window == box(0, 0, 30, 15));
  CHECK(place({mm(30), mm(30), Fit::contain}).window == box(0, 0, 30, 15));
  CHECK(place({mm(80), mm(20), Fit::contain}).window == box(0, 0, 40, 20));
  const PicturePlace middle = place({mm(30), mm(30), Fit::cover});
  CHECK(middle.area == box(-15, 0, 60, 30));
  CHECK(middle.window == box(0, 0, 30, 30));
  CHECK(place({mm(30), mm(30), Fit::cover, 0, 0}).area == box(0, 0, 60, 30));
  CHECK(place({mm(30), mm(30), Fit::cover, 100, 0}).area == box(-30, 0, 60, 30));
  CHECK(place({mm(80), mm(20), Fit::cover, 50, 100}).area == box(0, -20, 80, 40));
  CHECK(place({{}, {}, Fit::none}).window == box(0, 0, 40, 20));
}
