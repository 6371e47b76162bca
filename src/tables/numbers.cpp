// SPDX-License-Identifier: Apache-2.0
#include "tables/numbers.hpp"

#include <charconv>

namespace tilstand::tables {

std::optional<Decimal> read_decimal(std::string_view text) {
  constexpr int most_digits = 15, most_decimals = 9;
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  Decimal result;
  int digits = 0;
  bool after_point = false;
  for (const char c : text) {
    if (c == '.' && !after_point && digits > 0) {
      after_point = true;
      continue;
    }
    if (c < '0' || c > '9' || ++digits > most_digits) return std::nullopt;
    result.mantissa = result.mantissa * 10 + (c - '0');
    if (after_point && ++result.decimals > most_decimals) return std::nullopt;
  }
  if (digits == 0 || text.ends_with('.')) return std::nullopt;
  if (negative) result.mantissa = -result.mantissa;
  return result;
}

std::optional<Value> read_value(std::string_view text, Type type) {
  if (text.empty()) return Value{};
  switch (type) {
    case Type::text: return Value{std::string(text)};
    case Type::integer: {
      std::int64_t number = 0;
      const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
      if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
      return Value{number};
    }
    case Type::decimal: {
      const std::optional<Decimal> number = read_decimal(text);
      if (!number) return std::nullopt;
      return Value{*number};
    }
    case Type::boolean:
      if (text == "true") return Value{true};
      if (text == "false") return Value{false};
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace tilstand::tables
