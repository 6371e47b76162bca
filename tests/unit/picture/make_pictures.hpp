// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "picture/read_picture.hpp"

namespace tilstand::picture {

/// A pixel's samples, in the picture's own channels and depth.
using Samples = std::function<std::vector<unsigned>(std::uint32_t x, std::uint32_t y)>;

struct PngSpec {
  std::uint32_t width = 8, height = 4;
  int depth = 8;
  int type = 2;                ///< PNG's colour type
  bool interlaced = false;
  double gamma = 0;
  std::uint32_t per_metre = 0;
  std::string profile{};
  std::vector<std::vector<unsigned>> palette{};
  std::vector<unsigned> opacities{};  ///< of palette entries
};
std::string make_png(const PngSpec& spec, const Samples& samples);

struct JpegSpec {
  std::uint32_t width = 16, height = 8;
  int channels = 3;            ///< 1, 3 or 4 (inks)
  bool progressive = false;
  bool plain_rgb = false;      ///< channels stored as RGB
  bool inverted_inks = false;  ///< as Adobe's programs write them, which the file says
  int orientation = 0;         ///< 0: nothing said
  unsigned per_inch = 0;
  std::string profile{};
};
std::string make_jpeg(const JpegSpec& spec, const Samples& samples);

/// Reads bytes as a file of its own.
struct Try {
  explicit Try(const std::string& bytes, const Limits& limits = {});
  const Picture* picture() const { return library.pictures.empty() ? nullptr : &library.pictures.front(); }
  /// Code of the first diagnostic; empty when there is none.
  std::string code() const { return diagnostics.list().empty() ? std::string() : diagnostics.list().front().code; }

  Library library;
  Diagnostics diagnostics;
};

/// The red, green and blue (or grey) of a pixel and its opacity.
std::vector<int> pixel_at(const Pixels& pixels, std::uint32_t x, std::uint32_t y);

}  // namespace tilstand::picture
