// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace tilstand::colour {

enum class Model { grey, rgb, cmyk };

constexpr int channels_of(Model model) { return model == Model::grey ? 1 : model == Model::rgb ? 3 : 4; }

/// What the numbers of a picture's pixels mean. Neither profile nor gamma: sRGB, and CMYK that knows no press.
struct Encoding {
  std::string profile{};  ///< ICC profile
  double gamma = 0;       ///< exponent of the samples, above 1 for all screens; 0: none given
  /// x and y of white, red, green and blue (CIE 1931); those of sRGB when none are given.
  std::array<double, 8> primaries{0.3127, 0.3290, 0.64, 0.33, 0.30, 0.60, 0.15, 0.06};
  bool operator==(const Encoding&) const = default;
  bool is_srgb() const { return profile.empty() && gamma == 0; }
};

/// The colour model of an ICC profile; nothing when the bytes are no profile that a picture may have (ISO 19005-2, 6.2.4.2).
std::optional<Model> model_of(std::string_view profile);

/// Whether a profile calls itself sRGB.
bool is_srgb(std::string_view profile);

/// Samples of eight bits as sRGB, three to a pixel; grey stays one to a pixel when it needs no conversion. Nothing when the
/// encoding doesn't suit the model.
std::optional<std::string> to_srgb(std::string samples, Model model, const Encoding& encoding);

}  // namespace tilstand::colour
