// SPDX-License-Identifier: Apache-2.0
#include "paint/picture_matrix.hpp"

#include <algorithm>

namespace tilstand::paint {

PictureMatrix matrix_of(const picture::Picture& picture, const Rect& area) {
  const Point top_left = area.origin, top_right{area.right(), area.top()};
  const Point bottom_left{area.left(), area.bottom()}, bottom_right{area.right(), area.bottom()};
  if (const picture::Raster* raster = picture.raster()) {
    switch (std::clamp(raster->orientation, 1, 8)) {  // Exif 2.3, tag 0x0112: where the first row and column stand
      case 2: return {bottom_right, bottom_left, top_right};
      case 3: return {top_right, top_left, bottom_right};
      case 4: return {top_left, top_right, bottom_left};
      case 5: return {top_right, bottom_right, top_left};
      case 6: return {top_left, bottom_left, top_right};
      case 7: return {bottom_left, top_left, bottom_right};
      case 8: return {bottom_right, top_right, bottom_left};
      default: return {bottom_left, bottom_right, top_left};
    }
  }
  return {bottom_left, bottom_right, top_left, picture.natural.width.in_pt(), picture.natural.height.in_pt()};
}

}  // namespace tilstand::paint
