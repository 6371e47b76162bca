// SPDX-License-Identifier: Apache-2.0
#include "chart/plot.hpp"

#include <algorithm>
#include <array>

namespace tilstand::chart {
namespace {

constexpr double least_plot = 45, right_margin = 7, indent = 3, most_label_lines = 3;

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
  place_lines(sheet, label_lines(sheet, row.label, "chart-label", place.measure - left, static_cast<std::size_t>(lines)), "chart-label", left, place.middle);
}

void add_value_grid(Sheet& sheet, const Plan& plan, const Axis& axis, double top, double bottom) {
  const data::Unit unit = plan.input.rows.front().unit;
  const std::vector<double> ticks = ticks_of({plan.minimum, plan.maximum, plan.step});
  const Speech speech = sheet.speech();
  for (std::size_t i = 0; i < ticks.size(); ++i) {
    const bool zero = ticks[i] == 0, last = i + 1 == ticks.size();
    const double x = axis.at(ticks[i]);
    add_line(sheet, Layer::grid, {x, top}, {x, bottom}, sheet.ink(zero ? "grey" : "hairline"), zero ? measure::axis_pt : measure::grid_pt);
    const data::Decimal value = decimal_of(ticks[i]);
    const SetLabel label = set_label(sheet, last ? short_value(value, unit, speech) : bare_value(value, unit, speech), "tick");
    place(sheet, label, {kept_between(label, x, Anchor::centre, 0, sheet.width()), top - 1.1}, Anchor::centre);
  }
}

ValueLabels value_labels(Sheet& sheet, const Plan& plan, const Row& row) {
  const Speech speech = sheet.speech();
  const auto text = [&](const Row::Point& point, int usual, std::string value) {
    if (point.year == usual) return value;
    return definition::fill(speech.words("chart.mark.other-year"), {{"year", year_text(point.year)}, {"value", value}});
  };
  const Row::Point& current = current_of(row);
  const std::string value = text(current, usual_current_year(plan.input.rows), short_value(current.value, row.unit, speech));
  ValueLabels labels{std::nullopt, set_label(sheet, value, "chart-value", row.figure)};
  const Row::Point* before = before_of(row);
  if (!before || before->value == current.value) return labels;
  const std::string earlier = text(*before, usual_before_year(plan.input.rows), bare_value(before->value, row.unit, speech));
  labels.before = set_label(sheet, earlier, "chart-before", row.figure);
  return labels;
}

void add_values(Sheet& sheet, const ValueLabels& labels, const ValuePlaces& places) {
  const double baseline = places.y + labels.current.cap / 2;
  const auto put = [&](const SetLabel& label, double x, bool at_left) {
    const double start = at_left ? x - places.gap : x + places.gap;
    const Anchor anchor = at_left ? Anchor::right : Anchor::left;
    if (at_left && start - label.width < places.left_limit) {
      place_on_ground(sheet, label, {kept_between(label, x, Anchor::centre, places.left_limit, sheet.width()), places.y - places.gap}, Anchor::centre);
    } else {
      place_on_ground(sheet, label, {start, baseline}, anchor);
    }
  };
  if (!labels.before || !places.before) {
    const bool ringed = places.before.has_value();
    place_on_ground(sheet, labels.current, {places.current + (ringed ? places.wide_gap : places.gap), baseline}, Anchor::left);
    return;
  }
  const bool current_left = places.current < *places.before;
  put(labels.current, places.current, current_left);
  put(*labels.before, *places.before, !current_left);
}

double right_end(const Sheet& sheet, const Plot& plot, const std::vector<RightLabel>& labels) {
  double end = plot.right;
  for (const RightLabel& label : labels) {
    if (label.share > 0) end = std::min(end, plot.left + (sheet.width() - label.gap - label.width - plot.left) / label.share);
  }
  return std::max(end, plot.left);
}

}  // namespace tilstand::chart
