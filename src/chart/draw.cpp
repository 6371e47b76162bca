// SPDX-License-Identifier: Apache-2.0
#include "chart/draw.hpp"

#include "chart/plot.hpp"
#include "graph/draw.hpp"

namespace tilstand::chart {

namespace {

/// What the marks show, in the order of the rows.
std::vector<PrintedId> shown(const Input& input) {
  std::vector<PrintedId> ids;
  for (const Row& row : input.rows)
    for (const Row::Point& point : row.points) ids.push_back(point.printed);
  ids.insert(ids.end(), {input.count_printed, input.total_printed});
  return ids;
}

}  // namespace

drawing::Drawing draw(const Plan& plan, Size size, const drawing::Context& context) {
  if (plan.graph) return graph::draw(*plan.graph, size, context);
  Sheet sheet(size, context);
  if (size.width.units <= 0 || size.height.units <= 0) return std::move(sheet).finish();
  switch (plan.input.kind) {
    case Kind::rank_series: draw_rank_series(sheet, plan); break;
    case Kind::dumbbell: draw_dumbbell(sheet, plan); break;
    case Kind::rank_dumbbell: draw_rank_dumbbell(sheet, plan); break;
    case Kind::columns: draw_columns(sheet, plan); break;
    case Kind::slope: draw_slope(sheet, plan); break;
    case Kind::pairs: draw_pairs(sheet, plan); break;
    case Kind::scale: draw_scale(sheet, plan); break;
    case Kind::status: draw_status(sheet, plan); break;
    case Kind::counts: draw_counts(sheet, plan); break;
    case Kind::matrix: draw_matrix(sheet, plan); break;
  }
  drawing::Drawing drawing = std::move(sheet).finish();
  drawing::note_drawn(drawing, shown(plan.input));
  return drawing;
}

}  // namespace tilstand::chart
