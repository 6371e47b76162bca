// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "base/geometry.hpp"
#include "definition/definition.hpp"

namespace tilstand::layout {

/// What a block says about the room of its picture.
struct PictureRoom {
  std::optional<Length> width, height;
  definition::Fit fit = definition::Fit::contain;
  double focus_x = 50, focus_y = 50;  ///< per cent
};

/// Where a picture stands and how much of it shows, from the top left corner of its room.
struct PicturePlace {
  Rect area, window;
};

/// Fits a picture into its room; `measure` is the width of a room that names none.
PicturePlace place_picture(Size natural, const PictureRoom& room, Length measure);

}  // namespace tilstand::layout
