// SPDX-License-Identifier: Apache-2.0
#include "chart/plan.hpp"

#include <algorithm>
#include <set>

#include "chart/plan_parts.hpp"

namespace tilstand::chart {
namespace {

void sort_points(std::vector<Row>& rows) {
  for (Row& row : rows) {
    std::stable_sort(row.points.begin(), row.points.end(), [](const Row::Point& a, const Row::Point& b) { return a.year < b.year; });
  }
}

// Dumbbells and slopes compare two years; older values would only be in the way of the table and the description.
void keep_last_two(std::vector<Row>& rows) {
  for (Row& row : rows) {
    if (row.points.size() > 2) row.points.erase(row.points.begin(), row.points.end() - 2);
  }
}

bool compares_two_years(Kind kind) {
  return kind == Kind::dumbbell || kind == Kind::rank_dumbbell || kind == Kind::slope || kind == Kind::scale;
}

std::vector<int> years_of(const std::vector<Row>& rows) {
  std::set<int> years;
  for (const Row& row : rows) {
    for (const Row::Point& point : row.points) years.insert(point.year);
  }
  return {years.begin(), years.end()};
}

}  // namespace

bool shows_rows(Kind kind) { return kind != Kind::status && kind != Kind::counts && kind != Kind::matrix; }

std::optional<Plan> plan(Input input, const definition::Words& words, const locale::Forms& forms, Diagnostics& diagnostics) {
  sort_points(input.rows);
  if (!check_input(input, diagnostics)) return std::nullopt;
  if (compares_two_years(input.kind)) keep_last_two(input.rows);
  Plan result;
  const Range range = settle_range(input);
  result.minimum = range.minimum;
  result.maximum = range.maximum;
  result.step = range.step;
  result.years = years_of(input.rows);
  result.input = std::move(input);
  const Speech speech{words, forms};
  result.description = result.input.description.empty() ? describe(result, speech) : result.input.description;
  result.table = tabulate(result, speech);
  return result;
}

}  // namespace tilstand::chart
