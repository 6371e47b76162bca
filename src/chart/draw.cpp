// SPDX-License-Identifier: Apache-2.0
#include "chart/draw.hpp"

#include "chart/plot.hpp"
#include "graph/draw.hpp"

namespace tilstand::chart {

namespace {

bool says(const drawing::Drawing& drawing, PrintedId id) {
  for (const auto& item : drawing.items) {
    const auto* label = std::get_if<drawing::Label>(&item);
    if (label == nullptr) continue;
    for (const text::GlyphRun& run : label->line.runs)
      for (const PrintedRange& range : run.printed)
        if (range.id == id) return true;
  }
  return false;
}

/// What the marks show, in the order of the rows, unless a label says it.
std::vector<PrintedId> drawn(const Input& input, const drawing::Drawing& drawing) {
  std::vector<PrintedId> ids;
  const auto add = [&](PrintedId id) {
    if (id && !says(drawing, id)) ids.push_back(id);
  };
  for (const Row& row : input.rows)
    for (const Row::Point& point : row.points) add(point.printed);
  add(input.count_printed);
  add(input.total_printed);
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
  drawing.drawn = drawn(plan.input, drawing);
  return drawing;
}

}  // namespace tilstand::chart
