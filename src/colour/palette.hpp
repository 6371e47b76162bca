// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/ink.hpp"
#include "colour/device.hpp"
#include "colour/press_profile.hpp"
#include "definition/theme.hpp"

namespace tilstand::colour {

/// The palette resolved for an edition: in sRGB, and for a press in inks.
class Palette {
 public:
  explicit Palette(const definition::Theme& theme);
  /// For a press: roles that name no inks of their own are converted.
  Palette(const definition::Theme& theme, const PressProfile& press);

  /// A tint is mixed with white in proportion.
  Rgb rgb(Ink ink) const;
  bool for_press() const { return !inks_.empty(); }
  /// What a page writes: sRGB, or for a press inks, tinted in proportion.
  Device device(Ink ink) const;
  /// The four inks of a colour for a press; of a spot ink those that stand in for it.
  Inks inks(Ink ink) const;
  /// Whether text and rules of this ink are printed over what they stand on: black alone, on a press.
  bool prints_over(Ink ink) const { return for_press() && !spot_of_.at(ink.role) && is_black(inks(ink)); }
  /// The spot inks, each once; the last one is All, which marks every plate.
  const std::vector<Spot>& spots() const { return spots_; }

  /// Beyond the theme's roles, for marks on a press's sheet: ink on every plate, and each of the four inks alone.
  Ink every_plate() const { return {theme_roles_, 1000}; }
  Ink process_ink(std::uint16_t which) const { return {static_cast<std::uint16_t>(theme_roles_ + 1 + which), 1000}; }

 private:
  void add_mark_roles();

  std::vector<Rgb> roles_;
  std::uint16_t theme_roles_ = 0;
  std::vector<Inks> inks_;                            ///< by role; empty: no press
  std::vector<std::optional<std::uint16_t>> spot_of_; ///< by role
  std::vector<Spot> spots_;
};

/// WCAG 2.1 contrast ratio, 1 to 21.
double contrast(Rgb a, Rgb b);

/// The sRGB ICC profile (lcms2), with its date and id zeroed so that bytes don't vary.
std::string srgb_profile();

/// Reports text styles under 4.5:1, large ones under 3:1, on paper and on the grounds that they may stand on: of masters, of panels,
/// of the stripes of tables (colour.low-contrast, a warning).
void check_contrast(const definition::Theme& theme, Diagnostics& diagnostics);

}  // namespace tilstand::colour
