// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>

namespace tilstand::colour {

/// A colour of sRGB, 0 to 1.
struct Rgb {
  double red = 0, green = 0, blue = 0;
  bool operator==(const Rgb&) const = default;
};

/// Cyan, magenta, yellow and black, 0 to 1.
using Inks = std::array<double, 4>;

constexpr double sum_of(const Inks& inks) { return inks[0] + inks[1] + inks[2] + inks[3]; }

/// Black alone, so that it may be printed over what it stands on.
constexpr bool is_black(const Inks& inks) { return inks[0] == 0 && inks[1] == 0 && inks[2] == 0 && inks[3] > 0; }

/// An ink of its own, with the four that stand in for it.
struct Spot {
  std::string name;
  Inks inks{};
  bool operator==(const Spot&) const = default;
};

/// A colour as a page says it.
struct Device {
  enum class Space { rgb, cmyk, spot } space = Space::rgb;
  std::array<double, 4> values{};  ///< red, green, blue; or four inks; or the tint of a spot ink
  std::uint16_t spot = 0;          ///< index into `Palette::spots`
  bool operator==(const Device&) const = default;
};

}  // namespace tilstand::colour
