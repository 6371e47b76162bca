// SPDX-License-Identifier: Apache-2.0
#include "chart/plan.hpp"

namespace tilstand::chart {

std::optional<Plan> plan(Input input, graph::Input bound, const definition::Words& words, const locale::Forms& forms, Diagnostics& diagnostics,
                         const graph::Lister& list) {
  std::optional<graph::Plan> made = graph::plan(std::move(bound), {words, forms}, diagnostics, list);
  if (!made) return std::nullopt;
  Plan plan;
  plan.input = std::move(input);
  plan.description = made->sentence + " " + made->paragraph;
  const auto cells = [](const std::vector<graph::Table::Cell>& row) {
    std::vector<DataTable::Cell> made_cells;
    for (const graph::Table::Cell& cell : row) made_cells.push_back({cell.text, {}, cell.printed});
    return made_cells;
  };
  plan.table.head = cells(made->table.head);
  for (const auto& row : made->table.rows) plan.table.rows.push_back(cells(row));
  plan.graph = std::move(*made);
  return plan;
}

}  // namespace tilstand::chart
