// SPDX-License-Identifier: Apache-2.0
#include "tables/check_cell.hpp"

#include <algorithm>

#include "base/suggest.hpp"
#include "base/utf8.hpp"
#include "tables/numbers.hpp"

namespace tilstand::tables {
namespace {

const char* name_of(Type type) {
  switch (type) {
    case Type::text: return "a text";
    case Type::integer: return "a whole number";
    case Type::decimal: return "a number";
    case Type::boolean: return "true or false";
    case Type::date: return "a date such as 2021-12-31";
    case Type::year: return "a year of four digits";
  }
  return "a value";
}

bool is_missing(const Cell& cell, const ColumnSpec& column) {
  return cell.absent || cell.text.empty() || std::find(column.missing.begin(), column.missing.end(), cell.text) != column.missing.end();
}

/// "47.00" is a whole number.
std::optional<std::string> whole(std::string number) {
  const std::size_t point = number.find('.');
  if (point != std::string::npos) {
    if (number.find_first_not_of('0', point + 1) != std::string::npos) return std::nullopt;
    number.resize(point);
  }
  return number;
}

bool is_number(Type type) { return type == Type::integer || type == Type::decimal; }

/// The digits of a cell that holds a number, however many there are.
std::optional<std::string> digits_of(const Cell& cell, const ColumnSpec& column) {
  std::optional<std::string> number = plain_number(cell.text, column.numbers, column.decimals);
  return number && column.type == Type::integer ? whole(*number) : number;
}

bool is_not_finite(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  if (text.starts_with('-') || text.starts_with('+')) text.erase(0, 1);
  return text == "nan" || text == "inf" || text == "infinity" || text == "#div/0!" || text == "#num!";
}

void report_type(const Cell& cell, const ColumnSpec& column, FileId file, Diagnostics& diagnostics) {
  const std::string where = ", column \"" + column.name + "\" holds " + name_of(column.type);
  if (is_number(column.type) && is_not_finite(cell.text))
    return diagnostics.error("data.not-finite", shown(cell.text) + " is no number that can be printed" + where, span_of(file, cell),
                             "leave the cell empty, or list the text in the table's \"missing\"");
  if (is_number(column.type) && digits_of(cell, column))
    return diagnostics.error("data.too-many-digits", shown(cell.text) + " has more digits than can be kept exactly: fifteen, nine of them after the point",
                             span_of(file, cell), "say in the column's description how many are to be kept: decimals = 2");
  diagnostics.error("data.wrong-type", shown(cell.text) + " is not " + name_of(column.type) + ", which column \"" + column.name + "\" holds", span_of(file, cell));
}

/// Looks whether a value is one that the column may hold; false and a report when not.
bool check_value(const std::string& text, const Cell& cell, const ColumnSpec& column, FileId file, Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.list().size();
  const std::optional<Decimal> number = column.least || column.most ? read_decimal(text) : std::nullopt;
  if (number && column.least && *number < *column.least)
    diagnostics.error("data.out-of-range", shown(cell.text) + " is less than the least that column \"" + column.name + "\" may hold", span_of(file, cell));
  if (number && column.most && *column.most < *number)
    diagnostics.error("data.out-of-range", shown(cell.text) + " is more than the most that column \"" + column.name + "\" may hold", span_of(file, cell));
  if (!column.values.empty() && std::find(column.values.begin(), column.values.end(), text) == column.values.end())
    diagnostics.error("data.unknown-value", shown(cell.text) + " is none of the values that column \"" + column.name + "\" may hold", span_of(file, cell),
                      did_you_mean(text, column.values));
  if (!column.pattern.empty() && !matches(text, column.pattern))
    diagnostics.error("data.wrong-pattern", shown(cell.text) + " is not of the form " + shown(column.pattern) + " of column \"" + column.name + "\"", span_of(file, cell));
  return diagnostics.list().size() == before;
}

}  // namespace

SourceSpan span_of(FileId file, const Cell& cell) { return {file, cell.begin, std::max(cell.end, {cell.begin.line, cell.begin.column + 1})}; }

std::string shown(const std::string& text) {
  std::string result;
  for (const char32_t point : decode_utf8(std::string_view(text).substr(0, 160))) {
    if (result.size() >= 40) return "\"" + result + "…\"";
    append_utf8(result, point);
  }
  return "\"" + result + "\"";
}

bool matches(std::string_view text, std::string_view pattern) {
  std::size_t at = 0, in_pattern = 0, star = std::string_view::npos, star_at = 0;
  const auto length = [&](std::size_t from) {
    std::size_t end = from + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    return end - from;
  };
  while (at < text.size()) {
    const char wanted = in_pattern < pattern.size() ? pattern[in_pattern] : '\0';
    if (wanted == '*') {
      star = in_pattern++;
      star_at = at;
    } else if (in_pattern < pattern.size() && (wanted == '#' ? text[at] >= '0' && text[at] <= '9' : wanted == '?' || wanted == text[at])) {
      at += wanted == '?' ? length(at) : 1;
      ++in_pattern;
    } else if (star != std::string_view::npos) {
      in_pattern = star + 1;
      at = ++star_at;
    } else {
      return false;
    }
  }
  return pattern.substr(in_pattern).find_first_not_of('*') == std::string_view::npos;
}

std::optional<std::string> plain_cell(const Cell& cell, const ColumnSpec& column) {
  if (is_missing(cell, column)) return std::string();
  if (column.type == Type::text) return cell.text;
  std::optional<std::string> text = is_number(column.type) ? digits_of(cell, column) : cell.text;
  if (!text || !read_value(*text, column.type)) return std::nullopt;
  return text;
}

std::string checked_cell(const Cell& cell, const ColumnSpec& column, FileId file, Diagnostics& diagnostics) {
  std::optional<std::string> text = plain_cell(cell, column);
  if (!text) return report_type(cell, column, file, diagnostics), std::string();
  if (text->empty()) {
    if (column.required)
      diagnostics.error("data.missing-value", "column \"" + column.name + "\" may not be empty", span_of(file, cell));
    return {};
  }
  return check_value(*text, cell, column, file, diagnostics) ? *text : std::string();
}

}  // namespace tilstand::tables
