// SPDX-License-Identifier: Apache-2.0
#include "tables/selector.hpp"

#include <algorithm>

#include "base/suggest.hpp"
#include "tables/check_cell.hpp"

namespace tilstand::tables {
namespace {

std::optional<std::size_t> find(const definition::Text& name, const std::string& table, const std::vector<Column>& columns, Diagnostics& diagnostics) {
  std::vector<std::string> known;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].name == name.value) return i;
    known.push_back(columns[i].name);
  }
  diagnostics.error("data.unknown-column", shown(name.value) + " is no column of table \"" + table + "\"", name.span, did_you_mean(name.value, known));
  return std::nullopt;
}

std::vector<Column> chosen_columns(const SelectionSpec& spec, const std::string& table, const std::vector<Column>& columns, Diagnostics& diagnostics,
                                   std::vector<std::size_t>& chosen) {
  for (const definition::Text& name : spec.columns)
    if (const auto at = find(name, table, columns, diagnostics)) chosen.push_back(*at);
  for (std::size_t i = 0; spec.columns.empty() && i < columns.size(); ++i) chosen.push_back(i);
  std::vector<Column> result;
  for (const std::size_t at : chosen) result.push_back(columns[at]);
  return result;
}

/// -1, 0, 1; nothing when the two can't be compared.
std::optional<int> order(const Value& a, const Value& b) {
  const auto number = [](const Value& value) -> std::optional<Decimal> {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return Decimal{*whole, 0};
    if (const auto* decimal = std::get_if<Decimal>(&value)) return *decimal;
    return std::nullopt;
  };
  const auto x = number(a), y = number(b);
  if (x && y) return *x < *y ? -1 : *y < *x ? 1 : 0;
  if (a.index() != b.index()) return std::nullopt;
  return a < b ? -1 : b < a ? 1 : 0;
}

bool within(std::string_view text, Type type, const std::optional<Value>& from, const std::optional<Value>& to) {
  const std::optional<Value> value = read_value(text, type);
  if (text.empty() || !value) return false;
  const std::optional<int> low = from ? order(*value, *from) : 1, high = to ? order(*value, *to) : -1;
  return low && high && *low >= 0 && *high <= 0;
}

/// Equal as values: 5 is 5.0.
bool is_same(std::string_view a, std::string_view b, Type type) {
  if (a == b || type != Type::decimal || a.empty() || b.empty()) return a == b;
  const auto x = read_decimal(a), y = read_decimal(b);
  return x && y && *x == *y;
}

}  // namespace

Selector::Selector(std::string name, const std::vector<Column>& columns) : table_(std::move(name), columns) {
  for (std::size_t i = 0; i < columns.size(); ++i) chosen_.push_back(i);
}

Selector::Selector(const SelectionSpec& spec, const std::string& table, const std::vector<Column>& columns, Diagnostics& diagnostics)
    : table_(spec.name, chosen_columns(spec, table, columns, diagnostics, chosen_)) {
  for (const Condition& condition : spec.where) add_test(condition, table, columns, diagnostics);
}

void Selector::add_test(const Condition& condition, const std::string& table, const std::vector<Column>& columns, Diagnostics& diagnostics) {
  const auto at = find(condition.column, table, columns, diagnostics);
  if (!at) return;
  const Type type = columns[*at].type;
  const ColumnSpec plain(columns[*at].name, type);
  const auto read = [&](const definition::Text& written) -> std::optional<std::string> {
    const auto text = plain_cell({written.value, {}, {}, false}, plain);
    if (!text)
      diagnostics.error("data.wrong-type", shown(written.value) + " is no value that column \"" + columns[*at].name + "\" of table \"" + table + "\" can hold", written.span);
    return text;
  };
  Test test{*at, type, {}, {}, {}};
  for (const definition::Text& value : condition.values)
    if (const auto text = read(value)) test.values.push_back({*text, value.span, false});
  if (condition.from)
    if (const auto text = read(*condition.from)) test.from = read_value(*text, type);
  if (condition.to)
    if (const auto text = read(*condition.to)) test.to = read_value(*text, type);
  asked_.push_back(*at);
  tests_.push_back(std::move(test));
}

bool Selector::admits(std::size_t column, std::string_view text) const {
  return std::all_of(tests_.begin(), tests_.end(), [&](const Test& test) {
    if (test.column != column) return true;
    const auto same = [&](const Wanted& wanted) { return is_same(wanted.text, text, test.type); };
    if (!test.values.empty() && std::none_of(test.values.begin(), test.values.end(), same)) return false;
    return (!test.from && !test.to) || within(text, test.type, test.from, test.to);
  });
}

void Selector::note(std::size_t column, std::string_view text) {
  for (Test& test : tests_)
    for (Wanted& wanted : test.values) wanted.met = wanted.met || (test.column == column && is_same(wanted.text, text, test.type));
}

void Selector::report_unmet(Diagnostics& diagnostics) const {
  for (const Test& test : tests_)
    for (const Wanted& wanted : test.values)
      if (!wanted.met)
        diagnostics.warning("data.no-match", "no row of selection \"" + table_.name() + "\" has the value " + shown(wanted.text), wanted.span,
                            "look for the value as it stands in the file");
}

}  // namespace tilstand::tables
