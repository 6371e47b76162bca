// SPDX-License-Identifier: Apache-2.0
#include "content/value.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <type_traits>

namespace tilstand::content {
namespace {

std::optional<tables::Decimal> read_number(std::string_view text) {
  const std::size_t point = text.find('.');
  std::string digits(text);
  int decimals = 0;
  if (point != std::string_view::npos) {
    decimals = static_cast<int>(std::min<std::size_t>(text.size() - point - 1, 10));
    digits.erase(point, 1);
  }
  std::int64_t mantissa = 0;
  const char* end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), end, mantissa);
  if (read.ec != std::errc{} || read.ptr != end || decimals > 9) return std::nullopt;
  return tables::Decimal{mantissa, decimals};
}

std::string iso_date(const tables::Date& date) {
  const auto digits = [](int number, std::size_t count) {
    const std::string text = std::to_string(number);
    return std::string(count - std::min(count, text.size()), '0') + text;
  };
  return digits(date.year, 4) + "-" + digits(date.month, 2) + "-" + digits(date.day, 2);
}

}  // namespace

const Value* Scope::find(const std::string& name) const {
  for (auto variable = variables.rbegin(); variable != variables.rend(); ++variable)
    if (same_name(variable->name, name)) return &variable->value;
  return nullptr;
}

Value from_data(const tables::Value& value) {
  if (const auto* year = std::get_if<tables::Year>(&value)) return Value{std::to_string(year->number), {}};  // no quantity to be grouped
  if (const auto* date = std::get_if<tables::Date>(&value)) return Value{iso_date(*date), {}};
  Value result = std::visit(
      [](const auto& held) {
        if constexpr (std::is_constructible_v<decltype(Value::held), decltype(held)>) return Value{held, {}};
        else return Value{};
      },
      value);
  result.written = result.get<std::string>() != nullptr;
  return result;
}

bool is_true(const Value& value) {
  if (const bool* truth = value.get<bool>()) return *truth;
  if (const auto* text = value.get<std::string>()) return !text->empty() && *text != "false" && *text != "0";
  if (const auto* integer = value.get<std::int64_t>()) return *integer != 0;
  if (const auto* decimal = value.get<tables::Decimal>()) return decimal->mantissa != 0;
  return !value.missing() && !value.failed();
}

std::optional<tables::Decimal> as_number(const Value& value) {
  if (const auto* integer = value.get<std::int64_t>()) return tables::Decimal{*integer, 0};
  if (const auto* decimal = value.get<tables::Decimal>()) return *decimal;
  if (const auto* text = value.get<std::string>()) return read_number(*text);
  const auto* figure = value.get<FigureValue>();
  if (!figure) return std::nullopt;
  if (figure->observation) return figure->figure->observations[*figure->observation].value;
  const data::Observation* current = figure->figure->current();
  return current ? std::optional(current->value) : std::nullopt;
}

bool same_name(std::string_view a, std::string_view b) {
  const auto plain = [](char byte) { return byte == '_' ? '-' : byte; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return plain(x) == plain(y); });
}

}  // namespace tilstand::content
