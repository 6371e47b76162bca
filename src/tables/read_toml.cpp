// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <charconv>
#include <cmath>

#include "base/suggest.hpp"
#include "definition/toml.hpp"
#include "tables/check_cell.hpp"
#include "tables/readers.hpp"
#include "tables/record_rows.hpp"

namespace tilstand::tables {
namespace {

using definition::Toml;

/// A number as TOML's author would write it: the shortest text that reads as the same.
std::string text_of(double number) {
  if (!std::isfinite(number)) return std::isnan(number) ? "NaN" : number < 0 ? "-Infinity" : "Infinity";
  std::array<char, 32> digits{};
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
  return {digits.data(), end};
}

/// A value as a cell; nothing when it is an array or a table.
std::optional<Cell> cell_of(const Toml& value) {
  Cell cell{{}, value.span.begin, value.span.end, false};
  if (const auto* text = std::get_if<std::string>(&value.value)) cell.text = *text;
  else if (const auto* whole = std::get_if<std::int64_t>(&value.value)) cell.text = std::to_string(*whole);
  else if (const auto* number = std::get_if<double>(&value.value)) cell.text = text_of(*number);
  else if (const auto* truth = std::get_if<bool>(&value.value)) cell.text = *truth ? "true" : "false";
  else return std::nullopt;
  return cell;
}

/// The array with the rows: the one that is named, or the only one.
const Toml* find_rows(const Toml& root, const TableSpec& spec, FileId file, Diagnostics& diagnostics) {
  std::vector<std::string> known;
  const Toml* found = nullptr;
  for (const Toml::Member& member : std::get<Toml::Table>(root.value)) {
    if (!std::holds_alternative<Toml::Array>(member.value.value)) continue;
    known.push_back(member.key);
    if (spec.at.empty() || spec.at.value == member.key) found = &member.value;
  }
  const bool unclear = spec.at.empty() && known.size() > 1;
  if (found != nullptr && !unclear) return found;
  if (unclear) diagnostics.error("data.no-rows", "the file of table \"" + spec.name + "\" has several arrays", {file, {1, 1}, {1, 2}}, "name the one with the rows: at = \"" + known.front() + "\"");
  else if (spec.at.empty()) diagnostics.error("data.no-rows", "the file of table \"" + spec.name + "\" has no array of tables", {file, {1, 1}, {1, 2}}, "write each row below [[row]]");
  else diagnostics.error("data.no-rows", "the file has no array " + shown(spec.at.value), spec.at.span, did_you_mean(spec.at.value, known));
  return nullptr;
}

}  // namespace

std::vector<Table> read_toml(const TableSpec& spec, FileId file, Sources& sources, Diagnostics& diagnostics) {
  if (sources.is_on_disk(file)) {
    diagnostics.error("data.too-large", "a TOML file of more than eight megabytes is not read", spec.file.span, "write large tables as CSV or JSON");
    return {};
  }
  const auto root = definition::parse_toml(file, sources, diagnostics);
  const Toml* list = root ? find_rows(*root, spec, file, diagnostics) : nullptr;
  if (list == nullptr) return {};
  RecordRows rows(spec, file, diagnostics, {}, false);
  for (const Toml& row : std::get<Toml::Array>(list->value)) {
    const auto* members = std::get_if<Toml::Table>(&row.value);
    if (members == nullptr) {
      diagnostics.error("data.wrong-type", "a row is a table with a key for each column", row.span);
      continue;
    }
    rows.begin(row.span.begin);
    for (const Toml::Member& member : *members) {
      const Cell name{member.key, member.key_span.begin, member.key_span.end, false};
      if (auto cell = cell_of(member.value)) rows.cell(name, std::move(*cell));
      else rows.nested(name);
    }
    if (!rows.end()) break;
  }
  return rows.finish();
}

}  // namespace tilstand::tables
