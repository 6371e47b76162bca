// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

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

/// A label with room keeps clear of the neighbouring columns.
bool has_room(const SetLabel& label, double room) { return label.width + 0.6 <= room; }

void add_column(Sheet& sheet, const ColumnRow& columns, const Row& row, std::size_t i) {
  const double x = columns.middle(i), height = columns.height(number_of(row.points[i].value));
  const Ink ink = sheet.ink(i + 1 == row.points.size() ? "structure" : "water");
  sheet.fill(Layer::mark, sheet.paths().box({x - columns.width / 2, columns.base - height}, columns.width, height), ink);
}

/// Labels centred on columns. One that has no room beside those that stand is left out.
class Labels {
 public:
  Labels(Sheet& sheet, double room) : sheet_(sheet), room_(room) {}

  void add(const SetLabel& label, Spot at, bool always) {
    const Spot kept{kept_between(label, at.x, Anchor::centre, 0, sheet_.width()), at.y};
    const LabelBox box = box_of(label, kept, Anchor::centre);
    const bool meets = std::any_of(placed_.begin(), placed_.end(), [&](const LabelBox& other) { return overlap(box, other, apart); });
    if (meets || (!always && !has_room(label, room_))) return;
    placed_.push_back(place(sheet_, label, kept, Anchor::centre));
  }

 private:
  static constexpr double apart = 0.6;
  Sheet& sheet_;
  double room_;
  std::vector<LabelBox> placed_;
};

/// Where the highest of the columns below a value's label ends: a wide one reaches over its neighbours.
double top_under(const Sheet& sheet, const ColumnRow& columns, const Row& row, const SetLabel& label, std::size_t i) {
  const double x = kept_between(label, columns.middle(i), Anchor::centre, 0, sheet.width()), reach = (label.width + columns.width) / 2 + 0.3;
  double tallest = number_of(row.points[i].value);
  for (std::size_t j = 0; j < row.points.size(); ++j) {
    if (std::abs(columns.middle(j) - x) < reach) tallest = std::max(tallest, number_of(row.points[j].value));
  }
  return columns.base - columns.height(tallest);
}

// The last column's labels come first, then the first year's: those are what the eye compares.
void add_labels(Sheet& sheet, const ColumnRow& columns, const Row& row) {
  const std::size_t last = row.points.size() - 1;
  Labels labels(sheet, columns.pitch);
  const auto add = [&](std::size_t i) {
    const Row::Point& point = row.points[i];
    const std::string text = short_value(point.value, row.unit, speech_of(sheet));
    const SetLabel value = set_label(sheet, text, i == last ? "chart-value" : "chart-label", point.printed);
    labels.add(value, {columns.middle(i), top_under(sheet, columns, row, value, i) - 1.6}, i == last);
    labels.add(set_tick(sheet, year_text(point.year)), {columns.middle(i), columns.base + 4.2}, i == last || i == 0);
  };
  add(last);
  for (std::size_t i = 0; i < last; ++i) add(i);
}

// Between the columns, on the lower column's foot: only where every one has room, so that none is missed.
void add_increases(Sheet& sheet, const ColumnRow& columns, const Row& row) {
  std::vector<SetLabel> labels;
  for (std::size_t i = 1; i < row.points.size(); ++i)
    labels.push_back(set_label(sheet, step_text(row, i, speech_of(sheet)), "tick", row.points[i].step, i + 1 == row.points.size() ? "ink" : ""));
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
  for (std::size_t i = 0; i < row.points.size(); ++i) add_column(sheet, columns, row, i);
  add_labels(sheet, columns, row);
  add_increases(sheet, columns, row);
  add_line(sheet, Layer::label, {columns.left, columns.base}, {sheet.width(), columns.base}, sheet.ink("grey"), measure::axis_pt);
}

}  // namespace tilstand::chart
