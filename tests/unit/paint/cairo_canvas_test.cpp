// SPDX-License-Identifier: Apache-2.0
#include "paint/cairo_canvas.hpp"

#include <catch2/catch.hpp>

namespace tilstand::paint {
namespace {

struct Fixture {
  Sources sources;
  Diagnostics diagnostics;
  font::Library library = *font::read_library(std::string(TILSTAND_ROOT) + "/fonts", {}, sources, diagnostics);
  definition::Theme theme = [] {
    definition::Theme made;
    made.palette = {{"ink", 200, 0, 0, "", {}}};
    return made;
  }();
  colour::Palette palette{theme};
  CairoCanvas canvas{library, palette};
  scene::Page page;

  Fixture() { page.trim = {pt(72), pt(36)}; }
  void add_square() {
    drawing::Shape shape;
    shape.path = rectangle({{pt(10), pt(10)}, {pt(10), pt(10)}});
    shape.fill = Ink{0, 1000};
    page.items.push_back({{}, scene::ShapeItem{shape}});
  }
  void add_glyph() {
    text::GlyphRun run;
    run.face = FaceId{0};
    run.size = pt(20);
    run.text = "x";
    run.glyphs = {{40, pt(10), {}, {}, 0, 1}};
    page.items.push_back({{}, scene::TextItem{{pt(10), pt(30)}, run}});
  }
};

unsigned number_at(const std::string& png, std::size_t at) {
  unsigned value = 0;
  for (std::size_t byte = at; byte < at + 4; ++byte) value = value << 8 | static_cast<unsigned char>(png[byte]);
  return value;
}

TEST_CASE("a PNG has the page's size at its resolution, rounded up", "[paint]") {
  Fixture fixture;
  const auto png = fixture.canvas.write_png(fixture.page, 100);
  REQUIRE(png);
  REQUIRE(png->substr(0, 4) == "\x89PNG");
  CHECK(number_at(*png, 16) == 100);
  CHECK(number_at(*png, 20) == 50);
}

TEST_CASE("a picture that cairo can't hold is refused", "[paint]") {
  Fixture fixture;
  fixture.page.trim = {pt(1000000), pt(36)};
  CHECK_FALSE(fixture.canvas.write_png(fixture.page, 100).has_value());
}

TEST_CASE("shapes are drawn in the role's colour", "[paint]") {
  Fixture fixture;
  fixture.add_square();
  const auto svg = fixture.canvas.write_svg(fixture.page);
  REQUIRE(svg);
  CHECK(svg->find("rgb(78.431373%,0%,0%)") != std::string::npos);
  CHECK(svg->find("M 10 10 L 20 10 L 20 20 L 10 20") != std::string::npos);
}

TEST_CASE("glyphs change the picture and stand at their pen", "[paint]") {
  Fixture fixture;
  const auto empty = fixture.canvas.write_svg(fixture.page);
  fixture.add_glyph();
  const auto drawn = fixture.canvas.write_svg(fixture.page);
  REQUIRE(drawn);
  CHECK(drawn != empty);
  CHECK(drawn->find("x=\"10\" y=\"30\"") != std::string::npos);
}

TEST_CASE("a glyph stands where its pen stands, between pixels too", "[paint]") {
  Fixture fixture;
  fixture.add_glyph();
  const auto on_pixels = fixture.canvas.write_png(fixture.page, 72);
  std::get<scene::TextItem>(fixture.page.items.front().drawing).baseline.x += pt(1) / 4;
  CHECK(fixture.canvas.write_png(fixture.page, 72) != on_pixels);
}

TEST_CASE("the same page gives the same bytes", "[paint]") {
  Fixture fixture;
  fixture.add_square();
  fixture.add_glyph();
  CHECK(fixture.canvas.write_png(fixture.page, 96) == fixture.canvas.write_png(fixture.page, 96));
  CHECK(fixture.canvas.write_svg(fixture.page).value() == fixture.canvas.write_svg(fixture.page).value());
}

}  // namespace
}  // namespace tilstand::paint
