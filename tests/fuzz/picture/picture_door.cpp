// SPDX-License-Identifier: Apache-2.0
// A picture's file: what it declares is looked at, all of it is tried, and what was found sound is decoded and passed on.
#include "base/ensure.hpp"
#include "fuzz/door.hpp"
#include "picture/read_picture.hpp"

namespace {

using namespace tilstand;

/// Small, so that a round is short whatever the bytes declare.
constexpr picture::Limits limits{1 << 20, 800, 200'000, 3'000, 64};

void check_pixels(const picture::Picture& picture) {
  const picture::Raster& raster = *picture.raster();
  ensure(std::uint64_t{raster.width} * raster.height <= limits.pixels);
  const std::optional<picture::Pixels> pixels = picture::decode(picture);
  ensure(pixels.has_value());
  const std::size_t count = std::size_t{pixels->width} * pixels->height;
  ensure(pixels->colour.size() == count * (pixels->grey ? 1 : 3));
  ensure(pixels->alpha.empty() || pixels->alpha.size() == count);
  if (raster.passes) ensure(picture::passing_stream(picture).size() <= picture.bytes.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const fuzz::Scratch scratch;
  picture::Library library;
  Sources sources;
  Diagnostics diagnostics;
  const PictureId id = picture::read_picture(library, scratch.put("picture", fuzz::text_of(data, size)), {}, diagnostics, limits);
  fuzz::check(diagnostics, sources, false);
  ensure(static_cast<bool>(id) != diagnostics.has_errors());
  if (!id) return 0;
  const picture::Picture& picture = library[id];
  ensure(picture.natural.width.units > 0 && picture.natural.height.units > 0);
  if (picture.raster() != nullptr) check_pixels(picture);
  if (const picture::Vector* drawing = picture.vector())
    for (const picture::Shape& shape : drawing->shapes)
      for (const std::uint32_t clip : shape.clips) ensure(clip < drawing->clips.size() && !drawing->clips[clip].path.steps.empty());
  return 0;
}
