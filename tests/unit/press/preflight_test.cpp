// SPDX-License-Identifier: Apache-2.0
#include "press/preflight.hpp"

#include <catch2/catch.hpp>

#include "unit/press/pages.hpp"

namespace tilstand::press {
namespace {

constexpr Ink ink{0, 1000}, paper{1, 1000}, brand{2, 1000}, heavy{3, 1000}, unnamed{4, 1000};

/// A press, five colours, two pictures, and what is said of one page.
struct House {
  definition::Theme theme;
  definition::Press press;
  picture::Library pictures;
  std::unique_ptr<colour::PressProfile> profile = coated();

  House() {
    const auto add = [this](const char* name, std::optional<std::array<int, 4>> inks) {
      definition::Colour colour{name, 120, 60, 30, "", {}};
      colour.inks = inks;
      colour.span = {FileId{7}, {static_cast<std::uint32_t>(theme.palette.size() + 1), 1}, {1, 2}};
      theme.palette.push_back(colour);
    };
    add("ink", {{0, 0, 0, 100}});
    add("paper", {{0, 0, 0, 0}});
    add("brand", {{100, 60, 20, 30}});
    add("heavy", {{90, 80, 80, 90}});
    add("unnamed", std::nullopt);
    press.bleed = mm(3);
    press.span = {FileId{3}, {1, 1}, {1, 2}};
    picture::Picture pixels{"photo.png", "1", {mm(100), mm(100)}, {}, picture::Raster{}};
    auto& raster = std::get<picture::Raster>(pixels.body);
    raster.width = raster.height = 1000;
    pictures.pictures.push_back(pixels);
  }

  Diagnostics look(std::vector<scene::Item> items, std::size_t pages = 4) {
    Diagnostics diagnostics;
    const colour::Palette palette(theme, *profile);
    Preflight preflight({press, theme, palette, *profile, pictures}, diagnostics);
    preflight.page(page_with(std::move(items)));
    preflight.finish(pages);
    return diagnostics;
  }
  /// The codes that are said, in order.
  std::vector<std::string> codes(std::vector<scene::Item> items, std::size_t pages = 4) {
    std::vector<std::string> codes;
    const Diagnostics found = look(std::move(items), pages);
    for (const Diagnostic& one : found.list()) codes.push_back(one.code);
    return codes;
  }
};

using Codes = std::vector<std::string>;
const Point middle{mm(100), mm(100)};

scene::Item shown(const Rect& where, const Rect& window) { return {{scene::TagId::none(), layout::Artifact::none}, scene::PictureItem{{0}, where, window}}; }

TEST_CASE("a page that a press can print is silent", "[press]") {
  House house;
  CHECK(house.codes({filled(area(0, 0, 210, 297), brand), said("Vann", middle, pt(8), ink), said("Vann", middle, pt(6), paper), said("Vann", middle, pt(8), brand),
                     stroked(middle, {mm(120), mm(100)}, pt(0.25))}).empty());
}

TEST_CASE("ink over the limit is told at the colour, and once", "[press]") {
  House house;
  const Diagnostics found = house.look({filled(area(50, 50, 20, 20), heavy), filled(area(80, 80, 20, 20), heavy)});
  REQUIRE(found.list().size() == 1);
  CHECK(found.list()[0].code == "press.ink-over-limit");
  CHECK(found.list()[0].span.begin.line == 4);
  CHECK(house.codes({filled(area(50, 50, 20, 20), {3, 800})}).empty());  // a tint of 272 %
  house.press.ink_limit = 400;
  CHECK(house.codes({filled(area(50, 50, 20, 20), heavy)}).empty());
}

TEST_CASE("a profile that gives more ink than the edition allows is told at the profile", "[press]") {
  House house;
  house.press.ink_limit = 200;
  CHECK(house.codes({}) == Codes{"press.profile-over-limit"});
}

TEST_CASE("lines and thin fills under a quarter of a point are hairlines", "[press]") {
  House house;
  CHECK(house.codes({stroked(middle, {mm(120), mm(100)}, pt(0.24))}) == Codes{"press.hairline"});
  CHECK(house.codes({filled({middle, {mm(20), pt(0.2)}}, ink)}) == Codes{"press.hairline"});
}

TEST_CASE("small type is told when it is knocked out or of several inks", "[press]") {
  House house;
  CHECK(house.codes({said("Vann", middle, pt(5.9), paper)}) == Codes{"press.small-reversed"});
  CHECK(house.codes({said("Vann", middle, pt(7.9), brand)}) == Codes{"press.small-in-inks"});
  CHECK(house.codes({said(" ", middle, pt(5), paper)}).empty());
  house.theme.palette[2].spot = "PANTONE 302 C";
  CHECK(house.codes({said("Vann", middle, pt(7.9), brand)}).empty());
}

TEST_CASE("what stands too near to the trim is told; what bleeds and what stands on a tab are not", "[press]") {
  House house;
  CHECK(house.codes({said("Vann", {mm(2), mm(100)}, pt(8), ink)}) == Codes{"press.near-trim"});
  CHECK(house.codes({filled(area(100, 292, 10, 4), ink)}) == Codes{"press.near-trim"});
  CHECK(house.codes({said("Vann", {mm(3.1), mm(100)}, pt(8), ink)}).empty());
  const scene::Item tab = filled(area(205, 90, 5, 20), ink, layout::Artifact::header);
  CHECK(house.codes({tab, said("2", {mm(207), mm(100)}, pt(8), paper, layout::Artifact::header)}).empty());
}

TEST_CASE("a picture without matter to cut off, or with too few pixels, is told", "[press]") {
  House house;
  house.press.resolution = 250;
  CHECK(house.codes({shown(area(50, 50, 100, 100), area(50, 50, 100, 100))}) == Codes{"press.rgb-converted"});  // 254
  CHECK(house.codes({shown(area(50, 50, 110, 110), area(50, 50, 110, 110))}) == Codes{"press.low-resolution", "press.rgb-converted"});
  CHECK(house.codes({shown(area(0, 50, 90, 90), area(0, 50, 90, 90))}) == Codes{"press.no-bleed", "press.rgb-converted"});
  CHECK(house.codes({shown(area(-5, 45, 100, 100), area(0, 50, 90, 90))}) == Codes{"press.rgb-converted"});
}

TEST_CASE("a colour without inks is told to be converted, and pages that fill no sheet", "[press]") {
  House house;
  CHECK(house.codes({filled(area(50, 50, 20, 20), unnamed)}, 5) == Codes{"press.rgb-converted", "press.page-count"});
}

TEST_CASE("a thing is told at its element, or at the edition when it has none", "[press]") {
  House house;
  const colour::Palette palette(house.theme, *house.profile);
  Diagnostics diagnostics;
  Preflight preflight({house.press, house.theme, palette, *house.profile, house.pictures}, diagnostics);
  scene::Page page = page_with({said("Vann", {mm(2), mm(100)}, pt(8), ink), said("Luft", {mm(2), mm(120)}, pt(8), ink)});
  scene::Tag tag;
  tag.id = {0};
  tag.span = {FileId{5}, {9, 1}, {9, 2}};
  page.tags = {tag};
  page.items[0].mark = {tag.id, layout::Artifact::none};
  preflight.page(page);
  REQUIRE(diagnostics.list().size() == 2);
  CHECK(diagnostics.list()[0].span == tag.span);
  CHECK(diagnostics.list()[1].span == house.press.span);
}

}  // namespace
}  // namespace tilstand::press
