// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "haru/syntax.hpp"

namespace tilstand::haru {

/// Bodies that wait to be written together as one object stream (ISO 32000-1, 7.5.7).
class ObjectStream {
 public:
  /// Adds a body and returns its index.
  unsigned add(ObjectNumber number, std::string_view body);
  bool is_full() const { return count_ >= most_objects || bodies_.size() >= most_bytes; }
  bool is_empty() const { return count_ == 0; }
  /// Entries of its dictionary.
  std::string entries() const;
  std::string bytes() const { return numbers_ + bodies_; }
  void clear();

 private:
  static constexpr unsigned most_objects = 200;
  static constexpr std::size_t most_bytes = 1 << 18;

  std::string numbers_;  ///< pairs of number and offset
  std::string bodies_;
  unsigned count_ = 0;
};

}  // namespace tilstand::haru
