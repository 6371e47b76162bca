// SPDX-License-Identifier: Apache-2.0
#include "haru/object_table.hpp"

#include <algorithm>

namespace tilstand::haru {
namespace {

constexpr std::uint64_t in_stream = std::uint64_t{1} << 63;

struct Fields {
  unsigned type = 0;
  std::uint64_t place = 0;
  unsigned index = 0;
};

Fields fields_of(std::uint64_t place) {
  if (place == 0) return {};
  if ((place & in_stream) == 0) return {1, place, 0};
  return {2, (place & ~in_stream) >> 16, static_cast<unsigned>(place & 0xFFFF)};
}

void append_big_endian(std::string& row, std::uint64_t value, unsigned width) {
  for (unsigned i = width; i-- > 0;) row += static_cast<char>(value >> (8 * i) & 0xFF);
}

}  // namespace

ObjectNumber ObjectTable::allocate() {
  places_.push_back(0);
  return next() - 1;
}

void ObjectTable::place_in(ObjectNumber number, ObjectNumber stream, unsigned index) {
  places_.at(number) = in_stream | std::uint64_t{stream} << 16 | index;
}

ObjectTable::Rows ObjectTable::rows() const {
  std::uint64_t farthest = 0;
  for (const std::uint64_t place : places_) farthest = std::max(farthest, fields_of(place).place);
  Rows rows;
  do ++rows.offset_width;
  while (rows.offset_width < 8 && farthest >> (8 * rows.offset_width) != 0);

  rows.bytes.reserve(places_.size() * (rows.width() + 1));
  std::string above(rows.width(), '\0'), row;
  for (const std::uint64_t place : places_) {
    const Fields fields = fields_of(place);
    row.clear();
    append_big_endian(row, fields.type, Rows::type_width);
    append_big_endian(row, fields.place, rows.offset_width);
    append_big_endian(row, fields.type == 0 ? 0xFFFF : fields.index, Rows::index_width);
    rows.bytes += '\2';
    for (std::size_t i = 0; i < row.size(); ++i) rows.bytes += static_cast<char>(row[i] - above[i]);
    above.swap(row);
  }
  return rows;
}

}  // namespace tilstand::haru
