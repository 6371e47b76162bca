// SPDX-License-Identifier: Apache-2.0
#include "data/read_table_spec.hpp"

#include <algorithm>
#include <array>

#include "base/number_text.hpp"
#include "tables/numbers.hpp"

namespace tilstand::data {
namespace {

using definition::KeyReader;
using definition::Need;
using definition::ReadContext;
using definition::Text;
using definition::Toml;
using tables::ColumnSpec;
using tables::TableSpec;

constexpr std::array<std::pair<std::string_view, tables::Type>, 6> types{
    {{"text", tables::Type::text}, {"integer", tables::Type::integer}, {"decimal", tables::Type::decimal},
     {"boolean", tables::Type::boolean}, {"date", tables::Type::date}, {"year", tables::Type::year}}};
constexpr std::array<std::pair<std::string_view, tables::Format>, 4> formats{
    {{"csv", tables::Format::csv}, {"toml", tables::Format::toml}, {"json", tables::Format::json}, {"json-stat", tables::Format::json_stat}}};
constexpr std::array<std::pair<std::string_view, tables::Encoding>, 3> encodings{
    {{"utf-8", tables::Encoding::utf8}, {"windows-1252", tables::Encoding::windows_1252}, {"iso-8859-1", tables::Encoding::iso_8859_1}}};
constexpr std::array<std::pair<std::string_view, tables::Others>, 3> others{
    {{"refuse", tables::Others::refuse}, {"skip", tables::Others::skip}, {"text", tables::Others::take}}};
constexpr std::array<std::pair<std::string_view, bool>, 2> reads{{{"whole", true}, {"selections", false}}};

/// A key whose value is one ASCII sign.
void read_sign(KeyReader& keys, std::string_view key, char& into, bool may_be_none) {
  Text sign;
  if (!keys.text(key, sign)) return;
  const bool one = sign.value.size() == 1 && static_cast<unsigned char>(sign.value[0]) < 0x80 && sign.value[0] != '\n' && sign.value[0] != '\r';
  if (one) into = sign.value[0];
  else if (may_be_none && sign.value.empty()) into = 0;
  else keys.error(key, "definition.out-of-range", "expected one sign, as \";\" or \"\\t\"");
}

std::vector<std::string> strings(KeyReader& keys, std::string_view key) {
  std::vector<Text> texts;
  keys.texts(key, texts);
  std::vector<std::string> result;
  for (const Text& text : texts) result.push_back(text.value);
  return result;
}

/// What can be said of a table and, otherwise, of one of its columns.
void read_writing(KeyReader& keys, ColumnSpec& column) {
  read_sign(keys, "decimal", column.numbers.decimal, false);
  keys.string("thousands", column.numbers.thousands);
  if (keys.has("missing")) column.missing = strings(keys, "missing");
  const std::string& thousands = column.numbers.thousands;
  if ((keys.has("thousands") || keys.has("decimal")) && thousands == std::string(1, column.numbers.decimal))
    keys.error("thousands", "definition.conflict", "the sign of thousands is the decimal sign", "say which sign is the decimal one: decimal = \",\"");
  if (thousands.find_first_of("0123456789-") != std::string::npos) keys.error("thousands", "definition.out-of-range", "this can't be the sign of thousands");
}

std::optional<tables::Decimal> read_limit(KeyReader& keys, std::string_view key) {
  std::optional<double> number;
  if (!keys.real(key, number)) return std::nullopt;
  const bool fits = *number > -1e14 && *number < 1e14;
  const std::optional<tables::Decimal> limit = fits ? tables::read_decimal(decimal(*number, 9)) : std::nullopt;
  if (!limit) keys.error(key, "definition.out-of-range", "this number has more than fifteen digits");
  return limit;
}

void read_column(const Toml::Member& member, TableSpec& table, ReadContext& context) {
  ColumnSpec column = table.other;
  column.name = column.from = member.key;
  column.span = member.key_span;
  if (std::holds_alternative<std::string>(member.value.value)) {  // the short form: name = "type"
    const Toml alone{Toml::Table{member}, member.value.span};
    KeyReader(alone, context).choice(member.key, column.type, types);
  } else {
    KeyReader keys(member.value, context);
    int decimals = 0;
    keys.choice("type", column.type, types);
    keys.string("from", column.from);
    keys.string("unit", column.unit);
    keys.boolean("required", column.required);
    column.least = read_limit(keys, "least");
    column.most = read_limit(keys, "most");
    column.values = strings(keys, "values");
    keys.string("pattern", column.pattern);
    if (keys.integer("decimals", decimals, {0, 9})) column.decimals = decimals;
    read_writing(keys, column);
    if (column.least && column.most && *column.most < *column.least) keys.error("most", "definition.conflict", "the most is less than the least");
    keys.finish();
  }
  table.columns.push_back(std::move(column));
}

/// `key` is the name of a column or a list of names.
void read_key(KeyReader& keys, const Toml& table, TableSpec& spec) {
  const Toml* value = table.find("key");
  Text one;
  if (value != nullptr && std::holds_alternative<Toml::Array>(value->value)) keys.texts("key", spec.key);
  else if (keys.text("key", one)) spec.key.push_back(one);
}

tables::Format format_of(const std::string& file) {
  if (file.ends_with(".toml")) return tables::Format::toml;
  return file.ends_with(".json") ? tables::Format::json : tables::Format::csv;
}

void read_about(KeyReader& keys, TableSpec& spec) {
  Text retrieved;
  keys.string("source", spec.about.source);
  keys.string("licence", spec.about.licence);
  if (keys.text("retrieved", retrieved)) {
    spec.about.retrieved = retrieved.value;
    if (!tables::read_value(retrieved.value, tables::Type::date))
      keys.error("retrieved", "definition.out-of-range", "expected a date such as 2021-12-31, found \"" + retrieved.value + "\"");
  }
}

/// How the file is written.
void read_dialect(KeyReader& keys, TableSpec& spec) {
  int header_line = 1;
  spec.format = format_of(spec.file.value);
  keys.choice("format", spec.format, formats);
  keys.choice("encoding", spec.encoding, encodings);
  if (spec.file.value.ends_with(".tsv")) spec.csv.delimiter = '\t';
  read_sign(keys, "delimiter", spec.csv.delimiter, false);
  read_sign(keys, "quote", spec.csv.quote, true);
  if (spec.csv.quote == spec.csv.delimiter) keys.error("delimiter", "definition.conflict", "delimiter and quotation mark are the same");
  if (keys.integer("header-line", header_line, {0, 1'000'000})) spec.csv.header_line = static_cast<std::uint32_t>(header_line);
  keys.text("at", spec.at);
  read_writing(keys, spec.other);
}

/// A JSON-stat dataset describes its own columns, of which a table may name those that it wants.
void read_others(KeyReader& keys, TableSpec& spec) {
  if (spec.format == tables::Format::json_stat) spec.others = keys.has("columns") ? tables::Others::skip : tables::Others::take;
  keys.choice("other-columns", spec.others, others);
  keys.choice("read", spec.whole, reads);
}

}  // namespace

std::optional<TableSpec> read_table_spec(const Toml::Member& member, ReadContext& context) {
  TableSpec spec;
  spec.name = member.key;
  spec.span = member.key_span;
  KeyReader keys(member.value, context);
  keys.text("file", spec.file, Need::required);
  read_key(keys, member.value, spec);
  read_dialect(keys, spec);
  read_about(keys, spec);
  read_others(keys, spec);
  const Toml* columns = keys.table("columns", spec.others == tables::Others::take ? Need::optional : Need::required);
  if (columns != nullptr)
    for (const Toml::Member& column : std::get<Toml::Table>(columns->value)) read_column(column, spec, context);
  keys.finish();
  if (spec.file.empty()) return std::nullopt;
  return spec;
}

}  // namespace tilstand::data
