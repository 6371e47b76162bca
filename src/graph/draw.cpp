// SPDX-License-Identifier: Apache-2.0
#include "graph/draw.hpp"

#include <algorithm>
#include <cmath>

#include "graph/frame.hpp"

namespace tilstand::graph {
namespace {

constexpr double least_panel = 45, panel_gap = 8, panel_head = 6, plot_height = 60, highest = 3000;
constexpr double row_pitch = 6.25, value_room = 12;

/// How many panels stand side by side.
std::size_t across(const Plan& plan, double width) {
  const auto most = static_cast<std::size_t>(std::max(1.0, std::floor((width + panel_gap) / (least_panel + panel_gap))));
  const std::size_t count = plan.panels.size();
  if (count <= most) return std::max<std::size_t>(count, 1);
  const std::size_t down = (count + most - 1) / most;
  return (count + down - 1) / down;  // rows of about the same length
}

double widest_tick(Draft& draft, const Scale& scale, const std::string& style, double most) {
  double widest = 0;
  for (const Tick& tick : scale.ticks) widest = std::max(widest, drawing::set_label(draft.sheet, tick.label, style).width);
  return std::min(widest, most);
}

double widest_series(Draft& draft, double most) {
  double widest = 0;
  for (const Series& series : draft.plan.series)
    if (!series.name.empty()) widest = std::max(widest, drawing::set_label(draft.sheet, series.name, "chart-label").width);
  return std::min(widest, most);
}

Margins margins_of(Draft& draft, bool horizontal) {
  const double width = draft.sheet.width();
  Margins margins{0, draft.plan.panels.size() > 1 ? panel_head : 0, 0, draft.leading() + 1.5};
  if (horizontal) {
    margins.left = widest_tick(draft, draft.plan.base, "chart-label", width * 0.38) + 2.5;
    margins.top += draft.leading() + 1;
    margins.bottom = 1;
    margins.right = has_value_labels(draft.plan) ? value_room : 3;
  } else {
    margins.left = has_value_labels(draft.plan) ? 0 : widest_tick(draft, draft.plan.value, "tick", width * 0.3) + 2;
    margins.top += 4;
    if (has_end_labels(draft.plan)) margins.right = widest_series(draft, width * 0.3) + 3;
    else margins.right = 2;
  }
  return margins;
}

Frame frame_of(const Plan& plan, const drawing::LabelBox& box, std::size_t panel) {
  Frame frame;
  frame.panel = panel;
  frame.horizontal = is_horizontal(plan.input.kind);
  frame.left = box.left, frame.top = box.top, frame.right = std::max(box.right, box.left + 1), frame.bottom = std::max(box.bottom, box.top + 1);
  if (frame.horizontal) frame.base = {&plan.base, frame.top, frame.bottom}, frame.value = {&plan.value, frame.left, frame.right};
  else frame.base = {&plan.base, frame.left, frame.right}, frame.value = {&plan.value, frame.bottom, frame.top};
  return frame;
}

void add_marks(Draft& draft, const Frame& frame) {
  switch (draft.plan.input.kind) {
    case Kind::line: add_lines(draft, frame); break;
    case Kind::area: add_areas(draft, frame); break;
    case Kind::column:
    case Kind::bar: add_bars(draft, frame); break;
    case Kind::dot:
    case Kind::lollipop:
    case Kind::scatter: add_points(draft, frame); break;
  }
}

std::vector<Ink> inks_of(const drawing::Sheet& sheet, const Plan& plan) {
  std::vector<Ink> inks;
  for (std::size_t i = 0; i < plan.series.size(); ++i) {
    const std::string role = "series-" + std::to_string(i % 7 + 1);
    const bool known = sheet.theme().ink(role).has_value();
    inks.push_back(sheet.ink(plan.series[i].muted ? "hairline" : known ? role : "structure"));
  }
  return inks;
}

void add_panel(Draft& draft, const Frame& frame) {
  const std::string& name = draft.plan.panels[frame.panel];
  if (!name.empty()) {
    const std::string kept = drawing::shortened(draft.sheet, name, "chart-value", frame.right - frame.left);
    drawing::place(draft.sheet, drawing::set_label(draft.sheet, kept, "chart-value"), {frame.left, frame.top - (frame.horizontal ? 6 : 4)}, drawing::Anchor::left);
  }
  add_guides(draft, frame);
  add_references(draft, frame);
  add_marks(draft, frame);
  if (has_end_labels(draft.plan)) add_end_labels(draft, frame);
  add_annotations(draft, frame);
}

double panel_height(const Plan& plan) {
  if (plan.input.size) return plan.input.size->in_mm();
  if (!is_horizontal(plan.input.kind)) return plot_height;
  const bool grouped = plan.input.stack == Stack::none && plan.input.kind == Kind::bar;
  const double rows = static_cast<double>(plan.base.names.size());
  return std::max(rows, 1.0) * (grouped ? std::max(row_pitch, 1.75 + 3.5 * static_cast<double>(plan.series.size())) : row_pitch);
}

double around(const Plan& plan) { return (plan.panels.size() > 1 ? panel_head : 0) + (is_horizontal(plan.input.kind) ? 6.75 : 10); }

}  // namespace

Size natural_size(const Plan& plan, Length width, const definition::Theme&) {
  const double measure = max(width, {}).in_mm();
  const std::size_t side_by_side = across(plan, measure), down = (std::max<std::size_t>(plan.panels.size(), 1) + side_by_side - 1) / side_by_side;
  const double one = panel_height(plan) * (plan.panels.size() > 1 && !plan.input.size ? 0.6 : 1) + around(plan);
  const double height = key_height(plan, measure) + one * static_cast<double>(down);
  const double quarter = drawing::measure::quarter;
  return {mm(std::min(measure, highest)), mm(std::clamp(std::ceil(height / quarter - 1e-6) * quarter, 0.0, highest))};
}

drawing::Drawing draw(const Plan& plan, Size size, const drawing::Context& context) {
  drawing::Sheet sheet(size, context);
  if (size.width.units <= 0 || size.height.units <= 0) return std::move(sheet).finish();
  Draft draft{sheet, plan, inks_of(sheet, plan)};
  const double top = add_key(draft);
  const Margins margins = margins_of(draft, is_horizontal(plan.input.kind));
  const std::size_t columns = across(plan, sheet.width()), count = std::max<std::size_t>(plan.panels.size(), 1), rows = (count + columns - 1) / columns;
  const double inner = sheet.width() - margins.left - panel_gap * static_cast<double>(columns - 1);
  const double pitch_x = inner / static_cast<double>(columns) + panel_gap, pitch_y = (sheet.height() - top) / static_cast<double>(rows);
  for (std::size_t panel = 0; panel < count; ++panel) {
    const double left = margins.left + pitch_x * static_cast<double>(panel % columns), head = top + pitch_y * static_cast<double>(panel / columns);
    Frame frame = frame_of(plan, {left, head + margins.top, left + pitch_x - panel_gap - margins.right, head + pitch_y - margins.bottom}, panel);
    frame.named_values = panel % columns == 0;
    add_panel(draft, frame);
  }
  return std::move(sheet).finish();
}

}  // namespace tilstand::graph
