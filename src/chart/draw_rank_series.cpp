// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "chart/plot.hpp"

namespace tilstand::chart {
namespace {

constexpr double head = 15, foot = 9.5, grid_left = 7, points_left = 14, points_right = 7, least_distance = 8;

/// One panel: its points' places and what labels must keep clear of.
struct Panel {
  const Row* row = nullptr;
  double left = 0, top = 0, width = 0, height = 0;
  std::vector<Spot> spots;
  std::vector<LabelBox> figures;  ///< placed so far
};

// Distance from year to year is true to time, so that a panel with gaps in its years doesn't look steeper than it is.
std::vector<Spot> spots_of(const Row& row, const Panel& panel, const Axis& places) {
  const double first = row.points.front().year, last = current_of(row).year;
  const double start = panel.left + std::min(points_left, panel.width / 3), end = panel.left + std::max(panel.width - points_right, panel.width / 2);
  const Axis years(first, last, start, end);
  std::vector<Spot> spots;
  for (const Row::Point& point : row.points) spots.push_back({years.at(point.year), places.at(number_of(point.value))});
  return spots;
}

/// True when the leg from a to b enters the box.
bool strikes(Spot a, Spot b, const LabelBox& box) {
  for (int i = 0; i <= 32; ++i) {
    const double t = i / 32.0, x = a.x + (b.x - a.x) * t, y = a.y + (b.y - a.y) * t;
    if (x > box.left - 0.4 && x < box.right + 0.4 && y > box.top - 0.4 && y < box.bottom + 0.4) return true;
  }
  return false;
}

bool is_free(const Panel& panel, const LabelBox& box) {
  for (std::size_t i = 1; i < panel.spots.size(); ++i) {
    if (strikes(panel.spots[i - 1], panel.spots[i], box)) return false;
  }
  return std::none_of(panel.figures.begin(), panel.figures.end(), [&](const LabelBox& other) { return overlap(box, other, 0.5); });
}

// Above, else on the side that the line leaves free, else below. A figure without any room is left to the data table.
void place_middle(Sheet& sheet, Panel& panel, const SetLabel& label, Spot at) {
  const double over = at.y - 2.6, under = at.y + 2.6 + label.cap, half = label.width / 2;
  const Spot tries[] = {{at.x, over}, {at.x + half + 1, over + 0.6}, {at.x - half - 1, over + 0.6}, {at.x, under}, {at.x + half + 1, under - 0.6}, {at.x - half - 1, under - 0.6}};
  for (const Spot& spot : tries) {
    const LabelBox box = box_of(label, spot, Anchor::centre);
    const bool in_plot = box.top >= panel.top - 3 && box.bottom <= panel.top + panel.height + 2.5;
    if (!in_plot || !is_free(panel, box)) continue;
    panel.figures.push_back(place_on_ground(sheet, label, spot, Anchor::centre));
    return;
  }
}

void add_grid(Sheet& sheet, const Plan& plan, const Panel& panel, const Axis& places) {
  const double left = panel.left + grid_left, right = panel.left + panel.width;
  for (const double tick : rank_ticks(plan.maximum, plan.step)) {
    const double y = places.at(tick);
    const bool best = tick == 1;
    add_line(sheet, Layer::grid, {left, y}, {right, y}, sheet.ink(best ? "grey" : "hairline"), best ? measure::axis_pt : measure::grid_pt);
    const SetLabel label = set_tick(sheet, bare_value(decimal_of(tick), data::Unit::rank, speech_of(sheet)));
    place(sheet, label, {left - 2.5, y + label.cap / 2}, Anchor::right);
  }
}

void add_head(Sheet& sheet, const Panel& panel, double top) {
  const Row& row = *panel.row;
  std::string note = row.note;
  if (note.empty() && row.scope > 0) {
    const tables::Decimal scope = decimal_of(row.scope);
    note = definition::fill(sheet.context().words("chart.panel.places"), {{"scope", sheet.context().forms.number(scope.mantissa, scope.decimals)}});
  }
  place(sheet, set_fitting(sheet, row.label, "cell-strong", panel.width, row.label_printed), {panel.left, top + 4}, Anchor::left);
  if (note.empty()) return;
  place(sheet, set_fitting(sheet, note, "chart-note", panel.width, whole_text(note.size(), row.note_printed)), {panel.left, top + 8}, Anchor::left);
}

void add_legs(Sheet& sheet, const Panel& panel) {
  const std::size_t count = panel.spots.size();
  if (count > 2) {
    const std::vector<Spot> earlier(panel.spots.begin(), panel.spots.end() - 1);
    sheet.stroke(Layer::line, sheet.paths().polyline(earlier), sheet.ink("water"), measure::line_pt);
  }
  if (count > 1) add_line(sheet, Layer::line, panel.spots[count - 2], panel.spots[count - 1], sheet.ink("structure"), measure::line_pt);
  for (std::size_t i = 0; i + 1 < count; ++i) add_ring(sheet, panel.spots[i], measure::small_disc, sheet.ink("water"));
  add_disc(sheet, panel.spots.back(), 1.8, sheet.ink("structure"));
}

// Values of years that stand too close for a label of their own are in the data table.
bool is_labelled(const Panel& panel, std::size_t i) {
  if (i == 0 || i + 1 == panel.spots.size()) return true;
  const double before = panel.spots[i].x - panel.spots[i - 1].x, after = panel.spots[i + 1].x - panel.spots[i].x;
  return std::min(before, after) >= least_distance;
}

// What is left of a gridline between a figure and the panel's edge would read as a minus sign or a dash.
void clear_of_stub(Sheet& sheet, const Panel& panel, const LabelBox& box) {
  constexpr double longest_stub = 7, over = 0.3;
  const double left = panel.left + grid_left, right = panel.left + panel.width, height = box.bottom - box.top;
  if (box.left > left && box.left - left < longest_stub) {
    sheet.fill(Layer::halo, sheet.paths().box({left - over, box.top}, box.left - left + over, height), sheet.ground());
  }
  if (box.right < right && right - box.right < longest_stub) {
    sheet.fill(Layer::halo, sheet.paths().box({box.right, box.top}, right - box.right + over, height), sheet.ground());
  }
}

SetLabel figure_of(Sheet& sheet, const Row& row, std::size_t i) {
  const tables::Decimal value = row.points[i].value;
  const bool last = i + 1 == row.points.size();
  return set_label(sheet, sheet.context().forms.number(value.mantissa, value.decimals), last ? "chart-value" : "chart-before", row.points[i].printed);
}

// The first figure stands left of its mark and the last one right of it; those between take what room is left.
void add_figures(Sheet& sheet, Panel& panel) {
  const std::size_t last = panel.spots.size() - 1;
  const SetLabel end = figure_of(sheet, *panel.row, last);
  panel.figures.push_back(place_on_ground(sheet, end, {panel.spots[last].x + 3, panel.spots[last].y + end.cap / 2}, Anchor::left));
  if (last > 0) {
    const SetLabel start = figure_of(sheet, *panel.row, 0);
    panel.figures.push_back(place_on_ground(sheet, start, {panel.spots[0].x - 2.8, panel.spots[0].y + start.cap / 2}, Anchor::right));
  }
  for (const LabelBox& box : panel.figures) clear_of_stub(sheet, panel, box);
  for (std::size_t i = 1; i < last; ++i) {
    if (is_labelled(panel, i)) place_middle(sheet, panel, figure_of(sheet, *panel.row, i), panel.spots[i]);
  }
}

void add_years(Sheet& sheet, const Panel& panel, double baseline) {
  for (std::size_t i = 0; i < panel.spots.size(); ++i) {
    if (!is_labelled(panel, i)) continue;
    place(sheet, set_tick(sheet, year_text(panel.row->points[i].year)), {panel.spots[i].x, baseline}, Anchor::centre);
  }
}

}  // namespace

PanelGrid panel_grid(const Plan& plan, double width, const definition::Theme& theme) {
  const std::size_t count = plan.input.rows.size();
  const double gutter = theme.page.gutter.in_mm(), side = theme.page.span_width(theme.side_span).in_mm();
  PanelGrid grid;
  const auto fitting = side > 0 ? static_cast<std::size_t>(std::max((width + gutter + 0.01) / (side + gutter), 1.0)) : 1;
  grid.across = std::clamp<std::size_t>(count, 1, fitting);
  grid.down = (count + grid.across - 1) / grid.across;
  // A single panel keeps to the text columns, like every other plot.
  if (count == 1) grid.left = plot_of(width, theme).left;
  const double room = width - grid.left;
  grid.width = (room - gutter * static_cast<double>(grid.across - 1)) / static_cast<double>(grid.across);
  grid.pitch = grid.width + gutter;
  const double place = std::min(85.5 / std::max(plan.maximum - 1, 1.0), 6.0);
  grid.height = head + place * (plan.maximum - 1) + foot;
  // Tick labels keep a line's distance.
  grid.least_height = head + 3.75 * static_cast<double>(rank_ticks(plan.maximum, plan.step).size()) + foot;
  return grid;
}

void draw_rank_series(Sheet& sheet, const Plan& plan) {
  const PanelGrid grid = panel_grid(plan, sheet.width(), sheet.theme());
  const double height = sheet.height() / static_cast<double>(grid.down);
  for (std::size_t i = 0; i < plan.input.rows.size(); ++i) {
    const double top = height * static_cast<double>(i / grid.across);
    const Axis places(1, plan.maximum, top + head, std::max(top + height - foot, top + head));
    Panel panel{&plan.input.rows[i], grid.left + grid.pitch * static_cast<double>(i % grid.across), top + head, grid.width, height - head - foot, {}, {}};
    panel.spots = spots_of(*panel.row, panel, places);
    add_grid(sheet, plan, panel, places);
    add_head(sheet, panel, top);
    add_legs(sheet, panel);
    add_figures(sheet, panel);
    add_years(sheet, panel, top + height - 4);
  }
}

}  // namespace tilstand::chart
