// SPDX-License-Identifier: Apache-2.0
#include "haru/image.hpp"

#include <cstdlib>
#include <string>

namespace tilstand::haru {
namespace {

/// PNG's filters (RFC 2083, 6): what each byte is said to differ from.
int predicted(int filter, int left, int up, int corner) {
  switch (filter) {
    case 1: return left;
    case 2: return up;
    case 3: return (left + up) / 2;
    case 4: break;
    default: return 0;
  }
  const int estimate = left + up - corner;
  const int to_left = std::abs(estimate - left), to_up = std::abs(estimate - up), to_corner = std::abs(estimate - corner);
  if (to_left <= to_up && to_left <= to_corner) return left;
  return to_up <= to_corner ? up : corner;
}

/// One row by one filter; gives the sum of what is left, signed bytes taken as they are small.
std::int64_t filter_row(int filter, std::string_view row, std::string_view above, std::size_t step, std::string& into) {
  std::int64_t sum = 0;
  into.assign(1, static_cast<char>(filter));
  for (std::size_t i = 0; i < row.size(); ++i) {
    const auto byte = [&](std::string_view from, std::size_t back) { return i < back || from.empty() ? 0 : static_cast<int>(static_cast<unsigned char>(from[i - back])); };
    const int rest = byte(row, 0) - predicted(filter, byte(row, step), byte(above, 0), byte(above, step));
    into.push_back(static_cast<char>(rest));
    sum += std::abs(static_cast<int>(static_cast<signed char>(rest)));
  }
  return sum;
}

/// Rows with the filter that leaves least (PNG's own rule of thumb), which deflates best.
std::string filtered(std::string_view samples, std::size_t row_size, std::size_t step) {
  constexpr int filters[] = {0, 1, 2, 4};
  std::string all, row, best;
  all.reserve(samples.size() + samples.size() / row_size);
  std::string_view above;
  for (std::size_t at = 0; at + row_size <= samples.size(); at += row_size) {
    const std::string_view current = samples.substr(at, row_size);
    std::int64_t least = -1;
    for (const int filter : filters) {
      const std::int64_t sum = filter_row(filter, current, above, step, row);
      if (least >= 0 && sum >= least) continue;
      least = sum;
      best.swap(row);
    }
    all += best;
    above = current;
  }
  return all;
}

std::string size_entries(const Image& image) {
  std::string text = "/Type/XObject/Subtype/Image/BitsPerComponent 8/Width ";
  append_integer(text, image.width);
  text += "/Height ";
  append_integer(text, image.height);
  return text;
}

void put_samples(Sink& sink, ObjectNumber number, const Image& image, std::string entries, std::string_view samples, int channels) {
  const std::size_t step = static_cast<std::size_t>(channels);
  entries += "/DecodeParms<</Predictor 15/Colors ";
  append_integer(entries, channels);
  entries += "/Columns ";
  append_integer(entries, image.width);
  sink.put_stream(number, entries += ">>", filtered(samples, image.width * step, step));
}

std::string colour_space(Sink& sink, const Image& image) {
  if (image.profile.empty()) return image.channels == 1 ? "/ColorSpace/DeviceGray" : image.channels == 4 ? "/ColorSpace/DeviceCMYK" : "/ColorSpace/DeviceRGB";
  const ObjectNumber profile = sink.allocate();
  sink.put_stream(profile, image.channels == 1 ? "/N 1" : "/N 3", image.profile);
  return "/ColorSpace[/ICCBased " + reference(profile) + "]";
}

}  // namespace

void put_image(Sink& sink, ObjectNumber number, const Image& image) {
  std::string entries = size_entries(image) + colour_space(sink, image);
  if (!image.jpeg.empty()) {
    entries += "/Filter/DCTDecode";
    if (image.untransformed) entries += "/DecodeParms<</ColorTransform 0>>";
    return sink.put_stream(number, entries, image.jpeg, Packing::none);
  }
  if (!image.alpha.empty()) {
    const ObjectNumber mask = sink.allocate();
    put_samples(sink, mask, image, size_entries(image) + "/ColorSpace/DeviceGray", image.alpha, 1);
    entries += "/SMask " + reference(mask);
  }
  put_samples(sink, number, image, std::move(entries), image.samples, image.channels);
}

}  // namespace tilstand::haru
