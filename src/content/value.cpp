// SPDX-License-Identifier: Apache-2.0
#include "content/value.hpp"

#include <algorithm>
#include <charconv>

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

}  // namespace

const Value* Scope::find(const std::string& name) const {
  for (auto variable = variables.rbegin(); variable != variables.rend(); ++variable)
    if (same_name(variable->name, name)) return &variable->value;
  return nullptr;
}

Value from_data(const tables::Value& value) {
  Value result = std::visit([](const auto& held) { return Value{held, {}}; }, value);
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
