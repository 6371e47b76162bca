// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/geometry.hpp"
#include "picture/picture.hpp"

namespace tilstand::paint {

/// Where a picture's own space goes on the page: its bottom left corner and the ends of its two axes.
struct PictureMatrix {
  Point origin, x_end, y_end;
  double x_length = 1, y_length = 1;  ///< of the axes: one for pixels, whose space is the unit square; points for a drawing
};

/// The matrix of a picture that stands in `area`, turned upright.
PictureMatrix matrix_of(const picture::Picture& picture, const Rect& area);

}  // namespace tilstand::paint
