// SPDX-License-Identifier: Apache-2.0
#include "data/read_figures.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/suggest.hpp"
#include "tables/numbers.hpp"

namespace tilstand::data {
namespace {

template <class Choice, std::size_t count>
using Words = std::array<std::pair<const char*, Choice>, count>;

constexpr Words<Favourable, 3> directions{{{"higher", Favourable::higher}, {"lower", Favourable::lower}, {"none", Favourable::none}}};

/// Reads the rows of the figures table by column name.
class Row {
 public:
  Row(const tables::Table& table, std::size_t row, Diagnostics& diagnostics) : table_(table), row_(row), diagnostics_(diagnostics) {}

  std::string text(const char* column) const {
    const auto at = table_.column(column);
    return at ? std::string(table_.text(row_, *at)) : std::string();
  }
  SourceSpan span(const char* column) const {
    const auto at = table_.column(column);
    return table_.span(row_, at.value_or(0));
  }
  template <class Choice, std::size_t count>
  Choice choice(const char* column, const Words<Choice, count>& words) const {
    const std::string word = text(column);
    std::vector<std::string> known;
    for (const auto& [name, value] : words) {
      if (word == name) return value;
      known.emplace_back(name);
    }
    std::string list = known.front();
    for (std::size_t i = 1; i < known.size(); ++i) list += ", " + known[i];
    diagnostics_.error("data.unknown-value", "\"" + word + "\" is no value of column \"" + column + "\", which is one of " + list, span(column),
                       did_you_mean(word, known));
    return words.front().second;
  }
  std::optional<tables::Decimal> number(const char* column) const {
    const std::string word = text(column);
    if (word.empty()) return std::nullopt;
    const std::optional<tables::Decimal> value = tables::read_decimal(word);
    if (!value) diagnostics_.error("data.bad-number", "\"" + word + "\" is no number", span(column), "write digits with a point before decimals, without spaces");
    return value;
  }
  std::optional<int> whole(const char* column, int most) const {
    const std::optional<tables::Decimal> value = number(column);
    if (!value) return std::nullopt;
    if (value->decimals == 0 && value->mantissa >= 0 && value->mantissa <= most) return static_cast<int>(value->mantissa);
    diagnostics_.error("data.bad-number", "\"" + text(column) + "\" is no whole number from 0 to " + std::to_string(most), span(column));
    return std::nullopt;
  }
  std::optional<int> year(const char* column) const {
    if (text(column).empty()) {
      diagnostics_.error("data.no-year", "the value has no year", span(column), "write the year that it was measured in, as 2021");
      return std::nullopt;
    }
    const std::optional<tables::Decimal> value = tables::read_decimal(text(column));
    if (value && value->decimals == 0 && value->mantissa > 0 && value->mantissa <= 9999) return static_cast<int>(value->mantissa);
    diagnostics_.error("data.bad-number", "\"" + text(column) + "\" is no year", span(column), "write the year in digits, as 2021");
    return std::nullopt;
  }

 private:
  const tables::Table& table_;
  std::size_t row_;
  Diagnostics& diagnostics_;
};

Figure read_figure(const tables::Table& table, std::size_t index, int status_year, const Units& units, Diagnostics& diagnostics) {
  const Row row(table, index, diagnostics);
  Figure figure;
  figure.id = {static_cast<std::uint32_t>(index)};
  figure.name = row.text("name");
  figure.label = row.text("label");
  figure.unit = unit_by_name(row.text("unit"), row.span("unit"), units, diagnostics).value_or(Unit::number);
  figure.favourable = row.choice("favourable", directions);
  figure.source = row.text("source");
  figure.precision = row.whole("decimals", 9);
  figure.max_age = row.whole("max-age", 999);
  figure.scope = row.number("scope").value_or(tables::Decimal{});
  figure.span = row.span("name");
  figure.status_year = status_year;
  for (std::size_t i = 0; i < table.columns().size(); ++i) {
    figure.fields[table.columns()[i].name] = std::string(table.text(index, i));
  }
  return figure;
}

void add_value(std::vector<Figure>& figures, const std::vector<std::string>& names, const Row& row, Diagnostics& diagnostics) {
  const std::string name = row.text("figure");
  const auto figure = std::find_if(figures.begin(), figures.end(), [&](const Figure& one) { return one.name == name; });
  if (figure == figures.end()) {
    diagnostics.error("data.unknown-figure", "there is no figure \"" + name + "\"", row.span("figure"), did_you_mean(name, names));
    return;
  }
  const std::optional<int> year = row.year("year");
  const std::optional<tables::Decimal> value = row.number("value");
  if (!year || !value) {
    if (row.text("value").empty()) diagnostics.error("data.bad-number", "the value is empty", row.span("value"), "leave the row out when there is no value");
    return;
  }
  if (figure->at(*year) != nullptr) {
    diagnostics.error("data.duplicate-value", "\"" + name + "\" has two values for " + row.text("year"), row.span("year"));
    return;
  }
  if (figure->unit == Unit::count && value->mantissa < 0) {
    diagnostics.error("data.negative-count", "a count is never below zero", row.span("value"), "if it is a change, give its figure the unit \"number\"");
    return;
  }
  Observation read;
  read.year = *year, read.value = *value, read.span = row.span("value"), read.year_span = row.span("year");
  read.source_label = row.text("source-label"), read.source_label_span = row.span("source-label");
  read.acknowledged = row.text("acknowledged"), read.acknowledged_span = row.span("acknowledged");
  read.cells.push_back({read.span, {}, 1});
  figure->observations.push_back(std::move(read));
}

}  // namespace

std::vector<Figure> make_figures(const tables::Table& table, const tables::Table& values, int status_year, const Units& units, Diagnostics& diagnostics) {
  std::vector<Figure> figures;
  std::vector<std::string> names;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    figures.push_back(read_figure(table, row, status_year, units, diagnostics));
    names.push_back(figures.back().name);
  }
  for (std::size_t row = 0; row < values.rows(); ++row) add_value(figures, names, Row(values, row, diagnostics), diagnostics);
  for (Figure& figure : figures) {
    std::sort(figure.observations.begin(), figure.observations.end(), [](const auto& a, const auto& b) { return a.year < b.year; });
    if (figure.current() == nullptr)
      diagnostics.error("data.no-values", "\"" + figure.name + "\" has no value up to " + std::to_string(status_year), figure.span, "add a row to the values file");
  }
  return figures;
}

}  // namespace tilstand::data
