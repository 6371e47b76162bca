// SPDX-License-Identifier: Apache-2.0
#include "base/number_text.hpp"

#include <charconv>
#include <cmath>

namespace tilstand {

std::string decimal(double value, int decimals) {
  std::int64_t scale = 1;
  for (int i = 0; i < decimals; ++i) scale *= 10;
  std::int64_t whole = std::llround(value * static_cast<double>(scale));
  std::string text = whole < 0 ? "-" : "";
  if (whole < 0) whole = -whole;
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, whole / scale).ptr;
  text.append(digits, end);
  std::int64_t rest = whole % scale;
  if (rest == 0) return text;
  text.push_back('.');
  for (scale /= 10; rest > 0; scale /= 10) {
    text.push_back(static_cast<char>('0' + rest / scale));
    rest %= scale;
  }
  return text;
}

std::string decimal_digits(std::int64_t mantissa, int decimals) {
  const std::uint64_t size = mantissa < 0 ? 0 - static_cast<std::uint64_t>(mantissa) : static_cast<std::uint64_t>(mantissa);
  std::string digits = std::to_string(size);
  const auto after = static_cast<std::size_t>(decimals);
  if (digits.size() <= after) digits.insert(0, after + 1 - digits.size(), '0');
  if (after > 0) digits.insert(digits.size() - after, 1, '.');
  return (mantissa < 0 ? "-" : "") + digits;
}

}  // namespace tilstand
