// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "graph/draw.hpp"
#include "graph/frame.hpp"

namespace tilstand::graph {
namespace {

constexpr double least_panel = 45, least_gauge = 34, plot_height = 60, highest = 3000;
constexpr double row_pitch = 6.25, box_pitch = 8.75, bullet_pitch = 10, value_room = 12, tree_height = 80, tallest_map = 100;
constexpr double waffle_side = 45, gauge_height = 27.5, widest_tile = 16, strip_room = 8.75, map_key = 9, icon_pitch = 8.75, target_room = 26, list_room = 6.5;

double widest_tick(Draft& draft, const Scale& scale, const std::string& style, double most) {
  double widest = 0;
  for (const Tick& tick : scale.ticks) widest = std::max(widest, drawing::set_label(draft.sheet, tick.label, style).width);
  return std::min(widest, most);
}

double widest_value(Draft& draft) {
  double widest = 0;
  for (const Mark& mark : draft.plan.marks)
    if (mark.value && draft.plan.marks.size() <= 1000) widest = std::max(widest, drawing::set_label(draft.sheet, draft.said(*mark.value), "chart-value").width);
  return std::min(widest, draft.sheet.width() * 0.2);
}

Margins margins_of_rows(Draft& draft) {
  Margins margins;
  margins.left = widest_tick(draft, draft.plan.base, "chart-label", draft.sheet.width() * 0.38) + 2.5;
  margins.top = draft.leading() + 1;
  margins.bottom = draft.plan.input.kind == Kind::bullet ? draft.leading() + 1.5 : 1;
  margins.right = has_value_labels(draft.plan) ? value_room : 3;
  if (draft.plan.input.kind == Kind::bullet) margins.right = std::min(target_room, draft.sheet.width() * 0.25);
  if (draft.plan.input.kind == Kind::dumbbell && has_value_labels(draft.plan)) margins.left += value_room, margins.top = 1;
  if (draft.plan.input.kind == Kind::pictogram) margins.right = 0;
  return margins;
}

/// Of kinds that name series at both ends.
Margins margins_of_ends(Draft& draft, double width) {
  const double names = widest_series(draft, width * 0.28) + 4;
  Margins margins{0, 1, 0, draft.leading() + 1.5};
  if (draft.plan.input.kind == Kind::bump) {
    margins.left = margins.right = names;
  } else {
    const double values = std::min(widest_value(draft), width * 0.25) + 3;
    margins.right = values + names;
    margins.left = values + (draft.plan.panels.size() == 1 ? names : 0);
  }
  return margins;
}

Margins margins_of_plot(Draft& draft) {
  const double width = draft.sheet.width();
  Margins margins{0, 4, 2, draft.leading() + 1.5};
  if (!has_value_labels(draft.plan)) {
    for (std::size_t i = 0; i < draft.plan.value.ticks.size(); ++i)
      margins.left = std::max(margins.left, drawing::set_label(draft.sheet, value_tick(draft, i), "tick").width);
    margins.left = std::min(margins.left, width * 0.3) + 2;
  }
  if (has_end_labels(draft.plan)) margins.right = widest_series(draft, width * 0.3) + 3;
  if (has_axis_titles(draft.plan)) margins.top += draft.leading(), margins.bottom += draft.leading();
  return margins;
}

double rows_height(const Plan& plan) {
  const bool grouped = plan.input.stack == Stack::none && plan.input.kind == Kind::bar;
  double pitch = grouped ? std::max(row_pitch, 1.75 + 3.5 * static_cast<double>(plan.series.size())) : row_pitch;
  if (plan.input.kind == Kind::box) pitch = box_pitch;
  if (plan.input.kind == Kind::bullet) pitch = bullet_pitch;
  if (plan.input.kind == Kind::pictogram) pitch = icon_pitch;
  return std::max(static_cast<double>(plan.base.names.size()), 1.0) * pitch;
}

double tiles_height(const Plan& plan, double width) {
  double rows[2] = {1e9, 0}, columns[2] = {1e9, 0};
  for (const Datum& datum : plan.input.rows) {
    rows[0] = std::min(rows[0], datum.row.value_or(0)), rows[1] = std::max(rows[1], datum.row.value_or(0));
    columns[0] = std::min(columns[0], datum.column.value_or(0)), columns[1] = std::max(columns[1], datum.column.value_or(0));
  }
  return (rows[1] - rows[0] + 1) * std::min(widest_tile, width / (columns[1] - columns[0] + 1)) + strip_room;
}

double waffle_height(const Plan& plan, double width) {
  const auto columns = static_cast<double>(waffle_columns(plan, width));
  return columns > 10 ? width / columns * 100 / columns + list_room : std::min(waffle_side, plan.panels.size() == 1 ? width * 0.5 : width);
}

/// Height of one panel's plot in a panel's width.
double panel_height(const Plan& plan, double width) {
  if (plan.input.size) return plan.input.size->in_mm();
  if (is_horizontal(plan.input.kind)) return rows_height(plan);
  const auto series = static_cast<double>(plan.series.size());
  switch (plan.input.kind) {
    case Kind::heat_map: return series * row_pitch + strip_room + 5;
    case Kind::tile_map: return tiles_height(plan, width);
    case Kind::map: return std::min(tallest_map, width * plan.geography.height / std::max(plan.geography.width, 1e-3)) + map_key;
    case Kind::waffle: return waffle_height(plan, width);
    case Kind::gauge: return gauge_height;
    case Kind::tree_map: return tree_height;
    case Kind::bump: return std::max(4.0, plan.value.high - 0.5) * row_pitch;
    case Kind::slope: return std::max(40.0, series * row_pitch);
    default: return plot_height * (plan.panels.size() > 1 ? 0.6 : 1);
  }
}

/// What stands over and under a plot.
double around(const Plan& plan) {
  const double head = plan.panels.size() > 1 && plan.input.kind != Kind::gauge ? panel_head : 0;
  if (is_field(plan.input.kind)) return head + 4;
  if (has_axis_titles(plan)) return head + 17.5;
  if (plan.input.kind == Kind::bullet) return head + 11.25;
  return head + (is_horizontal(plan.input.kind) ? 6.75 : 10);
}

}  // namespace

std::size_t waffle_columns(const Plan& plan, double width) { return plan.panels.size() == 1 && width >= 100 ? 25 : 10; }

std::size_t across(const Plan& plan, double width) {
  const double least = plan.input.kind == Kind::gauge ? least_gauge : has_both_ends(plan.input.kind) ? 2 * least_panel : least_panel;
  const auto most = static_cast<std::size_t>(std::max(1.0, std::floor((width + panel_gap) / (least + panel_gap))));
  const std::size_t count = plan.panels.size();
  if (count <= most) return std::max<std::size_t>(count, 1);
  const std::size_t down = (count + most - 1) / most;
  return (count + down - 1) / down;  // rows of about the same length
}

double widest_series(Draft& draft, double most) {
  double widest = 0;
  for (const Series& series : draft.plan.series)
    if (!series.name.empty()) widest = std::max(widest, drawing::set_label(draft.sheet, drawing::shortened(draft.sheet, series.name, "chart-label", most), "chart-label").width);
  return std::min(widest, most);
}

bool has_both_ends(Kind kind) { return kind == Kind::bump || kind == Kind::slope; }

Margins margins_of(Draft& draft, double width) {
  const Kind kind = draft.plan.input.kind;
  Margins margins;
  if (is_field(kind)) margins.top = margins.bottom = 2;
  else if (is_horizontal(kind)) margins = margins_of_rows(draft);
  else if (has_both_ends(kind)) margins = margins_of_ends(draft, width);
  else margins = margins_of_plot(draft);
  if (draft.plan.panels.size() > 1 && kind != Kind::gauge) margins.top += panel_head;
  return margins;
}

Size natural_size(const Plan& plan, Length width, const definition::Theme&) {
  const double measure = max(width, {}).in_mm();
  const std::size_t side_by_side = across(plan, measure), down = (std::max<std::size_t>(plan.panels.size(), 1) + side_by_side - 1) / side_by_side;
  const double panel = (measure - panel_gap * static_cast<double>(side_by_side - 1)) / static_cast<double>(side_by_side);
  const double one = panel_height(plan, std::max(panel, 1.0)) + around(plan);
  const double height = key_height(plan, measure) + one * static_cast<double>(down);
  const double quarter = drawing::measure::quarter;
  return {mm(std::min(measure, highest)), mm(std::clamp(std::ceil(height / quarter - 1e-6) * quarter, 0.0, highest))};
}

}  // namespace tilstand::graph
