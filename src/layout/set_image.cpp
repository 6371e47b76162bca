// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/ensure.hpp"
#include "base/number_text.hpp"
#include "layout/picture_room.hpp"
#include "layout/set_block.hpp"
#include "layout/set_caption.hpp"

namespace tilstand::layout {
namespace {

void check_resolution(const Setter& setter, NodeId id, const picture::Picture& picture, Size printed) {
  const picture::Raster* raster = picture.raster();
  const int least = setter.config.in.theme.least_resolution;
  if (raster == nullptr || printed.width.units <= 0) return;
  const double resolution = raster->upright_width() / (printed.width.in_mm() / 25.4);
  if (resolution >= least) return;
  setter.reports.warning(setter.node(id), id, "layout.low-resolution",
                         "the picture has " + decimal(resolution, 0) + " pixels to the inch where it is printed; at least " + std::to_string(least) + " are wished");
}

/// The picture from `top` down; gives its foot.
Length add_picture(const Setter& setter, Piece& piece, const content::Image& image, NodeId id, Length top, const Measure& measure) {
  ensure(setter.config.in.pictures != nullptr);
  const picture::Picture& picture = (*setter.config.in.pictures)[image.picture];
  const PictureRoom room{image.width, image.height, image.fit, image.focus_x, image.focus_y};
  const PicturePlace place = place_picture(picture.natural, room, measure.width);
  if (place.window.size.width > measure.width + mm(0.1))
    setter.reports.error(setter.node(id), id, "layout.too-wide", "the picture is wider than its frame", "make it narrower or give it more columns");
  check_resolution(setter, id, picture, place.area.size);
  PlacedPicture placed{image.picture, place.area, place.window, leaf_of(id), Artifact::none};
  if (image.decorative) placed.leaf.part = Leaf::Part::artifact;
  piece.items.push_back(moved(std::move(placed), {measure.left, top}));
  return top + place.window.size.height;
}

}  // namespace

void set_image(const Setter& setter, NodeId id, const Measure& measure, const Emit& emit) {
  const auto& image = std::get<content::Image>(setter.node(id).body);
  const Length quarter = setter.unit() / 4;
  const Leaf caption = leaf_of(id, Leaf::Part::caption);
  Piece piece;
  piece.node = id;
  piece.anchors.emplace_back(id, Point{measure.left, {}});
  piece.before = piece.after = setter.unit();
  if (!image.has_caption()) {
    piece.height = add_picture(setter, piece, image, id, {}, measure);
    return emit(std::move(piece));
  }
  piece.before = piece.after = setter.unit() * 2;
  Length y{};
  if (image.number > 0) {
    piece.items.push_back(rule(setter, "figure", {measure.left, {}}, measure.width, id));
    const std::string number = definition::fill(setter.config.in.words("caption.figure"), {{"number", std::to_string(image.number)}});
    y = add_caption(setter, piece, {number, image.title, image.title_printed}, {measure.left, quarter}, measure.width, caption);
  }
  if (!image.caption.empty()) y = add_text(setter, piece, {plain(image.caption, {}, image.caption_printed)}, "caption-unit", {measure.left, y}, measure.width, caption);
  if (y > Length{}) y += quarter * 2;  // descenders of the words above
  y = add_picture(setter, piece, image, id, y, measure);
  if (!image.credit.empty()) y = add_text(setter, piece, {plain(image.credit, {}, image.credit_printed)}, "source", {measure.left, y}, measure.width, caption);
  piece.height = round_up(y, quarter);
  emit(std::move(piece));
}

void set_quote(const Setter& setter, NodeId id, const Measure& measure, const Emit& emit) {
  const Length unit = setter.unit();
  Piece quote = set_stacked(setter, setter.node(id).children, {measure.left, measure.width, 0});
  Piece piece;
  piece.node = id;
  piece.before = piece.after = unit * 2;
  piece.anchors.emplace_back(id, Point{measure.left, {}});
  piece.items.push_back(rule(setter, "panel", {measure.left, {}}, measure.width, id));
  piece.height = round_up(quote.height, unit / 4) + unit;
  absorb(piece, std::move(quote), {{}, unit / 2});
  piece.items.push_back(rule(setter, "panel", {measure.left, piece.height}, measure.width, id));
  emit(std::move(piece));
}

}  // namespace tilstand::layout
