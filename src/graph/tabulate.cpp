// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "graph/plan_parts.hpp"

namespace tilstand::graph {
namespace {

/// Rows are places of the base, columns are series; with panels, panel and base together head a row.
std::string row_head(const Plan& plan, const Mark& mark) {
  const Datum& datum = plan.input.rows[mark.row];
  return datum.panel.empty() ? datum.base : datum.panel + ", " + datum.base;
}

}  // namespace

Table tabulate(const Plan& plan, const Speech& speech) {
  Table table;
  table.head.push_back(plan.input.base.label);
  for (const Series& series : plan.series) table.head.push_back(series.name.empty() ? plan.input.value.label : series.name);
  std::vector<const Mark*> marks;
  for (const Mark& mark : plan.marks) marks.push_back(&mark);
  std::stable_sort(marks.begin(), marks.end(), [](const Mark* a, const Mark* b) { return std::tie(a->panel, a->at) < std::tie(b->panel, b->at); });
  std::map<std::pair<std::size_t, std::string>, std::size_t> places;
  for (const Mark* mark : marks) {
    const Datum& datum = plan.input.rows[mark->row];
    const auto [found, fresh] = places.try_emplace({mark->panel, datum.base}, table.rows.size());
    if (fresh) {
      table.rows.emplace_back(plan.series.size() + 1, Table::Cell{speech.words("chart.table.missing"), {}});
      table.rows.back().front() = {row_head(plan, *mark), {}};
    }
    if (!mark->value) continue;
    table.rows[found->second][mark->series + 1] = {short_value(*mark->value, plan.decimals, plan.input.value.unit, speech), datum.span};
  }
  return table;
}

}  // namespace tilstand::graph
