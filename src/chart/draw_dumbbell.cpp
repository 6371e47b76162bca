// SPDX-License-Identifier: Apache-2.0
#include "chart/plot.hpp"

namespace tilstand::chart {
namespace {

std::vector<ValueLabels> all_labels(Sheet& sheet, const Plan& plan) {
  std::vector<ValueLabels> labels;
  for (const Row& row : plan.input.rows) labels.push_back(value_labels(sheet, plan, row));
  return labels;
}

// Where the axis must end for the values at the right of their marks.
double right_end_of(const Sheet& sheet, const Plan& plan, const Plot& plot, const std::vector<ValueLabels>& labels, double low) {
  const ValuePlaces places;
  const Axis shares(low, plan.maximum, 0, 1);
  std::vector<RightLabel> right;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const Row& row = plan.input.rows[i];
    const double current = number_of(current_of(row).value), before = before_of(row) ? number_of(before_of(row)->value) : current;
    const bool same = before_of(row) && before == current;
    const double width = current >= before || !labels[i].before ? labels[i].current.width : labels[i].before->width;
    right.push_back({shares.at(std::max(current, before)), same ? places.wide_gap : places.gap, width});
  }
  return right_end(sheet, plot, right);
}

void add_row(Sheet& sheet, const Row& row, const ValueLabels& labels, const Axis& axis, double y, double left_limit) {
  ChangeMarks marks{y, axis.at(number_of(current_of(row).value))};
  if (const Row::Point* before = before_of(row)) marks.before = axis.at(number_of(before->value));
  add_change(sheet, marks, ink_of(sheet, row));
  ValuePlaces places;
  places.y = y;
  places.current = marks.current;
  places.before = marks.before;
  places.left_limit = left_limit;
  add_values(sheet, labels, places);
}

// Ticks one place apart while they can be told apart, else at every fifth, tenth… place; the last place has one always.
void add_place_ticks(Sheet& sheet, const Axis& axis, double last, double y, Ink ink) {
  constexpr double nearest = 1, half = 1.3;
  double step = 1;
  while (last / step * nearest > axis.end() - axis.start() && step < 1e12) step *= step == 1 ? 5 : 2;
  for (double place = 1; place < last; place = place == 1 && step > 1 ? step : place + step) {
    add_line(sheet, Layer::grid, {axis.at(place), y - half}, {axis.at(place), y + half}, ink, measure::tick_pt);
  }
  add_line(sheet, Layer::grid, {axis.at(last), y - half}, {axis.at(last), y + half}, ink, measure::tick_pt);
}

void add_end_label(Sheet& sheet, const Axis& axis, double place_number, double baseline) {
  const SetLabel label = set_tick(sheet, bare_value(decimal_of(place_number), data::Unit::rank, speech_of(sheet)));
  place(sheet, label, {kept_between(label, axis.at(place_number), Anchor::centre, 0, sheet.width()), baseline}, Anchor::centre);
}

}  // namespace

void draw_dumbbell(Sheet& sheet, const Plan& plan) {
  const std::vector<Row>& rows = plan.input.rows;
  const RowHeights heights = fitted_heights(Kind::dumbbell, rows.size(), sheet.height());
  const Plot plot = plot_of(sheet.width(), sheet.theme());
  const std::vector<ValueLabels> labels = all_labels(sheet, plan);
  const Axis axis(plan.minimum, plan.maximum, plot.left, right_end_of(sheet, plan, plot, labels, plan.minimum));
  const double bottom = heights.head + heights.pitch * static_cast<double>(rows.size());
  add_value_grid(sheet, plan, axis, heights.head - 1.5, bottom);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const double y = heights.head + heights.pitch * (static_cast<double>(i) + 0.5);
    add_row_label(sheet, rows[i], {plot.label_width, y, heights.pitch});
    add_row(sheet, rows[i], labels[i], axis, y, plot.label_width + 1);
  }
}

void draw_rank_dumbbell(Sheet& sheet, const Plan& plan) {
  constexpr double least_pitch = 9;  // below it an end label would meet the next row's figures
  const std::vector<Row>& rows = plan.input.rows;
  const RowHeights heights = fitted_heights(Kind::rank_dumbbell, rows.size(), sheet.height());
  const Plot plot = plot_of(sheet.width(), sheet.theme());
  const std::vector<ValueLabels> labels = all_labels(sheet, plan);
  const Axis axis(1, plan.maximum, plot.left, right_end_of(sheet, plan, plot, labels, 1));
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const double y = heights.head + heights.pitch * (static_cast<double>(i) + 0.5);
    add_row_label(sheet, rows[i], {plot.label_width, y, heights.pitch});
    const double last = rows[i].scope > 1 && rows[i].scope <= plan.maximum ? rows[i].scope : plan.maximum;
    add_place_ticks(sheet, axis, last, y, sheet.ink("water"));
    if (last < plan.maximum && heights.pitch >= least_pitch) add_end_label(sheet, axis, last, y + 4.5);
    add_row(sheet, rows[i], labels[i], axis, y, plot.label_width + 1);
  }
  const double baseline = sheet.height() - heights.foot - 0.25;
  add_end_label(sheet, axis, 1, baseline);
  add_end_label(sheet, axis, plan.maximum, baseline);
}

}  // namespace tilstand::chart
