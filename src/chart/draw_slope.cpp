// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "chart/plot.hpp"

namespace tilstand::chart {
namespace {

constexpr double top_room = 10.8, foot_room = 3.5, lines_top = 6, apart = 43, lead_in = 7.5, gap = 3;

/// A row of the chart with its two heights.
struct Leg {
  const Row* row = nullptr;
  double current = 0;
  std::optional<double> before{};
};

/// A label at one of the verticals.
struct SideLabel {
  SetLabel value;
  std::vector<text::Line> name;
  double wanted = 0;
};

Axis axis_of(const Sheet& sheet, const Plan& plan) {
  double low = number_of(current_of(plan.input.rows.front()).value), high = low;
  for (const Row& row : plan.input.rows) {
    for (const Row::Point& point : row.points) {
      low = std::min(low, number_of(point.value));
      high = std::max(high, number_of(point.value));
    }
  }
  const double bottom = std::max(sheet.height() - foot_room, top_room);
  if (plan.input.rows.front().unit == data::Unit::rank) return {1, std::max(high, 2.0), top_room, bottom};
  if (low >= 0) low = 0;
  return {low, high > low ? high : low + 1, bottom, top_room};
}

std::vector<Leg> legs_of(const Plan& plan, const Axis& axis) {
  std::vector<Leg> legs;
  for (const Row& row : plan.input.rows) {
    Leg leg{&row, axis.at(number_of(current_of(row).value))};
    if (const Row::Point* before = before_of(row)) leg.before = axis.at(number_of(before->value));
    legs.push_back(leg);
  }
  // Equal ends keep the order of their beginnings, so that no line crosses another on its way to its label.
  std::stable_sort(legs.begin(), legs.end(), [](const Leg& a, const Leg& b) {
    if (a.current != b.current) return a.current < b.current;
    return a.before.value_or(a.current) < b.before.value_or(b.current);
  });
  return legs;
}

void add_vertical(Sheet& sheet, double x, int year) {
  add_line(sheet, Layer::grid, {x, lines_top}, {x, std::max(sheet.height() - foot_room, lines_top)}, sheet.ink("hairline"), 0.4);
  place(sheet, set_tick(sheet, year_text(year)), {x, lines_top - 1.8}, Anchor::centre);
}

// The foot of the verticals says that the axis begins at zero, unless a value stands there.
void add_zero(Sheet& sheet, const Plan& plan, const Axis& axis, double left, double right) {
  constexpr double room = 3.75, half_tick = 0.9;
  if (plan.input.rows.front().unit == data::Unit::rank) return;
  const double zero = axis.at(0);
  for (const Row& row : plan.input.rows) {
    for (const Row::Point& point : row.points) {
      if (std::abs(axis.at(number_of(point.value)) - zero) < room) return;
    }
  }
  for (const double x : {left, right}) {
    add_line(sheet, Layer::grid, {x - half_tick, zero}, {x + half_tick, zero}, sheet.ink("grey"), measure::axis_pt);
  }
  const SetLabel label = set_tick(sheet, bare_value(decimal_of(0), plan.input.rows.front().unit, speech_of(sheet)));
  place(sheet, label, {left - gap + 0.2, zero + label.cap / 2}, Anchor::right);
}

void add_leg(Sheet& sheet, const Leg& leg, double left, double right) {
  const Ink ink = ink_of(sheet, *leg.row);
  if (!leg.before) return add_diamond(sheet, {right, leg.current}, 2, ink);
  add_line(sheet, Layer::line, {left, *leg.before}, {right, leg.current}, ink, measure::line_pt);
  add_ring(sheet, {left, *leg.before}, measure::small_disc, sheet.ink("water"));
  add_disc(sheet, {right, leg.current}, measure::small_disc, ink);
}

std::vector<double> middles_of(const std::vector<SideLabel>& labels, double leading, double bottom) {
  std::vector<Block> blocks;
  for (const SideLabel& label : labels) blocks.push_back({label.wanted, leading * static_cast<double>(std::max<std::size_t>(label.name.size(), 1))});
  return spread(blocks, lines_top, bottom);
}

// Values that are the same in the earlier year are printed once.
void add_earlier_labels(Sheet& sheet, std::vector<Leg> legs, double x, double leading) {
  std::erase_if(legs, [](const Leg& leg) { return !leg.before; });
  std::stable_sort(legs.begin(), legs.end(), [](const Leg& a, const Leg& b) { return *a.before < *b.before; });
  std::vector<SideLabel> labels;
  for (std::size_t i = 0; i < legs.size(); ++i) {
    if (i > 0 && *legs[i].before == *legs[i - 1].before) continue;
    const Row& row = *legs[i].row;
    labels.push_back({set_label(sheet, bare_value(before_of(row)->value, row.unit, speech_of(sheet)), "chart-before", before_of(row)->printed), {}, *legs[i].before});
  }
  const std::vector<double> middles = middles_of(labels, leading, sheet.height());
  for (std::size_t i = 0; i < labels.size(); ++i) {
    place(sheet, labels[i].value, {x - gap + 0.2, middles[i] + labels[i].value.cap / 2}, Anchor::right);
  }
}

void add_current_labels(Sheet& sheet, const std::vector<Leg>& legs, double x, double leading) {
  std::vector<SideLabel> labels;
  double widest = 0;
  for (const Leg& leg : legs) {
    labels.push_back({set_label(sheet, short_value(current_of(*leg.row).value, leg.row->unit, speech_of(sheet)), "chart-value", current_of(*leg.row).printed), {}, leg.current});
    widest = std::max(widest, labels.back().value.width);
  }
  const double room = sheet.height() - lines_top;
  const std::size_t most_lines = room >= 2 * leading * static_cast<double>(legs.size()) ? 2 : 1;
  const double start = x + gap, name_start = start + widest + 1.5;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    labels[i].name = label_lines(sheet, legs[i].row->label, "chart-label", std::max(sheet.width() - name_start, 5.0), most_lines);
  }
  const std::vector<double> middles = middles_of(labels, leading, sheet.height());
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const double first = middles[i] - leading * (static_cast<double>(std::max<std::size_t>(labels[i].name.size(), 1)) - 1) / 2;
    place(sheet, labels[i].value, {start + widest, first + labels[i].value.cap / 2}, Anchor::right);
    place_lines(sheet, std::move(labels[i].name), "chart-label", name_start, middles[i]);
  }
}

}  // namespace

void draw_slope(Sheet& sheet, const Plan& plan) {
  const Plot plot = plot_of(sheet.width(), sheet.theme());
  const double left = std::min(plot.left + lead_in, sheet.width() / 2), right = std::min(left + apart, sheet.width() * 0.7);
  const double leading = leading_of(sheet, "chart-label");
  const Axis axis = axis_of(sheet, plan);
  const std::vector<Leg> legs = legs_of(plan, axis);
  add_vertical(sheet, left, usual_before_year(plan.input.rows));
  add_vertical(sheet, right, usual_current_year(plan.input.rows));
  for (const Leg& leg : legs) add_leg(sheet, leg, left, right);
  add_zero(sheet, plan, axis, left, right);
  add_earlier_labels(sheet, legs, left, leading);
  add_current_labels(sheet, legs, right, leading);
}

}  // namespace tilstand::chart
