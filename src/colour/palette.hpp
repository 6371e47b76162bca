// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/ink.hpp"
#include "definition/theme.hpp"

namespace tilstand::colour {

/// Device colour of the edition, 0 to 1.
struct Rgb {
  double red = 0, green = 0, blue = 0;
  bool operator==(const Rgb&) const = default;
};

/// The palette resolved for a screen or archive edition (sRGB).
class Palette {
 public:
  explicit Palette(const definition::Theme& theme);
  /// A tint is mixed with white in proportion.
  Rgb rgb(Ink ink) const;

 private:
  std::vector<Rgb> roles_;
};

/// WCAG 2.1 contrast ratio, 1 to 21.
double contrast(Rgb a, Rgb b);

/// The sRGB ICC profile (lcms2), with its date and id zeroed so that bytes don't vary.
std::string srgb_profile();

/// Reports text styles under 4.5:1, large ones under 3:1, on paper and on the grounds that they may stand on: of masters, of panels,
/// of the stripes of tables (colour.low-contrast, a warning).
void check_contrast(const definition::Theme& theme, Diagnostics& diagnostics);

}  // namespace tilstand::colour
