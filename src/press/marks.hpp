// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "colour/palette.hpp"
#include "definition/edition.hpp"
#include "scene/page.hpp"
#include "text/line.hpp"

namespace tilstand::press {

/// What marks are made of.
struct MarkKit {
  const definition::Press& press;
  const colour::Palette& palette;  ///< of a press
  text::Line slug_left, slug_right;  ///< the words of the slug line on either side of the head's middle, in any ink; empty: none
};

/// Room for the words of the slug line on a page of this width, left and right of the head's middle: clear of the corners and of
/// the cross by which plates are registered.
struct SlugRoom {
  Length left, right;
};
SlugRoom slug_room(Length trim_width);

/// Adds marks outside the bleed, as artifacts: corners to cut at, crosses to register plates by and the slug line on every plate,
/// patches of each ink and its half.
void add_marks(scene::Page& page, const MarkKit& kit);

}  // namespace tilstand::press
