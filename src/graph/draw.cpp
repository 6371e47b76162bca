// SPDX-License-Identifier: Apache-2.0
#include "graph/draw.hpp"

#include <algorithm>
#include <utility>

#include "colour/chart_palettes.hpp"
#include "graph/frame.hpp"

namespace tilstand::graph {
namespace {

Frame frame_of(const Plan& plan, const drawing::LabelBox& box, std::size_t panel) {
  Frame frame;
  frame.panel = panel;
  frame.horizontal = is_horizontal(plan.input.kind);
  const bool downwards = plan.input.kind == Kind::bump;
  frame.left = box.left, frame.top = box.top, frame.right = std::max(box.right, box.left + 1), frame.bottom = std::max(box.bottom, box.top + 1);
  if (frame.horizontal) frame.base = {&plan.base, frame.top, frame.bottom}, frame.value = {&plan.value, frame.left, frame.right};
  else frame.base = {&plan.base, frame.left, frame.right}, frame.value = {&plan.value, downwards ? frame.top : frame.bottom, downwards ? frame.bottom : frame.top};
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
    case Kind::dumbbell: add_dumbbells(draft, frame); break;
    case Kind::pictogram: add_pictogram(draft, frame); break;
    case Kind::map: add_map(draft, frame); break;
    case Kind::histogram: add_histogram(draft, frame); break;
    case Kind::box: add_boxes(draft, frame); break;
    case Kind::bump: add_bump(draft, frame); break;
    case Kind::slope: add_slope(draft, frame); break;
    case Kind::bullet: add_bullets(draft, frame); break;
    case Kind::heat_map: add_heat_map(draft, frame); break;
    case Kind::tile_map: add_tile_map(draft, frame); break;
    case Kind::waffle: add_waffle(draft, frame); break;
    case Kind::gauge: add_gauge(draft, frame); break;
    case Kind::tree_map: add_tree_map(draft, frame); break;
  }
}

bool is_outlier(const Plan& plan, const Mark& mark) {
  const auto place = [](const auto& one) { return std::pair(one.panel, one.band); };
  const auto box = std::partition_point(plan.boxes.begin(), plan.boxes.end(), [&](const Box& one) { return place(one) < place(mark); });
  return mark.value && box != plan.boxes.end() && place(*box) == place(mark) && std::binary_search(box->outliers.begin(), box->outliers.end(), *mark.value);
}

/// What the marks show, in their order.
std::vector<PrintedId> shown(const Plan& plan) {
  std::vector<PrintedId> ids;
  for (const Box& box : plan.boxes) ids.insert(ids.end(), box.printed.begin(), box.printed.end());
  for (const Part& part : plan.parts) ids.push_back(part.printed);
  if (!plan.parts.empty()) return ids;
  for (const Mark& mark : plan.marks) {
    const RowIds& row = plan.input.rows[mark.row].ids;
    if (plan.input.kind == Kind::scatter) ids.push_back(row.base);
    if (plan.input.kind != Kind::box || is_outlier(plan, mark)) ids.push_back(row.value);
    ids.insert(ids.end(), {row.low, row.high, row.size, row.target});
  }
  return ids;
}

void add_panel(Draft& draft, const Frame& frame) {
  const std::string& name = draft.plan.panels[frame.panel];
  if (!name.empty() && draft.plan.input.kind != Kind::gauge) {
    const PrintedRanges printed = numbers_in(name, draft.plan.panels_printed[frame.panel]);
    drawing::place(draft.sheet, drawing::set_fitting(draft.sheet, name, "chart-value", frame.right - frame.left, printed), {frame.left, frame.top - (frame.horizontal ? 6 : 4)}, drawing::Anchor::left);
  }
  if (is_field(draft.plan.input.kind)) return add_marks(draft, frame);
  add_guides(draft, frame);
  add_references(draft, frame);
  add_marks(draft, frame);
  if (draft.plan.input.kind == Kind::scatter) add_point_labels(draft, frame);
  if (has_end_labels(draft.plan)) add_end_labels(draft, frame);
  add_annotations(draft, frame);
}

}  // namespace

bool Draft::is_muted(const Mark& mark) const {
  const std::vector<std::string>& chosen = plan.input.highlights;
  if (chosen.empty() || plan.series.size() > 1) return plan.series[mark.series].muted;
  return std::find(chosen.begin(), chosen.end(), plan.input.rows[mark.row].base) == chosen.end();
}

std::string Draft::role_on(Ink ground) const {
  const auto contrast = [&](const char* role) { return colour::contrast(palette.rgb(sheet.ink(role)), palette.rgb(ground)); };
  return contrast("paper") > contrast("ink") ? "paper" : "ink";
}

Ink Draft::tint(double share) const {
  const Scale& scale = plan.value;
  const bool passes_zero = scale.kind == ScaleKind::linear && scale.low < 0 && scale.high > 0;
  const definition::Theme& theme = sheet.theme();
  const bool reversed = sheet.context().reversed;
  const Ink ink = passes_zero && !reversed ? colour::diverging_ink(theme, share, scale.share(0)) : colour::sequential_ink(theme, share, reversed);
  return colour::readable(ink, sheet.ink("ink"), sheet.ink("paper"), palette);
}

Ink Draft::muted() const {
  const std::optional<Ink> ink = sheet.theme().charts.muted;
  if (!ink) return sheet.ink("grey");
  return sheet.context().reversed ? sheet.theme().on_reversed(*ink) : *ink;
}

void Draft::fill(const Path& outline, std::size_t series) const {
  if (colouring.patterned) drawing::fill_patterned(sheet, outline, ink(series), drawing::pattern_of(colouring.places[series]));
  else sheet.fill(drawing::Layer::mark, outline, ink(series));
}

void Draft::stroke(const std::vector<drawing::Spot>& spots, std::size_t series, double width_pt) const {
  drawing::stroke_dashed(sheet, spots, ink(series), width_pt, colouring.patterned ? colouring.places[series] : 0);
}

drawing::Drawing draw(const Plan& plan, Size size, const drawing::Context& context) {
  drawing::Sheet sheet(size, context);
  if (size.width.units <= 0 || size.height.units <= 0) return std::move(sheet).finish();
  Draft draft{sheet, plan, colouring_of(plan, sheet.theme(), context.reversed), colour::Palette(sheet.theme())};
  const double top = add_key(draft);
  const std::size_t columns = across(plan, sheet.width()), count = std::max<std::size_t>(plan.panels.size(), 1), rows = (count + columns - 1) / columns;
  const double gaps = panel_gap * static_cast<double>(columns - 1);
  const Margins margins = margins_of(draft, (sheet.width() - gaps) / static_cast<double>(columns));
  const bool each = has_both_ends(plan.input.kind);  // has the left margin
  const double inner = sheet.width() - gaps - (each ? 0 : margins.left);
  const double pitch_x = inner / static_cast<double>(columns) + panel_gap, pitch_y = (sheet.height() - top) / static_cast<double>(rows);
  for (std::size_t panel = 0; panel < count; ++panel) {
    const double left = margins.left + pitch_x * static_cast<double>(panel % columns);
    const double right = left + pitch_x - panel_gap - margins.right - (each ? margins.left : 0), head = top + pitch_y * static_cast<double>(panel / columns);
    Frame frame = frame_of(plan, {left, head + margins.top, right, head + pitch_y - margins.bottom}, panel);
    frame.named_values = panel % columns == 0;
    add_panel(draft, frame);
  }
  drawing::Drawing drawing = std::move(sheet).finish();
  drawing::note_drawn(drawing, shown(plan));
  return drawing;
}

}  // namespace tilstand::graph
