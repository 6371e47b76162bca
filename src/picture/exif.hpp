// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace tilstand::picture {

/// What a camera wrote beside the pixels, as far as it matters in print.
struct Exif {
  int orientation = 1;          ///< 1 to 8
  double across = 0, down = 0;  ///< pixels to the inch; 0: not said
};

/// Reads the first directory of a TIFF structure (Exif 2.3, 4.6). What is damaged counts as not said.
Exif read_exif(std::string_view tiff);

}  // namespace tilstand::picture
