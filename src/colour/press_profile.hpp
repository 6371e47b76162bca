// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "colour/device.hpp"
#include "definition/edition.hpp"

namespace tilstand::colour {

/// The ICC profile of a printing condition: what inks a colour of sRGB needs there. Black point compensation is on.
class PressProfile {
 public:
  /// Null when the bytes are no ICC profile (up to version 4) of an output device that prints in CMYK.
  static std::unique_ptr<PressProfile> open(std::string bytes, definition::Intent intent);
  ~PressProfile();
  PressProfile(const PressProfile&) = delete;
  PressProfile& operator=(const PressProfile&) = delete;

  /// Greys become black alone, as light as they were; all else goes by the profile.
  Inks inks(Rgb colour) const;
  /// Samples of eight bits: three to a pixel become four inks, 255 is full.
  std::string to_inks(std::string_view rgb) const;
  /// Grey samples of sRGB as what black alone needs to be as light; 0 is full, as DeviceGray wants it.
  std::string to_grey(std::string_view grey) const;
  /// The most ink that its tables give, per cent.
  double most_ink() const;
  const std::string& bytes() const;

 private:
  struct State;
  explicit PressProfile(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace tilstand::colour
