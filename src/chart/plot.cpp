// SPDX-License-Identifier: Apache-2.0
#include "chart/plot.hpp"

#include <algorithm>
#include <array>

namespace tilstand::chart {
namespace {

constexpr double least_plot = 45, right_margin = 7, indent = 3, most_label_lines = 3;

std::vector<SetLabel> tick_labels(Sheet& sheet, const Plan& plan, const std::vector<double>& ticks) {
  const data::Unit& unit = plan.input.rows.front().unit;
  const Speech speech = speech_of(sheet);
  std::vector<SetLabel> labels;
  for (std::size_t i = 0; i < ticks.size(); ++i) {
    const tables::Decimal value = decimal_of(ticks[i]);
    const bool last = i + 1 == ticks.size();
    labels.push_back(set_tick(sheet, last ? short_value(value, unit, speech) : bare_value(value, unit, speech)));
  }
  return labels;
}

}  // namespace

Plot plot_of(double width, const definition::Theme& theme) {
  const double side = theme.page.span_width(theme.side_span).in_mm(), gutter = theme.page.gutter.in_mm();
  const double label = side > 0 && width - side - gutter >= least_plot ? side : std::max(width * 0.4 - gutter, 0.0);
  const double left = std::min(label + gutter, width);
  return {label, left, std::max(width - right_margin, left)};
}

double text_height(const definition::Theme& theme, double share) { return max(theme.page.live_height(), {}).in_mm() * share; }

RowHeights heights_of(Kind kind) {
  if (kind == Kind::rank_dumbbell) return {0.75, 12.5, 5.5};
  if (kind == Kind::pairs) return {7.5, 10, 5};
  return {7.5, 12.5, 3.75};
}

RowHeights fitted_heights(Kind kind, std::size_t rows, double height) {
  RowHeights heights = heights_of(kind);
  const double room = height - heights.head - heights.foot;
  heights.pitch = std::max(room / static_cast<double>(std::max<std::size_t>(rows, 1)), 0.0);
  return heights;
}

double columns_height(double plot) { return plot + 13.5; }

void add_row_label(Sheet& sheet, const Row& row, const RowLabel& place) {
  const double left = row.indented ? std::min(indent, place.measure) : 0;
  const double lines = std::clamp(place.pitch / leading_of(sheet, "chart-label"), 1.0, most_label_lines);
  place_lines(sheet, label_lines(sheet, row.label, "chart-label", place.measure - left, static_cast<std::size_t>(lines), row.label_printed), "chart-label", left, place.middle);
}

void add_value_grid(Sheet& sheet, const Plan& plan, const Axis& axis, double top, double bottom) {
  const std::vector<double> ticks = ticks_of({plan.minimum, plan.maximum, plan.step});
  const std::vector<SetLabel> labels = tick_labels(sheet, plan, ticks);
  const auto spot = [&](std::size_t i) {
    return Spot{kept_between(labels[i], axis.at(ticks[i]), Anchor::centre, 0, sheet.width()), top - 1.1};
  };
  const LabelBox last = box_of(labels.back(), spot(ticks.size() - 1), Anchor::centre);
  LabelBox before;
  for (std::size_t i = 0; i < ticks.size(); ++i) {
    const bool zero = ticks[i] == 0;
    const double x = axis.at(ticks[i]);
    add_line(sheet, Layer::grid, {x, top}, {x, bottom}, sheet.ink(zero ? "grey" : "hairline"), zero ? measure::axis_pt : measure::grid_pt);
    // Long numbers that would meet are left out, never the last one, which has the unit's sign.
    constexpr double apart = 1.5;
    const LabelBox box = box_of(labels[i], spot(i), Anchor::centre);
    if (i + 1 < ticks.size() && (overlap(box, last, apart) || (i > 0 && overlap(box, before, apart)))) continue;
    before = place(sheet, labels[i], spot(i), Anchor::centre);
  }
}

ValueLabels value_labels(Sheet& sheet, const Plan& plan, const Row& row) {
  const Speech speech = speech_of(sheet);
  const auto text = [&](const Row::Point& point, int usual, std::string value) {
    if (point.year == usual) return value;
    return definition::fill(speech.words("chart.mark.other-year"), {{"year", year_text(point.year)}, {"value", value}});
  };
  const Row::Point& current = current_of(row);
  const std::string value = text(current, usual_current_year(plan.input.rows), short_value(current.value, row.unit, speech));
  ValueLabels labels{std::nullopt, set_label(sheet, value, "chart-value", current.printed)};
  const Row::Point* before = before_of(row);
  if (!before || before->value == current.value) return labels;
  const std::string earlier = text(*before, usual_before_year(plan.input.rows), bare_value(before->value, row.unit, speech));
  labels.before = set_label(sheet, earlier, "chart-before", before->printed);
  return labels;
}

void place_beside(Sheet& sheet, const SetLabel& label, Spot mark, const Beside& beside) {
  const double baseline = mark.y + label.cap / 2, start = beside.at_left ? mark.x - beside.gap : mark.x + beside.gap;
  if (beside.at_left && start - label.width < beside.left_limit) {
    const double x = kept_between(label, mark.x, Anchor::centre, beside.left_limit, sheet.width());
    place_on_ground(sheet, label, {x, mark.y - beside.gap}, Anchor::centre);
  } else {
    place_on_ground(sheet, label, {start, baseline}, beside.at_left ? Anchor::right : Anchor::left);
  }
}

void add_values(Sheet& sheet, const ValueLabels& labels, const ValuePlaces& places) {
  const double baseline = places.y + labels.current.cap / 2;
  if (!labels.before || !places.before) {
    const bool ringed = places.before.has_value();
    place_on_ground(sheet, labels.current, {places.current + (ringed ? places.wide_gap : places.gap), baseline}, Anchor::left);
    return;
  }
  const bool current_left = places.current < *places.before;
  place_beside(sheet, labels.current, {places.current, places.y}, {places.gap, current_left, places.left_limit});
  place_beside(sheet, *labels.before, {*places.before, places.y}, {places.gap, !current_left, places.left_limit});
}

double right_end(const Sheet& sheet, const Plot& plot, const std::vector<RightLabel>& labels) {
  double end = plot.right;
  for (const RightLabel& label : labels) {
    if (label.share > 0) end = std::min(end, plot.left + (sheet.width() - label.gap - label.width - plot.left) / label.share);
  }
  return std::max(end, plot.left);
}

}  // namespace tilstand::chart
