// SPDX-License-Identifier: Apache-2.0
#include "make_pictures.hpp"

#include <cstdio>

#include <jpeglib.h>
#include <png.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>

#include "base/file.hpp"

namespace tilstand::picture {
namespace {

void append(png_structp png, png_bytep bytes, png_size_t size) {
  static_cast<std::string*>(png_get_io_ptr(png))->append(reinterpret_cast<const char*>(bytes), size);
}

void set_palette(png_structp png, png_infop info, const PngSpec& spec) {
  std::vector<png_color> colours;
  for (const auto& one : spec.palette) colours.push_back({static_cast<png_byte>(one[0]), static_cast<png_byte>(one[1]), static_cast<png_byte>(one[2])});
  if (!colours.empty()) png_set_PLTE(png, info, colours.data(), static_cast<int>(colours.size()));
  std::vector<png_byte> opacities(spec.opacities.begin(), spec.opacities.end());
  if (!opacities.empty()) png_set_tRNS(png, info, opacities.data(), static_cast<int>(opacities.size()), nullptr);
}

std::vector<std::string> rows_of(const PngSpec& spec, const Samples& samples) {
  std::vector<std::string> rows(spec.height);
  for (std::uint32_t y = 0; y < spec.height; ++y) {
    unsigned bits = 0, filled = 0;
    for (std::uint32_t x = 0; x < spec.width; ++x)
      for (const unsigned value : samples(x, y)) {
        if (spec.depth == 16) rows[y].push_back(static_cast<char>(value >> 8));
        bits = bits << (spec.depth % 16) | value;
        filled += static_cast<unsigned>(spec.depth % 16);
        if (spec.depth == 16) rows[y].push_back(static_cast<char>(value));
        else if (filled >= 8) rows[y].push_back(static_cast<char>(bits)), filled = 0;
      }
    if (spec.depth < 8 && filled > 0) rows[y].push_back(static_cast<char>(bits << (8 - filled)));
  }
  return rows;
}

}  // namespace

std::string make_png(const PngSpec& spec, const Samples& samples) {
  std::string bytes;
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
  png_infop info = png_create_info_struct(png);
  png_set_write_fn(png, &bytes, append, nullptr);
  png_set_IHDR(png, info, spec.width, spec.height, spec.depth, spec.type, spec.interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE, 0, 0);
  set_palette(png, info, spec);
  if (spec.gamma > 0) png_set_gAMA(png, info, spec.gamma);
  if (spec.per_metre > 0) png_set_pHYs(png, info, spec.per_metre, spec.per_metre, PNG_RESOLUTION_METER);
  if (!spec.profile.empty())
    png_set_iCCP(png, info, "profile", 0, reinterpret_cast<png_const_bytep>(spec.profile.data()), static_cast<png_uint_32>(spec.profile.size()));
  png_write_info(png, info);
  std::vector<std::string> rows = rows_of(spec, samples);
  std::vector<png_bytep> pointers;
  for (std::string& row : rows) pointers.push_back(reinterpret_cast<png_bytep>(row.data()));
  png_write_image(png, pointers.data());
  png_write_end(png, info);
  png_destroy_write_struct(&png, &info);
  return bytes;
}

std::string make_jpeg(const JpegSpec& spec, const Samples& samples) {
  jpeg_error_mgr errors{};
  jpeg_compress_struct jpeg{};
  jpeg.err = jpeg_std_error(&errors);
  jpeg_create_compress(&jpeg);
  unsigned char* memory = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&jpeg, &memory, &size);
  jpeg.image_width = spec.width;
  jpeg.image_height = spec.height;
  jpeg.input_components = spec.channels;
  jpeg.in_color_space = spec.channels == 1 ? JCS_GRAYSCALE : spec.channels == 3 ? JCS_RGB : JCS_CMYK;
  jpeg_set_defaults(&jpeg);
  jpeg_set_quality(&jpeg, 100, TRUE);
  if (spec.plain_rgb) jpeg_set_colorspace(&jpeg, JCS_RGB);
  if (spec.progressive) jpeg_simple_progression(&jpeg);
  jpeg.write_Adobe_marker = spec.inverted_inks ? TRUE : FALSE;
  if (spec.per_inch > 0) jpeg.density_unit = 1, jpeg.X_density = jpeg.Y_density = static_cast<UINT16>(spec.per_inch);
  jpeg_start_compress(&jpeg, TRUE);
  if (spec.orientation > 0) {
    std::string exif("Exif\0\0II\x2a\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0", 24);
    exif.push_back(static_cast<char>(spec.orientation));
    exif += std::string(7, '\0');
    jpeg_write_marker(&jpeg, JPEG_APP0 + 1, reinterpret_cast<const JOCTET*>(exif.data()), static_cast<unsigned>(exif.size()));
  }
  if (!spec.profile.empty()) jpeg_write_icc_profile(&jpeg, reinterpret_cast<const JOCTET*>(spec.profile.data()), static_cast<unsigned>(spec.profile.size()));
  for (std::uint32_t y = 0; y < spec.height; ++y) {
    std::string row;
    for (std::uint32_t x = 0; x < spec.width; ++x)
      for (const unsigned value : samples(x, y)) row.push_back(static_cast<char>(spec.inverted_inks ? 255 - value : value));
    auto* line = reinterpret_cast<JSAMPROW>(row.data());
    jpeg_write_scanlines(&jpeg, &line, 1);
  }
  jpeg_finish_compress(&jpeg);
  std::string bytes(reinterpret_cast<const char*>(memory), size);
  jpeg_destroy_compress(&jpeg);
  std::free(memory);
  return bytes;
}

Try::Try(const std::string& bytes, const Limits& limits) {
  const std::string path = (std::filesystem::temp_directory_path() / ("tilstand-picture-" + std::to_string(getpid()))).string();
  replace_file(path, bytes);
  read_picture(library, path, {}, diagnostics, limits);
  std::filesystem::remove(path);
}

std::vector<int> pixel_at(const Pixels& pixels, std::uint32_t x, std::uint32_t y) {
  const std::size_t at = std::size_t{y} * pixels.width + x;
  std::vector<int> values;
  const auto value = [](char c) { return static_cast<int>(static_cast<unsigned char>(c)); };
  for (std::size_t i = 0; i < (pixels.grey ? 1u : 3u); ++i) values.push_back(value(pixels.colour.at(at * (pixels.grey ? 1 : 3) + i)));
  values.push_back(pixels.alpha.empty() ? 255 : value(pixels.alpha.at(at)));
  return values;
}

}  // namespace tilstand::picture
