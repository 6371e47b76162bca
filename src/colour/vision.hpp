// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

#include "colour/palette.hpp"

namespace tilstand::colour {

/// A colour of CIELAB under D65 (CIE 15:2018): L* 0 to 100.
struct Lab {
  double l = 0, a = 0, b = 0;
  bool operator==(const Lab&) const = default;
};
Lab lab_of(Rgb colour);

/// The colour difference CIEDE2000 with all weights 1 (CIE 142-2001; Sharma, Wu and Dalal 2005). Differences under 1 aren't seen,
/// those over 10 are seen at a glance.
double difference(const Lab& a, const Lab& b);

/// How an eye sees colours: normal, or without the cones for long, middle or short waves.
enum class Vision { normal, protanopia, deuteranopia, tritanopia };
inline constexpr std::array visions{Vision::normal, Vision::protanopia, Vision::deuteranopia, Vision::tritanopia};
std::string_view name_of(Vision vision);

using Matrix = std::array<std::array<double, 3>, 3>;
/// What turns linear RGB into what such an eye sees of it (Machado, Oliveira and Fernandes 2009, severity 1.0).
const Matrix& matrix_of(Vision vision);
/// The colour as such an eye sees it, cut off where no screen can show it.
Rgb seen_by(Vision vision, Rgb colour);

}  // namespace tilstand::colour
