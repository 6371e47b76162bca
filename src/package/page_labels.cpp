// SPDX-License-Identifier: Apache-2.0
#include "package/page_labels.hpp"

#include <charconv>
#include <optional>

#include "base/roman.hpp"
#include "haru/syntax.hpp"

namespace tilstand::package {
namespace {

/// A label that one of PDF's styles writes.
struct Counted {
  char style = 'D';  ///< D: decimal, r: small roman
  std::uint32_t value = 0;
};

std::optional<Counted> as_number(const std::string& label) {
  if (const auto numeral = from_roman(label)) return Counted{'r', *numeral};
  std::uint32_t value = 0;
  const char* end = label.data() + label.size();
  const auto [rest, error] = std::from_chars(label.data(), end, value);
  if (error != std::errc() || rest != end || value == 0 || label[0] == '0') return std::nullopt;
  return Counted{'D', value};
}

}  // namespace

void PageLabels::add(const std::string& label) {
  const std::optional<Counted> number = as_number(label);
  const bool counts_on = number && last_number_ != 0 && number->style == last_style_ && number->value == last_number_ + 1;
  const bool repeats = pages_ > 0 && !number && last_number_ == 0 && label == last_;
  if (!counts_on && !repeats) {
    haru::append_integer(numbers_, pages_);
    if (number) {
      numbers_ += std::string("<</S/") + number->style + "/St ";
      haru::append_integer(numbers_, number->value);
      numbers_ += ">>";
    } else {
      numbers_ += "<</P" + haru::text_string(label) + ">>";
    }
  }
  last_ = label;
  last_style_ = number ? number->style : 'D';
  last_number_ = number ? number->value : 0;
  ++pages_;
}

}  // namespace tilstand::package
