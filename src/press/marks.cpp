// SPDX-License-Identifier: Apache-2.0
#include "press/marks.hpp"

#include <utility>

namespace tilstand::press {
namespace {

constexpr Length line_width{(Length::per_pt + 2) / 4};  // a quarter of a point
constexpr Length gap{Length::per_mm};               // between bleed and marks
constexpr Length crop_length{5 * Length::per_mm};
constexpr Length radius{2 * Length::per_mm};        // of a registration mark; its cross reaches half as far again
constexpr Length patch{4 * Length::per_mm};
constexpr Length from_corner{12 * Length::per_mm};  // from the trim's left edge, clear of the corner
constexpr Length beside_middle{6 * Length::per_mm}; // from the head's middle, clear of the cross

class Marks {
 public:
  Marks(scene::Page& page, const MarkKit& kit) : page_(page), kit_(kit), trim_(page.shown()), bleed_(kit.press.bleed) {}

  void crop() {
    const Length near = bleed_ + gap, far = near + crop_length;
    for (const Length x : {Length{}, trim_.width}) {
      line({x, -far}, {x, -near});
      line({x, trim_.height + near}, {x, trim_.height + far});
    }
    for (const Length y : {Length{}, trim_.height}) {
      line({-far, y}, {-near, y});
      line({trim_.width + near, y}, {trim_.width + far, y});
    }
  }

  void registration() {
    const Length away = bleed_ + gap + scaled(radius, 3, 2);
    cross({trim_.width / 2, -away});
    cross({trim_.width / 2, trim_.height + away});
    cross({-away, trim_.height / 2});
    cross({trim_.width + away, trim_.height / 2});
  }

  /// Left half of the foot: the four inks whole, then their halves.
  void bars() {
    Point at{from_corner, trim_.height + bleed_ + gap * 2};
    for (const std::uint16_t permille : {std::uint16_t{1000}, std::uint16_t{500}})
      for (std::uint16_t ink = 0; ink < 4; ++ink) {
        fill({at, {patch, patch}}, {kit_.palette.process_ink(ink).role, permille});
        at.x += patch;
      }
  }

  void slug() {
    say(kit_.slug_left, from_corner);
    say(kit_.slug_right, trim_.width / 2 + beside_middle);
  }

 private:
  void say(const text::Line& line, Length left) {
    for (const text::GlyphRun& run : line.runs) {
      if (run.glyphs.empty()) continue;
      scene::TextItem item{{left + run.x, -(bleed_ + gap * 3)}, run};
      item.run.ink = kit_.palette.every_plate();
      put(std::move(item));
    }
  }
  void put(std::variant<scene::TextItem, scene::ShapeItem, scene::PictureItem> drawing) {
    page_.items.push_back({{scene::TagId::none(), layout::Artifact::production}, std::move(drawing)});
  }
  void stroke(Path path) {
    scene::ShapeItem item;
    item.shape.path = std::move(path);
    item.shape.stroke = drawing::Stroke{kit_.palette.every_plate(), line_width};
    put(std::move(item));
  }
  void line(Point from, Point to) { stroke(segment(from, to)); }
  void fill(const Rect& area, Ink ink) {
    scene::ShapeItem item;
    item.shape.path = rectangle(area);
    item.shape.fill = ink;
    put(std::move(item));
  }

  void cross(Point at) {
    const Length reach = scaled(radius, 3, 2);
    line({at.x - reach, at.y}, {at.x + reach, at.y});
    line({at.x, at.y - reach}, {at.x, at.y + reach});
    const Length r = radius, c = scaled(r, 5523, 10000);  // a quarter of a circle as a cubic
    Path circle;
    circle.move_to({at.x + r, at.y});
    circle.curve_to({at.x + r, at.y + c}, {at.x + c, at.y + r}, {at.x, at.y + r});
    circle.curve_to({at.x - c, at.y + r}, {at.x - r, at.y + c}, {at.x - r, at.y});
    circle.curve_to({at.x - r, at.y - c}, {at.x - c, at.y - r}, {at.x, at.y - r});
    circle.curve_to({at.x + c, at.y - r}, {at.x + r, at.y - c}, {at.x + r, at.y}).close();
    stroke(std::move(circle));
  }

  scene::Page& page_;
  const MarkKit& kit_;
  Size trim_;
  Length bleed_;
};

}  // namespace

SlugRoom slug_room(Length trim_width) {
  const Length half = trim_width / 2;
  return {max(half - beside_middle - from_corner, Length{}), max(half - beside_middle - gap, Length{})};
}

void add_marks(scene::Page& page, const MarkKit& kit) {
  Marks marks(page, kit);
  if (kit.press.marks.crop) marks.crop();
  if (kit.press.marks.registration) marks.registration();
  if (kit.press.marks.bars) marks.bars();
  if (kit.press.marks.slug) marks.slug();
}

}  // namespace tilstand::press
