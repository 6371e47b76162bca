// SPDX-License-Identifier: Apache-2.0
#include "pdf/picture.hpp"

#include <algorithm>
#include <cstdint>

#include "digest/sha256.hpp"
#include "pdf/colour_space.hpp"

namespace tilstand::pdf {
namespace {

std::string samples_of(QPDFObjectHandle stream) {
  const auto buffer = stream.getStreamData(qpdf_dl_all);  // throws when a filter is not known
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

std::string raw_of(QPDFObjectHandle stream) {
  const auto buffer = stream.getRawStreamData();
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

std::size_t side(QPDFObjectHandle dictionary, const char* key) {
  QPDFObjectHandle value = dictionary.getKey(key);
  return value.isInteger() && value.getIntValue() > 0 ? static_cast<std::size_t>(value.getIntValue()) : 0;
}

/// How light a pixel of `count` bytes is, roughly: enough to know a picture again.
float lightness_of(const unsigned char* pixel, int count) {
  const auto part = [&](int at) { return static_cast<float>(pixel[at]) / 255.0F; };
  if (count == 1) return part(0);
  if (count == 3) return 0.2126F * part(0) + 0.7152F * part(1) + 0.0722F * part(2);
  return (1 - part(3)) * (1 - 0.2126F * part(0) - 0.7152F * part(1) - 0.0722F * part(2));
}

/// Means over 16 by 16 fields; nothing for samples that are not one byte each, and for palettes.
std::optional<Lightness> lightness_of(const std::string& samples, std::size_t width, std::size_t height, int count) {
  constexpr std::size_t fields = 16;
  if (width == 0 || height == 0 || (count != 1 && count != 3 && count != 4)) return std::nullopt;
  if (samples.size() != width * height * static_cast<std::size_t>(count)) return std::nullopt;
  Lightness sums{}, weights{};
  for (std::size_t y = 0; y < height; ++y) {
    for (std::size_t x = 0; x < width; ++x) {
      const std::size_t field = y * fields / height * fields + x * fields / width;
      sums[field] += lightness_of(reinterpret_cast<const unsigned char*>(samples.data()) + (y * width + x) * static_cast<std::size_t>(count), count);
      weights[field] += 1;
    }
  }
  for (std::size_t field = 0; field < sums.size(); ++field) sums[field] /= std::max(weights[field], 1.0F);
  return sums;
}

bool is_indexed(QPDFObjectHandle space) {
  return space.isArray() && space.getArrayNItems() > 0 && space.getArrayItem(0).isName() && space.getArrayItem(0).getName() == "/Indexed";
}

}  // namespace

Picture read_picture(QPDFObjectHandle image) {
  QPDFObjectHandle dictionary = image.getDict(), space = dictionary.getKey("/ColorSpace"), mask = dictionary.getKey("/SMask");
  const std::size_t width = side(dictionary, "/Width"), height = side(dictionary, "/Height");
  Picture picture;
  picture.size = std::to_string(width) + " x " + std::to_string(height);
  picture.space = space.isNull() ? "mask" : space_name(space);
  std::string samples;
  try {
    samples = samples_of(image);
    if (side(dictionary, "/BitsPerComponent") == 8 && !is_indexed(space)) picture.lightness = lightness_of(samples, width, height, component_count(picture.space));
  } catch (const std::exception&) {  // a filter that libqpdf lacks: the coded bytes must do
    samples = raw_of(image);
  }
  if (mask.isStream()) samples += raw_of(mask);
  picture.digest = digest::sha256(samples);
  return picture;
}

}  // namespace tilstand::pdf
