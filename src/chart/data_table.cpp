// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "chart/plan_parts.hpp"

namespace tilstand::chart {
namespace {

using Cell = DataTable::Cell;
using TableRow = std::vector<Cell>;

// More years than this stand below one another: a page has no room for them side by side.
constexpr std::size_t most_year_columns = 8;

Cell value_cell(const Row& row, const Row::Point* point, const Speech& speech) {
  if (!point) return {speech.words("chart.table.missing"), {}, {}};
  return {short_value(point->value, row.unit, speech), row.figure, point->printed};
}

const Row::Point* point_at(const Row& row, int year) {
  const auto found = std::find_if(row.points.begin(), row.points.end(), [&](const Row::Point& point) { return point.year == year; });
  return found == row.points.end() ? nullptr : &*found;
}

DataTable by_year_columns(const Plan& plan, const Speech& speech) {
  DataTable table;
  table.head.push_back(speech.words("chart.table.label"));
  for (const int year : plan.years) table.head.push_back(year_text(year));
  for (std::size_t i = 0; i < plan.input.rows.size(); ++i) {
    const Row& row = plan.input.rows[i];
    TableRow cells{{full_label(plan.input.rows, i, speech), {}, {}}};
    for (const int year : plan.years) cells.push_back(value_cell(row, point_at(row, year), speech));
    table.rows.push_back(std::move(cells));
  }
  return table;
}

DataTable by_year_rows(const Plan& plan, const Speech& speech) {
  DataTable table;
  table.head.push_back(speech.words("chart.table.year"));
  for (std::size_t i = 0; i < plan.input.rows.size(); ++i) table.head.push_back(full_label(plan.input.rows, i, speech));
  for (const int year : plan.years) {
    TableRow cells{{year_text(year), {}, {}}};
    for (const Row& row : plan.input.rows) cells.push_back(value_cell(row, point_at(row, year), speech));
    table.rows.push_back(std::move(cells));
  }
  return table;
}

DataTable of_pairs(const Input& input, const Speech& speech) {
  DataTable table{{speech.words("chart.table.label"), input.series_a, input.series_b}, {}};
  for (std::size_t i = 0; i + 1 < input.rows.size(); i += 2) {
    const Row &a = input.rows[i], &b = input.rows[i + 1];
    table.rows.push_back({{spoken_label(a.label), {}, {}}, value_cell(a, &current_of(a), speech), value_cell(b, &current_of(b), speech)});
  }
  return table;
}

Cell level_cell(const Input& input, int level, const Speech& speech) {
  return {level < 0 ? speech.words("chart.table.missing") : input.levels[static_cast<std::size_t>(level)], {}, {}};
}

DataTable of_counts(const Input& input, const Speech& speech) {
  DataTable table{{speech.words("chart.table.label"), speech.words("chart.table.count")}, {}};
  table.rows.push_back({{speech.words("chart.table.filled"), {}, {}}, {speech.forms.number(input.count, 0), {}, input.count_printed}});
  table.rows.push_back({{speech.words("chart.table.total"), {}, {}}, {speech.forms.number(input.total, 0), {}, input.total_printed}});
  return table;
}

DataTable of_levels(const Input& input, const Speech& speech) {
  DataTable table{{speech.words("chart.table.label"), speech.words("chart.table.level")}, {}};
  if (input.kind == Kind::status) table.rows.push_back({{spoken_label(input.title), {}, {}}, level_cell(input, input.level, speech)});
  for (const Input::MatrixColumn& column : input.matrix) {
    table.rows.push_back({{spoken_label(column.label), {}, {}}, level_cell(input, column.level, speech)});
  }
  return table;
}

}  // namespace

DataTable tabulate(const Plan& plan, const Speech& speech) {
  switch (plan.input.kind) {
    case Kind::pairs: return of_pairs(plan.input, speech);
    case Kind::counts: return of_counts(plan.input, speech);
    case Kind::status:
    case Kind::matrix: return of_levels(plan.input, speech);
    default: break;
  }
  const bool wide = plan.years.size() > most_year_columns && plan.input.rows.size() <= most_year_columns;
  return wide ? by_year_rows(plan, speech) : by_year_columns(plan, speech);
}

}  // namespace tilstand::chart
