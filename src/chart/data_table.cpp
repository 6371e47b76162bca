// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "chart/plan_parts.hpp"

namespace tilstand::chart {
namespace {

using Cell = DataTable::Cell;
using TableRow = std::vector<Cell>;

// More years than this stand below one another: a page has no room for them side by side.
constexpr std::size_t most_year_columns = 8;

Cell words_cell(std::string text) { return {std::move(text), {}, {}}; }

const Row::Point* point_at(const Row& row, int year) {
  const auto found = std::find_if(row.points.begin(), row.points.end(), [&](const Row::Point& point) { return point.year == year; });
  return found == row.points.end() ? nullptr : &*found;
}

Cell value_cell(const Row& row, const Row::Point* point, const Speech& speech) {
  if (!point) return words_cell(speech.words("chart.table.missing"));
  std::string text = short_value(point->value, row.unit, speech);
  const std::size_t bytes = text.size();
  return {std::move(text), row.figure, whole_text(bytes, point->printed)};
}

/// A year; what it was printed from is the first row's that has it.
Cell year_cell(const Plan& plan, int year) {
  Cell cell = words_cell(year_text(year));
  for (const Row& row : plan.input.rows) {
    const Row::Point* point = point_at(row, year);
    if (point == nullptr || !point->year_printed) continue;
    cell.printed = whole_text(cell.text.size(), point->year_printed);
    break;
  }
  return cell;
}

Cell label_cell(const std::vector<Row>& rows, std::size_t index, const Speech& speech) {
  Cell cell = words_cell(full_label(rows, index, speech));
  std::size_t head = index;
  while (head > 0 && rows[head].indented) --head;
  const std::size_t own = cell.text.rfind(spoken_label(rows[index].label));
  if (head != index) cell.printed = within(carried_over(rows[head].label_printed, rows[head].label, cell.text), std::min(own, cell.text.size()));
  const PrintedRanges last = carried_over(rows[index].label_printed, rows[index].label, cell.text, own == std::string::npos ? 0 : own);
  cell.printed.insert(cell.printed.end(), last.begin(), last.end());
  return cell;
}

Cell spoken_cell(const std::string& label, const PrintedRanges& printed) {
  Cell cell = words_cell(spoken_label(label));
  cell.printed = carried_over(printed, label, cell.text);
  return cell;
}

DataTable by_year_columns(const Plan& plan, const Speech& speech) {
  DataTable table;
  table.head.push_back(words_cell(speech.words("chart.table.label")));
  for (const int year : plan.years) table.head.push_back(year_cell(plan, year));
  for (std::size_t i = 0; i < plan.input.rows.size(); ++i) {
    const Row& row = plan.input.rows[i];
    TableRow cells{label_cell(plan.input.rows, i, speech)};
    for (const int year : plan.years) cells.push_back(value_cell(row, point_at(row, year), speech));
    table.rows.push_back(std::move(cells));
  }
  return table;
}

DataTable by_year_rows(const Plan& plan, const Speech& speech) {
  DataTable table;
  table.head.push_back(words_cell(speech.words("chart.table.year")));
  for (std::size_t i = 0; i < plan.input.rows.size(); ++i) table.head.push_back(label_cell(plan.input.rows, i, speech));
  for (const int year : plan.years) {
    TableRow cells{year_cell(plan, year)};
    for (const Row& row : plan.input.rows) cells.push_back(value_cell(row, point_at(row, year), speech));
    table.rows.push_back(std::move(cells));
  }
  return table;
}

DataTable of_pairs(const Input& input, const Speech& speech) {
  DataTable table{{words_cell(speech.words("chart.table.label")), {input.series_a, {}, input.series_a_printed}, {input.series_b, {}, input.series_b_printed}}, {}};
  for (std::size_t i = 0; i + 1 < input.rows.size(); i += 2) {
    const Row &a = input.rows[i], &b = input.rows[i + 1];
    table.rows.push_back({spoken_cell(a.label, a.label_printed), value_cell(a, &current_of(a), speech), value_cell(b, &current_of(b), speech)});
  }
  return table;
}

Cell level_cell(const Input& input, int level, const Speech& speech) {
  return words_cell(level < 0 ? speech.words("chart.table.missing") : input.levels[static_cast<std::size_t>(level)]);
}

DataTable of_counts(const Input& input, const Speech& speech) {
  DataTable table{{words_cell(speech.words("chart.table.label")), words_cell(speech.words("chart.table.count"))}, {}};
  const auto count = [&](int number, PrintedId printed) {
    Cell cell = words_cell(speech.forms.number(number, 0));
    cell.printed = whole_text(cell.text.size(), printed);
    return cell;
  };
  table.rows.push_back({words_cell(speech.words("chart.table.filled")), count(input.count, input.count_printed)});
  table.rows.push_back({words_cell(speech.words("chart.table.total")), count(input.total, input.total_printed)});
  return table;
}

DataTable of_levels(const Input& input, const Speech& speech) {
  DataTable table{{words_cell(speech.words("chart.table.label")), words_cell(speech.words("chart.table.level"))}, {}};
  if (input.kind == Kind::status) table.rows.push_back({spoken_cell(input.title, input.title_printed), level_cell(input, input.level, speech)});
  for (const Input::MatrixColumn& column : input.matrix) {
    table.rows.push_back({spoken_cell(column.label, column.label_printed), level_cell(input, column.level, speech)});
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
