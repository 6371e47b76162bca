// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "picture/picture.hpp"
#include "picture/read_picture.hpp"

namespace tilstand::picture {

/// Why a picture can't be used.
struct Fault {
  std::string code, message, hint{};
};

/// What was read, or why not; remarks are warnings.
struct Reading {
  std::optional<Picture> picture;
  std::vector<Fault> faults{};
  std::vector<Fault> remarks{};
};

bool is_png(std::string_view bytes);
bool is_jpeg(std::string_view bytes);
/// Whether the file looks like XML with an svg element near its start.
bool is_svg(std::string_view bytes);

/// Each looks at what the file declares, then tries all of it, so that a sound picture stays sound.
Reading read_png(std::string_view bytes, const Limits& limits);
Reading read_jpeg(std::string_view bytes, const Limits& limits);
Reading read_svg(std::string_view bytes, const Limits& limits);

std::optional<Pixels> decode_png(std::string_view bytes, const Raster& raster);
std::optional<Pixels> decode_jpeg(std::string_view bytes, const Raster& raster);

/// A fault when the picture declares more than it may; nothing when it is within the limits.
std::optional<Fault> fault_of_size(std::uint64_t width, std::uint64_t height, const Limits& limits);

/// The natural size of pixels, upright. Resolutions are pixels to the inch across and down as the file holds them; what is
/// no sensible resolution counts as 96.
Size natural_size(const Raster& raster, double across, double down);

/// Takes an ICC profile that the file carries: one of the wrong kind or none at all is remarked on and left out.
void use_profile(Reading& reading, Raster& raster, std::string profile);

}  // namespace tilstand::picture
