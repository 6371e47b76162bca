// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/number_text.hpp"
#include "base/suggest.hpp"
#include "data/read_table_spec.hpp"

namespace tilstand::data {
namespace {

using definition::KeyReader;
using definition::Need;
using definition::ReadContext;
using definition::Text;
using definition::Toml;
using tables::Condition;
using tables::SelectionSpec;
using tables::TableSpec;

/// A value of a condition as a cell would have it. Nothing, and a report, when it is none.
std::optional<Text> value_of(const Toml& value, ReadContext& context) {
  if (const auto* text = std::get_if<std::string>(&value.value)) return Text{*text, value.span};
  if (const auto* whole = std::get_if<std::int64_t>(&value.value)) return Text{std::to_string(*whole), value.span};
  if (const auto* truth = std::get_if<bool>(&value.value)) return Text{*truth ? "true" : "false", value.span};
  const auto* number = std::get_if<double>(&value.value);
  if (number != nullptr && *number > -1e14 && *number < 1e14) return Text{decimal(*number, 9), value.span};
  context.diagnostics.error("definition.wrong-type", "expected a text, a number or true or false, found " + std::string(definition::type_name(value)), value.span);
  return std::nullopt;
}

Condition read_condition(const Toml::Member& member, ReadContext& context) {
  Condition condition{{member.key, member.key_span}, {}, {}, {}};
  if (const auto* list = std::get_if<Toml::Array>(&member.value.value)) {
    for (const Toml& item : *list)
      if (auto value = value_of(item, context)) condition.values.push_back(std::move(*value));
    if (list->empty()) context.diagnostics.error("definition.out-of-range", "this list is empty, so that no row is chosen", member.value.span);
  } else if (std::holds_alternative<Toml::Table>(member.value.value)) {
    Toml plain = member.value;  // with its limits as texts
    for (Toml::Member& limit : std::get<Toml::Table>(plain.value))
      if (auto value = value_of(limit.value, context)) limit.value.value = value->value;
    KeyReader keys(plain, context);
    Text from, to;
    if (keys.text("from", from)) condition.from = from;
    if (keys.text("to", to)) condition.to = to;
    keys.finish();
  } else if (auto value = value_of(member.value, context)) {
    condition.values.push_back(std::move(*value));
  }
  return condition;
}

struct Found {
  TableSpec* table = nullptr;
  const SelectionSpec* selection = nullptr;
};

Found find(const Text& name, std::vector<TableSpec>& tables, ReadContext& context) {
  std::vector<std::string> known;
  for (TableSpec& table : tables) {
    if (table.name == name.value) return {&table, nullptr};
    known.push_back(table.name);
    for (const SelectionSpec& selection : table.selections) {
      if (selection.name == name.value) return {&table, &selection};
      known.push_back(selection.name);
    }
  }
  context.diagnostics.error("data.unknown-table", "there is no table \"" + name.value + "\" to select from", name.span, did_you_mean(name.value, known));
  return {};
}

/// A selection of a selection has only the columns of the other.
void narrow(SelectionSpec& selection, const SelectionSpec& outer, ReadContext& context) {
  selection.where.insert(selection.where.begin(), outer.where.begin(), outer.where.end());
  if (outer.columns.empty()) return;
  std::vector<std::string> known;
  for (const Text& column : outer.columns) known.push_back(column.value);
  for (const Text& column : selection.columns)
    if (std::find(known.begin(), known.end(), column.value) == known.end())
      context.diagnostics.error("data.unknown-column", "\"" + column.value + "\" is no column of selection \"" + outer.name + "\"", column.span, did_you_mean(column.value, known));
  if (selection.columns.empty()) selection.columns = outer.columns;
}

}  // namespace

void read_selections(const Toml& selections, std::vector<TableSpec>& tables, ReadContext& context) {
  for (const Toml::Member& member : std::get<Toml::Table>(selections.value)) {
    SelectionSpec selection{member.key, member.key_span, {}, {}};
    KeyReader keys(member.value, context);
    Text table;
    const bool named = keys.text("table", table, Need::required);
    if (const Toml* where = keys.table("where"))
      for (const Toml::Member& column : std::get<Toml::Table>(where->value)) selection.where.push_back(read_condition(column, context));
    keys.texts("columns", selection.columns);
    keys.finish();
    const auto taken = [&](const TableSpec& one) {
      const auto same = [&](const SelectionSpec& other) { return other.name == selection.name; };
      return one.name == selection.name || std::any_of(one.selections.begin(), one.selections.end(), same);
    };
    if (std::any_of(tables.begin(), tables.end(), taken)) {
      context.diagnostics.error("data.duplicate-name", "there is a table named \"" + member.key + "\" already", member.key_span);
      continue;
    }
    const Found found = named ? find(table, tables, context) : Found{};
    if (found.table == nullptr) continue;
    if (found.selection != nullptr) narrow(selection, SelectionSpec(*found.selection), context);
    found.table->selections.push_back(std::move(selection));
  }
}

}  // namespace tilstand::data
