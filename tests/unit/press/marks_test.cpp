// SPDX-License-Identifier: Apache-2.0
#include "press/marks.hpp"

#include <catch2/catch.hpp>

#include "unit/press/pages.hpp"

namespace tilstand::press {
namespace {

struct Kit {
  definition::Theme theme;
  definition::Press press;
  std::unique_ptr<colour::PressProfile> profile = coated();
  colour::Palette palette;

  Kit() : theme(one_ink()), palette(theme, *profile) { press.bleed = mm(3); }
  static definition::Theme one_ink() {
    definition::Theme theme;
    theme.palette = {{"ink", 0, 0, 0, "", {}}};
    return theme;
  }
  scene::Page marked() {
    scene::Page page = page_with({});
    text::Line slug;
    slug.runs.emplace_back().glyphs.resize(1);
    add_marks(page, {press, palette, slug, {}});
    return page;
  }
};

TEST_CASE("marks are artifacts of production outside the bleed, and inside the room that the sheet keeps for them", "[press]") {
  Kit kit;
  kit.press.marks = {true, true, true, true};
  const scene::Page page = kit.marked();
  const Rect bleed = area(-3, -3, 216, 303), sheet = area(-13, -13, 236, 323);
  REQUIRE(page.items.size() == 8 + 4 * 3 + 8 + 1);
  for (const scene::Item& item : page.items) {
    CHECK(item.mark == scene::Mark{scene::TagId::none(), layout::Artifact::production});
    const auto* shape = std::get_if<scene::ShapeItem>(&item.drawing);
    if (shape == nullptr) continue;
    const Rect box = bounds(shape->shape.path);
    CHECK(sheet.contains(box));
    CHECK((box.right() <= bleed.left() || box.left() >= bleed.right() || box.bottom() <= bleed.top() || box.top() >= bleed.bottom()));
  }
}

TEST_CASE("each kind of mark is optional", "[press]") {
  Kit kit;
  CHECK(kit.marked().items.empty());
  kit.press.marks.crop = true;
  CHECK(kit.marked().items.size() == 8);
  kit.press.marks = {false, false, true, false};
  CHECK(kit.marked().items.size() == 8);
  kit.press.marks = {false, false, false, true};
  CHECK(kit.marked().items.size() == 1);
}

TEST_CASE("the slug line has room between corner and cross, as much as the page gives", "[press]") {
  CHECK(slug_room(mm(210)).left == mm(87));
  CHECK(slug_room(mm(148)).left == mm(56));
  CHECK(slug_room(mm(148)).right == mm(67));
  CHECK(slug_room(mm(20)).left == Length{});
}

TEST_CASE("marks stand on every plate, patches on one each", "[press]") {
  Kit kit;
  kit.press.marks = {true, false, true, false};
  const scene::Page page = kit.marked();
  const auto& line = std::get<scene::ShapeItem>(page.items.front().drawing).shape;
  const colour::Device all = kit.palette.device(line.stroke->ink);
  CHECK(all.space == colour::Device::Space::spot);
  CHECK(kit.palette.spots().at(all.spot).name == "All");
  CHECK(line.stroke->width == pt(0.25));
  const auto& half_magenta = std::get<scene::ShapeItem>(page.items.at(8 + 5).drawing).shape;
  CHECK(kit.palette.inks(*half_magenta.fill) == colour::Inks{0, 0.5, 0, 0});
}

}  // namespace
}  // namespace tilstand::press
