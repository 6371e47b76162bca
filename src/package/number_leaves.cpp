// SPDX-License-Identifier: Apache-2.0
#include "package/number_leaves.hpp"

namespace tilstand::package {

void NumberLeaves::add(std::uint32_t key, haru::ObjectNumber value) {
  if (count_ == 0) first_ = key;
  haru::append_integer(numbers_, key);
  numbers_ += ' ' + haru::reference(value) + ' ';
  if (++count_ == most_in_leaf) flush();
}

void NumberLeaves::flush() {
  if (count_ == 0) return;
  const haru::ObjectNumber leaf = sink_.allocate();
  std::string body = "<</Limits[";
  haru::append_integer(body, first_);
  body += ' ';
  haru::append_integer(body, first_ + count_ - 1);
  sink_.put(leaf, body + "]/Nums[" + numbers_ + "]>>");
  kids_ += haru::reference(leaf) + ' ';
  numbers_.clear();
  count_ = 0;
}

std::string NumberLeaves::finish() {
  flush();
  return kids_;
}

}  // namespace tilstand::package
