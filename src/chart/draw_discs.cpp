// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <utility>

#include "chart/plot.hpp"

namespace tilstand::chart {
namespace {

double gap_beside(double diameter) { return std::max(std::round(diameter * 0.3 * 2) / 2, 0.5); }

// The worst level alone has the accent; which one is worst is said by the order.
Ink level_ink(const Sheet& sheet, int level) { return sheet.ink(level == 0 ? "accent" : "structure"); }

Spot centre_of(const DiscGrid& grid, int column, int row) {
  return {grid.left + grid.pitch_x * column + grid.diameter / 2, grid.top + grid.pitch_y * row + grid.diameter / 2};
}

void add_names(Sheet& sheet, const Input& input, const DiscGrid& grid) {
  const double left = grid.left + grid.diameter * 1.45;
  const auto put = [&](const std::string& text, const PrintedRanges& printed, const std::string& style, int row, const std::string& role) {
    const SetLabel label = set_fitting(sheet, text, style, std::max(sheet.width() - left, 0.0), printed, role);
    place(sheet, label, {left, centre_of(grid, 0, row).y + label.cap / 2}, Anchor::left);
  };
  for (std::size_t i = 0; i < input.names.size(); ++i) put(input.names[i], i < input.names_printed.size() ? input.names_printed[i] : PrintedRanges{}, "lead", static_cast<int>(i), "ink");
  if (!input.rest.empty() && input.count < input.total) put(input.rest, input.rest_printed, "chart-label", input.count, "grey");
}

// "8 av 10" in the label column, level with the first discs.
void add_count(Sheet& sheet, const Input& input, const DiscGrid& grid) {
  const locale::Forms& forms = sheet.context().forms;
  const std::string text = definition::fill(sheet.context().words("chart.counts.mark"),
                                            {{"count", forms.number(input.count, 0)}, {"total", forms.number(input.total, 0)}});
  PrintedRanges printed = numbers_in(text, input.count_printed);
  bool counted = false;
  for (PrintedRange& range : printed)
    if (std::exchange(counted, true) || text.substr(range.begin, range.end - range.begin) != forms.number(input.count, 0)) range.id = input.total_printed;
  const SetLabel label = set_words(sheet, text, "chart-value", printed);
  place(sheet, label, {0, centre_of(grid, 0, 0).y + label.cap / 2}, Anchor::left);
}

// A chart as wide as the page's text begins where all plots do and has the count in its label column; discs stand in tens
// there, in fives in a narrow column.
DiscGrid count_rows(const Input& input, double width, const Plot& plot) {
  constexpr int tens = 10, fives = 5;
  constexpr double head = 3.75, foot = 3.75;
  DiscGrid grid;
  grid.diameter = input.size ? input.size->in_mm() : 5.6;
  grid.pitch_x = grid.pitch_y = grid.diameter + gap_beside(grid.diameter);
  const auto needed = [&](int columns) { return grid.pitch_x * (columns - 1) + grid.diameter; };
  const bool wide = width - plot.left >= needed(std::min(input.total, fives));
  const bool in_tens = wide && width - plot.left >= needed(tens);
  grid.columns = std::min(input.total, in_tens ? tens : fives);
  grid.rows = (input.total + grid.columns - 1) / grid.columns;
  if (wide) {
    grid.left = plot.left;
    grid.top = head;
    grid.foot = foot;
  }
  return grid;
}

}  // namespace

DiscGrid status_grid(const Input& input) {
  const double diameter = input.size ? input.size->in_mm() : 4;
  const double pitch = input.step ? std::max(*input.step, diameter) : diameter + gap_beside(diameter);
  return {diameter, pitch, pitch, static_cast<int>(input.levels.size()), 1, 0, 0, 0};
}

DiscGrid counts_grid(const Input& input, double width, const definition::Theme& theme) {
  constexpr double names_need = 60;
  const Plot plot = plot_of(width, theme);
  if (input.names.empty()) return count_rows(input, width, plot);
  DiscGrid grid;
  grid.diameter = input.size ? input.size->in_mm() : 10;
  grid.pitch_x = grid.diameter;
  grid.pitch_y = grid.diameter * 1.4;
  grid.columns = 1;
  grid.rows = input.total;
  if (width - plot.left >= names_need) grid.left = plot.left;
  return grid;
}

DiscGrid matrix_grid(const Input& input, double width, const definition::Theme& theme) {
  const int columns = static_cast<int>(input.matrix.size());
  const double gutter = theme.page.gutter.in_mm();
  double diameter = input.size ? input.size->in_mm() : 24, gap = gutter > 0 ? gutter : 5;
  const double wanted = diameter * columns + gap * (columns - 1);
  if (wanted > width && wanted > 0) {
    diameter *= std::max(width, 0.0) / wanted;
    gap *= std::max(width, 0.0) / wanted;
  }
  return {diameter, diameter + gap, diameter + gap, columns, static_cast<int>(input.levels.size()), 0, 0, 0};
}

void draw_status(Sheet& sheet, const Plan& plan) {
  const DiscGrid grid = status_grid(plan.input);
  for (int i = 0; i < grid.columns; ++i) {
    const Spot at = centre_of(grid, i, 0);
    if (i == plan.input.level) add_disc(sheet, at, grid.diameter / 2, level_ink(sheet, i));
    else add_open_ring(sheet, at, grid.diameter / 2, sheet.ink("water"), 0.6);
  }
}

void draw_counts(Sheet& sheet, const Plan& plan) {
  const DiscGrid grid = counts_grid(plan.input, sheet.width(), sheet.theme());
  const double stroke = grid.diameter < 8 ? 0.6 : 0.8;
  for (int i = 0; i < plan.input.total; ++i) {
    const Spot at = centre_of(grid, i % grid.columns, i / grid.columns);
    if (i < plan.input.count) add_disc(sheet, at, grid.diameter / 2, sheet.ink("structure"));
    else add_open_ring(sheet, at, grid.diameter / 2, sheet.ink("water"), stroke);
  }
  if (!plan.input.names.empty()) add_names(sheet, plan.input, grid);
  else if (grid.left > 0) add_count(sheet, plan.input, grid);
}

void draw_matrix(Sheet& sheet, const Plan& plan) {
  const DiscGrid grid = matrix_grid(plan.input, sheet.width(), sheet.theme());
  const Ink ring = sheet.ink(sheet.context().reversed ? "hairline" : "water");
  const double foot = grid.pitch_y * (grid.rows - 1) + grid.diameter;
  for (int column = 0; column < grid.columns; ++column) {
    const Input::MatrixColumn& data = plan.input.matrix[static_cast<std::size_t>(column)];
    for (int level = 0; level < grid.rows; ++level) {
      const Spot at = centre_of(grid, column, grid.rows - 1 - level);
      if (level == data.level) add_disc(sheet, at, grid.diameter / 2, level_ink(sheet, level));
      else add_open_ring(sheet, at, grid.diameter / 2, ring, 0.8);
    }
    // A label at an end is moved in to stay on the sheet, towards its neighbour.
    const bool at_end = column == 0 || column + 1 == grid.columns;
    const double room = grid.columns == 1 ? sheet.width() : at_end ? (grid.diameter + grid.pitch_x) / 2 - 0.5 : grid.pitch_x - 1;
    const SetLabel label = set_fitting(sheet, data.label, "chart-label", room, data.label_printed);
    const double x = kept_between(label, centre_of(grid, column, 0).x, Anchor::centre, 0, sheet.width());
    place(sheet, label, {x, foot + 8}, Anchor::centre);
  }
}

}  // namespace tilstand::chart
