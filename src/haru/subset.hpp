// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "font/library.hpp"

namespace tilstand::haru {

/// Measures of a face in thousandths of the em (ISO 32000-1, table 122).
struct FaceMeasures {
  int left = 0, bottom = 0, right = 0, top = 0;  ///< box round all glyphs
  int ascent = 0, descent = 0, cap_height = 0;
  double italic_angle = 0;  ///< degrees, negative leans to the right
};

/// The font program of some glyphs, their numbers kept.
struct Subset {
  bool is_cff = false;
  std::string program;  ///< a bare CFF table or a TrueType file; empty when the face can't be subset
};

Subset subset(const font::Face& face, const std::vector<std::uint32_t>& glyphs);

FaceMeasures measure(const font::Face& face);

}  // namespace tilstand::haru
