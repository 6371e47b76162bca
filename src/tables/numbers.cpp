// SPDX-License-Identifier: Apache-2.0
#include "tables/numbers.hpp"

#include <algorithm>
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

namespace {

/// So many digits and nothing else.
std::optional<int> read_digits(std::string_view text, std::size_t count) {
  const bool digits = text.size() == count && text.find_first_not_of("0123456789") == std::string_view::npos;
  int number = 0;
  if (!digits || std::from_chars(text.data(), text.data() + text.size(), number).ec != std::errc()) return std::nullopt;
  return number;
}

/// A calendar day of ISO 8601's extended form.
std::optional<Date> read_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = read_digits(text.substr(0, 4), 4), month = read_digits(text.substr(5, 2), 2), day = read_digits(text.substr(8), 2);
  if (!year || !month || !day || *month < 1 || *month > 12) return std::nullopt;
  constexpr int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = *month == 2 && *year % 4 == 0 && (*year % 100 != 0 || *year % 400 == 0);
  if (*day < 1 || *day > lengths[*month - 1] + (leap ? 1 : 0)) return std::nullopt;
  return Date{*year, *month, *day};
}

/// A written number taken apart: digits without leading zeros, and how many of them stand after the point.
struct Digits {
  bool negative = false;
  std::string digits;
  std::int64_t decimals = 0;
};

constexpr std::string_view minus_sign = "\xE2\x88\x92";

bool take(std::string_view& text, std::string_view what) {
  if (what.empty() || !text.starts_with(what)) return false;
  text.remove_prefix(what.size());
  return true;
}

/// A thousands sign: when a space is declared, no-break spaces are meant as well.
bool take_thousands(std::string_view& text, const std::string& sign) {
  if (take(text, sign)) return true;
  return sign == " " && (take(text, "\xC2\xA0") || take(text, "\xE2\x80\xAF") || take(text, "\xE2\x80\x89"));
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The digits before the point. Groups of thousands have three digits each, but for the first.
bool take_whole(std::string_view& text, const NumberForm& form, Digits& into) {
  std::size_t group = 0, groups = 1;
  while (!text.empty()) {
    if (is_digit(text.front())) {
      into.digits += text.front(), text.remove_prefix(1), ++group;
      continue;
    }
    const bool first = groups == 1;
    if (group == 0 || !take_thousands(text, form.thousands)) break;
    if (first ? group > 3 : group != 3) return false;
    group = 0, ++groups;
  }
  return group > 0 && (groups == 1 || group == 3);
}

std::optional<Digits> read_digits_of(std::string_view text, const NumberForm& form) {
  Digits read;
  read.negative = take(text, "-") || take(text, minus_sign);
  if (!take_whole(text, form, read)) return std::nullopt;
  if (take(text, std::string_view(&form.decimal, 1))) {
    const std::size_t before = read.digits.size();
    for (; !text.empty() && is_digit(text.front()); text.remove_prefix(1)) read.digits += text.front();
    read.decimals = static_cast<std::int64_t>(read.digits.size() - before);
    if (read.decimals == 0) return std::nullopt;
  }
  if (take(text, "e") || take(text, "E")) {
    take(text, "+");
    std::int64_t exponent = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), exponent);
    if (error != std::errc() || exponent > 9999 || exponent < -9999) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    read.decimals -= exponent;
  }
  if (!text.empty()) return std::nullopt;
  return read;
}

/// Adds one to the last digit.
void count_up(std::string& digits) {
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) {
    if (*digit != '9') return void(++*digit);
    *digit = '0';
  }
  digits.insert(0, "1");
}

void round_to(Digits& number, int decimals) {
  if (number.decimals <= decimals) return;
  const auto gone = std::min(static_cast<std::size_t>(number.decimals - decimals), number.digits.size() + 1);
  number.digits.insert(0, gone >= number.digits.size() ? gone - number.digits.size() + 1 : 0, '0');
  const bool up = number.digits[number.digits.size() - gone] >= '5' && static_cast<std::int64_t>(gone) == number.decimals - decimals;
  number.digits.resize(number.digits.size() - gone);
  number.decimals = decimals;
  if (up) count_up(number.digits);
}

}  // namespace

std::optional<std::string> plain_number(std::string_view text, const NumberForm& form, std::optional<int> decimals) {
  constexpr std::int64_t most_digits = 400;
  std::optional<Digits> number = read_digits_of(text, form);
  if (!number) return std::nullopt;
  if (decimals) round_to(*number, *decimals);
  std::string& digits = number->digits;
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
  const bool zero = digits.empty();
  if (zero) number->decimals = std::clamp<std::int64_t>(number->decimals, 0, most_digits);
  if (number->decimals < -most_digits || number->decimals > most_digits || digits.size() > most_digits) return std::nullopt;
  if (number->decimals < 0) digits.append(static_cast<std::size_t>(-number->decimals), '0'), number->decimals = 0;
  const auto after = static_cast<std::size_t>(number->decimals);
  if (digits.size() <= after) digits.insert(0, after + 1 - digits.size(), '0');
  if (after > 0) digits.insert(digits.size() - after, ".");
  return (number->negative && !zero ? "-" : "") + digits;
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
    case Type::date: {
      const std::optional<Date> date = read_date(text);
      if (!date) return std::nullopt;
      return Value{*date};
    }
    case Type::year: {
      const std::optional<int> year = read_digits(text, 4);
      if (!year || *year == 0) return std::nullopt;
      return Value{Year{*year}};
    }
    case Type::boolean:
      if (text == "true") return Value{true};
      if (text == "false") return Value{false};
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace tilstand::tables
