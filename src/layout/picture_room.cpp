// SPDX-License-Identifier: Apache-2.0
#include "layout/picture_room.hpp"

#include <cmath>

namespace tilstand::layout {
namespace {

/// `natural` at a width.
Size at_width(Size natural, Length width) { return {width, scaled(natural.height, width.units, natural.width.units)}; }
Size at_height(Size natural, Length height) { return {scaled(natural.width, height.units, natural.height.units), height}; }

bool is_flatter(Size a, Size b) {
  return static_cast<double>(a.width.units) * static_cast<double>(b.height.units) > static_cast<double>(b.width.units) * static_cast<double>(a.height.units);
}

/// What sticks out is shared by the focus.
Length offset(Length room, Length size, double focus) { return {std::llround(static_cast<double>((room - size).units) * focus / 100)}; }

}  // namespace

PicturePlace place_picture(Size natural, const PictureRoom& room, Length measure) {
  using definition::Fit;
  if (room.fit == Fit::none) {
    const Rect area{{}, natural};
    return {area, {{}, {room.width ? min(*room.width, natural.width) : natural.width, room.height ? min(*room.height, natural.height) : natural.height}}};
  }
  const Length width = room.width.value_or(measure);
  if (!room.height) {
    const Rect area{{}, at_width(natural, width)};
    return {area, area};
  }
  const Size box{width, *room.height};
  const bool by_width = is_flatter(natural, box) == (room.fit == Fit::contain);
  const Size size = by_width ? at_width(natural, box.width) : at_height(natural, box.height);
  if (room.fit == Fit::contain) return {{{}, size}, {{}, size}};
  return {{{offset(box.width, size.width, room.focus_x), offset(box.height, size.height, room.focus_y)}, size}, {{}, box}};
}

}  // namespace tilstand::layout
