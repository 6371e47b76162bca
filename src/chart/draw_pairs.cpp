// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "chart/plot.hpp"

namespace tilstand::chart {
namespace {

constexpr double half_square = 1.35, gap = 3.1;

struct PairLabels {
  SetLabel a, b;
};

PairLabels labels_of(Sheet& sheet, const Row& a, const Row& b) {
  const Speech speech = speech_of(sheet);
  return {set_label(sheet, short_value(current_of(a).value, a.unit, speech), "chart-value", current_of(a).printed),
          set_label(sheet, short_value(current_of(b).value, b.unit, speech), "chart-label", current_of(b).printed)};
}

double right_end_of(const Sheet& sheet, const Plan& plan, const Plot& plot, const std::vector<PairLabels>& labels) {
  const Axis shares(plan.minimum, plan.maximum, 0, 1);
  std::vector<RightLabel> right;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const double a = number_of(current_of(plan.input.rows[2 * i]).value), b = number_of(current_of(plan.input.rows[2 * i + 1]).value);
    right.push_back({shares.at(std::max(a, b)), gap, a >= b ? labels[i].a.width : labels[i].b.width});
  }
  return right_end(sheet, plot, right);
}

void add_pair(Sheet& sheet, const PairLabels& labels, double a, double b, double y, double left_limit) {
  add_line(sheet, Layer::line, {b, y}, {a, y}, sheet.ink("water"), measure::axis_pt);
  add_square(sheet, {b, y}, a == b ? half_square * 1.5 : half_square, sheet.ink("water"));
  add_disc(sheet, {a, y}, measure::small_disc, sheet.ink("structure"));
  const bool a_right = a >= b;
  place_beside(sheet, labels.a, {a, y}, {gap, !a_right, left_limit});
  place_beside(sheet, labels.b, {b, y}, {gap, a_right, left_limit});
}

}  // namespace

void draw_pairs(Sheet& sheet, const Plan& plan) {
  const std::vector<Row>& rows = plan.input.rows;
  const RowHeights heights = fitted_heights(Kind::pairs, rows.size() / 2, sheet.height());
  const Plot plot = plot_of(sheet.width(), sheet.theme());
  std::vector<PairLabels> labels;
  for (std::size_t i = 0; i + 1 < rows.size(); i += 2) labels.push_back(labels_of(sheet, rows[i], rows[i + 1]));
  const Axis axis(plan.minimum, plan.maximum, plot.left, right_end_of(sheet, plan, plot, labels));
  add_value_grid(sheet, plan, axis, heights.head - 1.5, sheet.height() - heights.foot);
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const double y = heights.head + heights.pitch * (static_cast<double>(i) + 0.5);
    add_row_label(sheet, rows[2 * i], {plot.label_width, y, heights.pitch});
    add_pair(sheet, labels[i], axis.at(number_of(current_of(rows[2 * i]).value)), axis.at(number_of(current_of(rows[2 * i + 1]).value)), y,
             plot.label_width + 1);
  }
}

}  // namespace tilstand::chart
