// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "chart/plot.hpp"

namespace tilstand::chart {
namespace {

constexpr double widest = 14.5, widest_pitch = 24, foot = 5.5, head = 8;

struct ColumnRow {
  double left = 0, pitch = 0, width = 0, base = 0, tallest = 0, largest = 0;

  double middle(std::size_t i) const { return left + pitch * static_cast<double>(i) + width / 2; }
  double height(double value) const { return largest > 0 ? tallest * value / largest : 0; }
};

ColumnRow column_row(const Sheet& sheet, const std::vector<Row::Point>& points) {
  const Plot plot = plot_of(sheet.width(), sheet.theme());
  ColumnRow row;
  row.left = plot.left;
  const double room = sheet.width() - plot.left, count = static_cast<double>(points.size());
  row.pitch = std::min(widest_pitch, room / (count - 1 + widest / widest_pitch));
  row.width = row.pitch * widest / widest_pitch;
  row.base = sheet.height() - foot;
  row.tallest = std::max(row.base - head, 0.0);
  for (const Row::Point& point : points) row.largest = std::max(row.largest, number_of(point.value));
  return row;
}

// A label that has no room between its neighbours is left out, from the second on, never the last.
bool has_room(const SetLabel& label, double room) { return label.width + 0.6 <= room; }

void add_value(Sheet& sheet, const ColumnRow& columns, const Row& row, std::size_t i) {
  const Row::Point& point = row.points[i];
  const bool last = i + 1 == row.points.size();
  const double x = columns.middle(i), height = columns.height(number_of(point.value));
  const Ink ink = sheet.ink(last ? "structure" : "water");
  sheet.fill(Layer::mark, sheet.paths().box({x - columns.width / 2, columns.base - height}, columns.width, height), ink);
  const SetLabel value = set_label(sheet, short_value(point.value, row.unit, sheet.speech()), last ? "chart-value" : "chart-label", row.figure);
  const SetLabel year = set_label(sheet, year_text(point.year), "tick");
  if (last || has_room(value, columns.pitch)) {
    place(sheet, value, {kept_between(value, x, Anchor::centre, 0, sheet.width()), columns.base - height - 1.6}, Anchor::centre);
  }
  if (last || i == 0 || has_room(year, columns.pitch)) {
    place(sheet, year, {kept_between(year, x, Anchor::centre, 0, sheet.width()), columns.base + 4.2}, Anchor::centre);
  }
}

// Between the columns, on the lower column's foot: only where every one has room, so that none is missed.
void add_increases(Sheet& sheet, const ColumnRow& columns, const Row& row) {
  std::vector<SetLabel> labels;
  for (std::size_t i = 1; i < row.points.size(); ++i) labels.push_back(set_label(sheet, step_text(row, i, sheet.speech()), "tick", row.figure, i + 1 == row.points.size() ? "ink" : ""));
  const double gap = columns.pitch - columns.width;
  if (std::any_of(labels.begin(), labels.end(), [&](const SetLabel& label) { return !has_room(label, gap); })) return;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    place(sheet, labels[i], {columns.middle(i + 1) - columns.pitch / 2, columns.base - 1.8}, Anchor::centre);
  }
}

}  // namespace

void draw_columns(Sheet& sheet, const Plan& plan) {
  const Row& row = plan.input.rows.front();
  const ColumnRow columns = column_row(sheet, row.points);
  for (std::size_t i = 0; i < row.points.size(); ++i) add_value(sheet, columns, row, i);
  add_increases(sheet, columns, row);
  add_line(sheet, Layer::label, {columns.left, columns.base}, {sheet.width(), columns.base}, sheet.ink("grey"), measure::axis_pt);
}

}  // namespace tilstand::chart
