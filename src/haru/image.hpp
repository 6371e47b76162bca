// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

#include "haru/sink.hpp"

namespace tilstand::haru {

/// A picture of eight bits a sample, in sRGB, grey or CMYK unless it has a profile. It is either `samples` or a `jpeg`.
struct Image {
  std::uint32_t width = 0, height = 0;
  int channels = 3;             ///< 1, 3 or 4
  std::string_view samples{};   ///< rows from top to bottom
  std::string_view alpha{};     ///< opacity of each pixel; empty: opaque
  std::string_view jpeg{};      ///< a stream for DCTDecode
  bool untransformed = false;   ///< the JPEG's channels are RGB as they stand
  std::string_view profile{};   ///< ICC profile; empty: by the output intent
};

/// Object `number` is the image, as an XObject; its mask and profile are objects of their own.
void put_image(Sink& sink, ObjectNumber number, const Image& image);

}  // namespace tilstand::haru
