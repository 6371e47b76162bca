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

/// Adds marks outside the bleed, as artifacts: corners to cut at, crosses to register plates by and the slug line on every plate,
/// patches of each ink and its half.
void add_marks(scene::Page& page, const MarkKit& kit);

}  // namespace tilstand::press
