// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace tilstand {

/// A colour as the scene knows it: a role of the theme's palette and a tint of it.
/// What it looks like on a medium is decided when it is painted.
struct Ink {
  std::uint16_t role = 0;        ///< index into the theme's palette
  std::uint16_t permille = 1000; ///< tint, 0 (paper) to 1000 (full)
  constexpr bool operator==(const Ink&) const = default;
};

}  // namespace tilstand
