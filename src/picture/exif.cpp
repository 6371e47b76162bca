// SPDX-License-Identifier: Apache-2.0
#include "picture/exif.hpp"

#include <cstdint>
#include <optional>

namespace tilstand::picture {
namespace {

constexpr unsigned tag_orientation = 0x0112, tag_across = 0x011A, tag_down = 0x011B, tag_unit = 0x0128;
constexpr std::size_t entry_size = 12;

/// Reads numbers of either byte order; past the end everything is nothing.
class Tiff {
 public:
  explicit Tiff(std::string_view bytes) : bytes_(bytes), big_(bytes.starts_with("MM")) {}

  std::optional<std::uint32_t> number(std::size_t at, std::size_t size) const {
    if (at > bytes_.size() || bytes_.size() - at < size) return std::nullopt;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i) {
      const std::size_t place = at + (big_ ? i : size - 1 - i);
      value = value << 8 | static_cast<unsigned char>(bytes_[place]);
    }
    return value;
  }
  double ratio(std::size_t at) const {
    const auto above = number(at, 4), below = number(at + 4, 4);
    return above && below && *below != 0 ? static_cast<double>(*above) / *below : 0;
  }

 private:
  std::string_view bytes_;
  bool big_;
};

}  // namespace

Exif read_exif(std::string_view bytes) {
  Exif exif;
  if (!bytes.starts_with("MM") && !bytes.starts_with("II")) return exif;
  const Tiff tiff(bytes);
  const auto directory = tiff.number(4, 4);
  const auto count = directory ? tiff.number(*directory, 2) : std::nullopt;
  if (!count) return exif;
  bool in_centimetres = false;
  for (std::size_t i = 0; i < *count; ++i) {
    const std::size_t entry = *directory + 2 + i * entry_size;
    const auto tag = tiff.number(entry, 2), small = tiff.number(entry + 8, 2), place = tiff.number(entry + 8, 4);
    if (!tag || !small || !place) break;
    if (*tag == tag_orientation && *small >= 1 && *small <= 8) exif.orientation = static_cast<int>(*small);
    if (*tag == tag_across) exif.across = tiff.ratio(*place);
    if (*tag == tag_down) exif.down = tiff.ratio(*place);
    if (*tag == tag_unit) in_centimetres = *small == 3;
  }
  if (in_centimetres) exif.across *= 2.54, exif.down *= 2.54;
  return exif;
}

}  // namespace tilstand::picture
