// SPDX-License-Identifier: Apache-2.0
#include "haru/object_stream.hpp"

namespace tilstand::haru {

unsigned ObjectStream::add(ObjectNumber number, std::string_view body) {
  append_integer(numbers_, number);
  numbers_ += ' ';
  append_integer(numbers_, static_cast<std::int64_t>(bodies_.size()));
  numbers_ += ' ';
  bodies_ += body;
  bodies_ += '\n';
  return count_++;
}

std::string ObjectStream::entries() const {
  std::string entries = "/Type/ObjStm/N ";
  append_integer(entries, count_);
  entries += "/First ";
  append_integer(entries, static_cast<std::int64_t>(numbers_.size()));
  return entries;
}

void ObjectStream::clear() {
  numbers_.clear();
  bodies_.clear();
  count_ = 0;
}

}  // namespace tilstand::haru
