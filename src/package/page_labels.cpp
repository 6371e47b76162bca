// SPDX-License-Identifier: Apache-2.0
#include "package/page_labels.hpp"

#include <charconv>

#include "haru/syntax.hpp"

namespace tilstand::package {
namespace {

/// The label's value when it is written as PDF's decimal style writes it.
std::optional<std::uint32_t> as_number(const std::string& label) {
  std::uint32_t value = 0;
  const char* end = label.data() + label.size();
  const auto [rest, error] = std::from_chars(label.data(), end, value);
  if (error != std::errc() || rest != end || value == 0 || label[0] == '0') return std::nullopt;
  return value;
}

}  // namespace

void PageLabels::add(const std::string& label) {
  const std::optional<std::uint32_t> number = as_number(label);
  const bool counts_on = number && last_number_ && *number == *last_number_ + 1;
  const bool repeats = pages_ > 0 && !number && !last_number_ && label == last_;
  if (!counts_on && !repeats) {
    haru::append_integer(numbers_, pages_);
    if (number) {
      numbers_ += "<</S/D/St ";
      haru::append_integer(numbers_, *number);
      numbers_ += ">>";
    } else {
      numbers_ += "<</P" + haru::text_string(label) + ">>";
    }
  }
  last_ = label;
  last_number_ = number;
  ++pages_;
}

}  // namespace tilstand::package
