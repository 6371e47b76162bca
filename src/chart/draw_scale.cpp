// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "chart/plot.hpp"

namespace tilstand::chart {
namespace {

constexpr double middle = 3, half_tick = 0.9, inset = 1.5, label_baseline = 8.2;

void add_tick(Sheet& sheet, double x, double stroke_pt) {
  add_line(sheet, Layer::grid, {x, middle - half_tick}, {x, middle + half_tick}, sheet.ink("water"), stroke_pt);
}

void add_places(Sheet& sheet, const Axis& axis, double last) {
  constexpr double nearest = 0.7;
  double step = 1;
  while (last / step * nearest > axis.end() - axis.start() && step < 1e12) step *= step == 1 ? 5 : 2;
  for (double place = 1; place < last; place = place == 1 && step > 1 ? step : place + step) add_tick(sheet, axis.at(place), measure::tick_pt);
  add_tick(sheet, axis.at(last), measure::tick_pt);
}

void add_line_axis(Sheet& sheet, const Axis& axis) {
  add_line(sheet, Layer::grid, {axis.start(), middle}, {axis.end(), middle}, sheet.ink("water"), measure::axis_pt);
  add_tick(sheet, axis.start(), measure::axis_pt);
  add_tick(sheet, axis.end(), measure::axis_pt);
}

}  // namespace

void draw_scale(Sheet& sheet, const Plan& plan) {
  const Row& row = plan.input.rows.front();
  const Axis axis(plan.minimum, plan.maximum, std::min(inset, sheet.width() / 2), std::max(sheet.width() - inset, sheet.width() / 2));
  if (row.unit == data::Unit::rank) add_places(sheet, axis, plan.maximum);
  else add_line_axis(sheet, axis);
  ChangeMarks marks{middle, axis.at(number_of(current_of(row).value)), measure::small_disc, measure::line_pt};
  if (const Row::Point* before = before_of(row)) marks.before = axis.at(number_of(before->value));
  add_change(sheet, marks, ink_of(sheet, row));
  const Speech speech = speech_of(sheet);
  const SetLabel low = set_tick(sheet, bare_value(decimal_of(plan.minimum), row.unit, speech));
  const SetLabel high = set_tick(sheet, short_value(decimal_of(plan.maximum), row.unit, speech));
  place(sheet, low, {kept_between(low, axis.start(), Anchor::centre, 0, sheet.width()), label_baseline}, Anchor::centre);
  place(sheet, high, {kept_between(high, axis.end(), Anchor::centre, 0, sheet.width()), label_baseline}, Anchor::centre);
}

}  // namespace tilstand::chart
