// SPDX-License-Identifier: Apache-2.0
#include "press/bleed.hpp"

#include <catch2/catch.hpp>

#include "press/frame.hpp"
#include "unit/press/pages.hpp"

namespace tilstand::press {
namespace {

Rect box_of(const scene::Page& page, std::size_t item) { return bounds(std::get<scene::ShapeItem>(page.items.at(item).drawing).shape.path); }

scene::Item shown(const Rect& where, const Rect& window) { return {{scene::TagId::none(), layout::Artifact::background}, scene::PictureItem{{0}, where, window}}; }

const scene::PictureItem& picture_of(const scene::Page& page, std::size_t item) { return std::get<scene::PictureItem>(page.items.at(item).drawing); }

TEST_CASE("what ends at the trim edge is drawn out to the bleed, and nothing else moves", "[press]") {
  scene::Page page = page_with({filled(area(0, 0, 210, 297)), filled(area(205, 40, 5, 15)), filled(area(20, 20, 50, 50)), filled(area(0, 100, 210, 5)),
                                stroked({mm(20), mm(50)}, {mm(210), mm(50)}, pt(1))});
  draw_to_bleed(page, mm(3));
  CHECK(box_of(page, 0) == area(-3, -3, 216, 303));
  CHECK(box_of(page, 1) == area(205, 40, 8, 15));
  CHECK(box_of(page, 2) == area(20, 20, 50, 50));
  CHECK(box_of(page, 3) == area(-3, 100, 216, 5));
  CHECK(box_of(page, 4).right() == mm(213));
}

TEST_CASE("a page on its side bleeds at the edges that it shows", "[press]") {
  scene::Page page = page_with({filled(area(0, 0, 297, 210))});
  page.turned = true;
  draw_to_bleed(page, mm(3));
  CHECK(box_of(page, 0) == area(-3, -3, 303, 216));
}

TEST_CASE("without bleed nothing moves", "[press]") {
  scene::Page page = page_with({filled(area(0, 0, 210, 297))});
  draw_to_bleed(page, {});
  CHECK(box_of(page, 0) == area(0, 0, 210, 297));
}

TEST_CASE("a picture that goes on beyond its window shows more of itself", "[press]") {
  scene::Page page = page_with({shown(area(-20, -20, 260, 340), area(0, 0, 210, 297))});
  CHECK(enlargement(picture_of(page, 0), trim, mm(3)) == 1);
  draw_to_bleed(page, mm(3));
  CHECK(picture_of(page, 0).window == area(-3, -3, 216, 303));
  CHECK(picture_of(page, 0).area == area(-20, -20, 260, 340));
}

TEST_CASE("a picture that ends at the trim edge is enlarged in proportion to fill its bleed", "[press]") {
  scene::Page page = page_with({shown(area(0, 0, 210, 100), area(0, 0, 210, 100))});
  CHECK(enlargement(picture_of(page, 0), trim, mm(3)) == Approx(1.06));  // 50 mm up to 53
  draw_to_bleed(page, mm(3));
  const scene::PictureItem& picture = picture_of(page, 0);
  CHECK(picture.window == area(-3, -3, 216, 103));
  CHECK(picture.area.contains(picture.window));
  CHECK(picture.area.size.width.in_mm() / picture.area.size.height.in_mm() == Approx(2.1));
}

TEST_CASE("a sheet holds bleed and marks with the page in its middle", "[press]") {
  definition::Press press;
  Diagnostics diagnostics;
  press.bleed = mm(3);
  press.marks.crop = true;
  const auto frame = frame_of(press, trim, diagnostics);
  REQUIRE(frame);
  CHECK(frame->sheet == Size{mm(236), mm(323)});
  CHECK(frame->bleed == area(10, 10, 216, 303));
  CHECK(frame->trim == area(13, 13, 210, 297));
  press.marks = {};
  press.width = mm(230);
  press.height = mm(320);
  CHECK(frame_of(press, trim, diagnostics)->trim == area(10, 11.5, 210, 297));
  CHECK(diagnostics.list().empty());
}

TEST_CASE("a sheet that is too small and a bleed that is too large are errors", "[press]") {
  definition::Press press;
  Diagnostics diagnostics;
  press.bleed = mm(3);
  press.width = mm(215);
  CHECK_FALSE(frame_of(press, trim, diagnostics));
  press.width.reset();
  press.bleed = mm(60);
  CHECK_FALSE(frame_of(press, trim, diagnostics));
  REQUIRE(diagnostics.list().size() == 2);
  CHECK(diagnostics.list()[0].code == "press.sheet-too-small");
  CHECK(diagnostics.list()[1].code == "press.bleed-too-large");
}

}  // namespace
}  // namespace tilstand::press
