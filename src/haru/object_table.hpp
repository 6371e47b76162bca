// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "haru/syntax.hpp"

namespace tilstand::haru {

/// Where each object of the file lies: eight bytes an object, so that a million of them cost little.
class ObjectTable {
 public:
  /// The most indirect objects that PDF/A-2 allows (ISO 19005-2, 6.1.13).
  static constexpr ObjectNumber most = 8'388'607;

  ObjectNumber allocate();
  /// The number that `allocate` will give next; also one more than the highest number given.
  ObjectNumber next() const { return static_cast<ObjectNumber>(places_.size()); }
  void place_at(ObjectNumber number, std::uint64_t offset) { places_.at(number) = offset; }
  void place_in(ObjectNumber number, ObjectNumber stream, unsigned index);
  bool is_placed(ObjectNumber number) const { return places_.at(number) != 0; }

  /// A cross-reference stream's rows (ISO 32000-1, 7.5.8.3) after PNG's "up" predictor, and the widths of their fields.
  struct Rows {
    std::string bytes;
    unsigned offset_width = 0;
    static constexpr unsigned type_width = 1, index_width = 2;
    unsigned width() const { return type_width + offset_width + index_width; }
  };
  Rows rows() const;

 private:
  std::vector<std::uint64_t> places_{0};  ///< 0: free; top bit: stream number and 16 bits of index; else an offset
};

}  // namespace tilstand::haru
