// SPDX-License-Identifier: Apache-2.0
#include "definition/reader.hpp"

#include <algorithm>
#include <cmath>

#include "base/suggest.hpp"
#include "definition/lengths.hpp"

namespace tilstand::definition {

std::string_view type_name(const Toml& value) {
  constexpr std::string_view names[] = {"nothing", "a boolean", "an integer", "a decimal number",
                                        "a string", "an array", "a table"};
  return names[value.value.index()];
}

KeyReader::KeyReader(const Toml& table, ReadContext& context) : table_(table), context_(context) {
  if (!std::holds_alternative<Toml::Table>(table.value)) wrong_type(table, "a table");
}

const Toml* KeyReader::ask(std::string_view key, Need need) {
  asked_.emplace_back(key);
  const Toml* value = table_.find(key);
  const bool is_table = std::holds_alternative<Toml::Table>(table_.value);
  if (!value && need == Need::required && is_table)
    context_.diagnostics.error("definition.missing-key", "missing key \"" + std::string(key) + "\"", table_.span);
  return value;
}

template <class Kind>
const Kind* KeyReader::get(std::string_view key, Need need, std::string_view expected) {
  const Toml* value = ask(key, need);
  if (!value) return nullptr;
  const Kind* typed = std::get_if<Kind>(&value->value);
  if (!typed) wrong_type(*value, expected);
  return typed;
}

void KeyReader::wrong_type(const Toml& value, std::string_view expected) {
  context_.diagnostics.error("definition.wrong-type",
                             "expected " + std::string(expected) + ", found " + std::string(type_name(value)), value.span);
}

bool KeyReader::text(std::string_view key, Text& into, Need need) {
  const std::string* value = get<std::string>(key, need, "a string");
  if (value) into = {*value, table_.find(key)->span};
  return value != nullptr;
}

bool KeyReader::texts(std::string_view key, std::vector<Text>& into, Need need) {
  const Toml::Array* items = get<Toml::Array>(key, need, "an array of strings");
  if (!items) return false;
  for (const Toml& item : *items) {
    const std::string* value = std::get_if<std::string>(&item.value);
    if (value) into.push_back({*value, item.span});
    if (!value) wrong_type(item, "a string");
  }
  return true;
}

bool KeyReader::string(std::string_view key, std::string& into, Need need) {
  const std::string* value = get<std::string>(key, need, "a string");
  if (value) into = *value;
  return value != nullptr;
}

bool KeyReader::boolean(std::string_view key, bool& into) {
  const bool* value = get<bool>(key, Need::optional, "a boolean");
  if (value) into = *value;
  return value != nullptr;
}

bool KeyReader::integer(std::string_view key, int& into, IntRange range, Need need) {
  const std::int64_t* value = get<std::int64_t>(key, need, "an integer");
  if (!value) return false;
  if (*value < range.least || *value > range.most) {
    error(key, "definition.out-of-range", "expected an integer from " + std::to_string(range.least) + " to " +
                                              std::to_string(range.most) + ", found " + std::to_string(*value));
    return false;
  }
  into = static_cast<int>(*value);
  return true;
}

std::optional<double> KeyReader::number(const Toml& value) {
  std::optional<double> found;
  if (const std::int64_t* whole = std::get_if<std::int64_t>(&value.value)) found = static_cast<double>(*whole);
  else if (const double* real = std::get_if<double>(&value.value)) found = *real;
  else return wrong_type(value, "a number"), std::nullopt;
  if (std::isfinite(*found)) return found;
  context_.diagnostics.error("definition.out-of-range", "expected a finite number", value.span);
  return std::nullopt;
}

bool KeyReader::real(std::string_view key, std::optional<double>& into) {
  const Toml* value = ask(key, Need::optional);
  const std::optional<double> found = value ? number(*value) : std::nullopt;
  if (found) into = found;
  return found.has_value();
}

bool KeyReader::reals(std::string_view key, std::vector<double>& into) {
  const Toml::Array* items = get<Toml::Array>(key, Need::optional, "an array of numbers");
  if (!items) return false;
  for (const Toml& item : *items)
    if (const std::optional<double> found = number(item)) into.push_back(*found);
  return true;
}

bool KeyReader::length(std::string_view key, std::optional<Length>& into) {
  Text written;
  if (!text(key, written)) return false;
  into = parse_length(written.value, context_.unit);
  if (into) return true;
  const bool unit = parse_length(written.value, Length{1}).has_value();
  const std::string hint = unit ? "the unit \"u\" can only be used in a theme, below [page]" : std::string();
  context_.diagnostics.error("definition.bad-length", "expected a length such as \"5mm\" or \"11pt\", found \"" +
                                                          written.value + "\"", written.span, hint);
  return false;
}

bool KeyReader::length(std::string_view key, Length& into, Need need) {
  if (need == Need::required && !has(key)) return ask(key, need), false;
  std::optional<Length> value;
  if (!length(key, value)) return false;
  into = *value;
  return true;
}

const Toml* KeyReader::table(std::string_view key, Need need) {
  return get<Toml::Table>(key, need, "a table") ? table_.find(key) : nullptr;
}

std::vector<const Toml*> KeyReader::tables(std::string_view key, Need need) {
  std::vector<const Toml*> result;
  const Toml::Array* items = get<Toml::Array>(key, need, "an array of tables");
  if (!items) return result;
  for (const Toml& item : *items) {
    if (std::holds_alternative<Toml::Table>(item.value)) result.push_back(&item);
    else wrong_type(item, "a table");
  }
  return result;
}

void KeyReader::unknown_value(const Text& word, const std::vector<std::string>& known) {
  std::string list;
  for (const std::string& name : known) list += (list.empty() ? "" : ", ") + name;
  context_.diagnostics.error("definition.unknown-value", "unknown value \"" + word.value + "\", expected one of " + list,
                             word.span, did_you_mean(word.value, known));
}

void KeyReader::error(std::string_view key, std::string code, std::string message, std::string hint) {
  const Toml* value = table_.find(key);
  context_.diagnostics.error(std::move(code), std::move(message), value ? value->span : table_.span, std::move(hint));
}

void KeyReader::finish() {
  const Toml::Table* members = std::get_if<Toml::Table>(&table_.value);
  if (!members) return;
  for (const Toml::Member& member : *members) {
    if (std::find(asked_.begin(), asked_.end(), member.key) != asked_.end()) continue;
    std::vector<std::string> free;  // a key that is there already is not what was meant
    for (const std::string& key : asked_)
      if (!has(key)) free.push_back(key);
    context_.diagnostics.error("definition.unknown-key", "unknown key \"" + member.key + "\"", member.key_span,
                               did_you_mean(member.key, free));
  }
}

}  // namespace tilstand::definition
