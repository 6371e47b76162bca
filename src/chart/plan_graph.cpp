// SPDX-License-Identifier: Apache-2.0
#include "chart/plan.hpp"

namespace tilstand::chart {

std::optional<Plan> plan(Input input, graph::Input bound, const definition::Words& words, const locale::Forms& forms, Diagnostics& diagnostics) {
  std::optional<graph::Plan> made = graph::plan(std::move(bound), {words, forms}, diagnostics);
  if (!made) return std::nullopt;
  Plan plan;
  plan.input = std::move(input);
  plan.description = made->sentence + " " + made->paragraph;
  plan.table.head = made->table.head;
  for (const auto& row : made->table.rows) {
    plan.table.rows.emplace_back();
    for (const graph::Table::Cell& cell : row) plan.table.rows.back().push_back({cell.text, {}});
  }
  plan.graph = std::move(*made);
  return plan;
}

}  // namespace tilstand::chart
