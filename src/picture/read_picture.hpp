// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/diagnostic.hpp"
#include "picture/picture.hpp"

namespace tilstand::picture {

/// What a picture may ask for; looked at before anything is decoded, so that a small file can't fill the memory.
struct Limits {
  std::uint64_t bytes = 256u << 20;        ///< of a file
  std::uint32_t side = 30'000;             ///< pixels
  std::uint64_t pixels = 120'000'000;      ///< an A2 page at 600 ppi
  std::size_t elements = 200'000;          ///< of an SVG, those shown again by `use` counted again
  int depth = 64;                          ///< of nested elements
};

/// Reads a file into the library unless it is there; none when it can't be used, which is reported at `wanted_by`. Codes:
/// picture.missing-file, picture.unknown-format, picture.damaged, picture.too-large, picture.unsupported, and warnings
/// picture.approximated (what a drawing asks for is not drawn exactly) and picture.bad-profile.
PictureId read_picture(Library& library, const std::string& path, SourceSpan wanted_by, Diagnostics& diagnostics, const Limits& limits = {});

}  // namespace tilstand::picture
