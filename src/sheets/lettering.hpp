// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace tilstand::sheets {

/// Operators that draw text by strokes, so that a sheet needs no font: capitals, digits and a few signs; small letters become
/// capitals, what is unknown a space. `x` and `y` (points) are the foot of the first letter, `height` that of a capital.
std::string lettering(std::string_view text, double x, double y, double height);

}  // namespace tilstand::sheets
