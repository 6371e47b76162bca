// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "chart/pen.hpp"
#include "chart/scale.hpp"
#include "chart/values.hpp"

namespace tilstand::chart {
namespace {

void panel(Pen& pen, const Plan& plan, const Row& row, double left, double width, const Speech& speech) {
  const double head = 15, foot = pen.height() - 8;
  const Axis places(plan.minimum, plan.maximum, head, foot);
  pen.label(left, 4, row.label, "chart-value");
  pen.label(left, 8, row.note, "tick");
  for (const double tick : rank_ticks(plan.maximum, plan.step)) {
    const double y = places.at(tick);
    pen.line(left + 7, y, left + width, y, tick <= plan.minimum ? 0.6 : 0.3, tick <= plan.minimum ? "grey" : "hairline");
    pen.label(left + 4.5, y + 0.95, bare_value(decimal_of(tick), row.unit, speech), "tick", Pen::At::right);
  }
  const std::size_t count = row.points.size();
  const double pitch = count > 1 ? (width - 21) / static_cast<double>(count - 1) : 0;
  const auto x = [&](std::size_t i) { return left + 14 + pitch * static_cast<double>(i); };
  const auto y = [&](std::size_t i) { return places.at(number_of(row.points[i].value)); };
  for (std::size_t i = 0; i + 1 < count; ++i) pen.line(x(i), y(i), x(i + 1), y(i + 1), 1.4, i + 2 == count ? "structure" : "water");
  for (std::size_t i = 0; i < count; ++i) {
    const bool last = i + 1 == count, first = i == 0;
    const std::string value = bare_value(row.points[i].value, row.unit, speech);
    if (last) pen.label(x(i) + 3, y(i) + 1.1, value, "chart-value", Pen::At::left, true);
    else if (first) pen.label(x(i) - 2.8, y(i) + 1.1, value, "chart-before", Pen::At::right, true);
    else pen.label(x(i), y(i) - 3, value, "chart-before", Pen::At::centre, true);
    if (last) pen.disc(x(i), y(i), 3.6, "structure");
    else pen.ring(x(i), y(i), 3, 1, "water");
    pen.label(x(i), pen.height() - 1, year_text(row.points[i].year), "tick", Pen::At::centre);
  }
}

void rank_series(Pen& pen, const Plan& plan, const Speech& speech) {
  const auto count = static_cast<double>(std::max<std::size_t>(plan.input.rows.size(), 1));
  const double gutter = pen.context().theme.page.gutter.in_mm(), width = (pen.width() - gutter * (count - 1)) / count;
  double left = 0;
  for (const Row& row : plan.input.rows) {
    panel(pen, plan, row, left, width, speech);
    left += width + gutter;
  }
}

void columns(Pen& pen, const Plan& plan, const Speech& speech) {
  const Row& row = plan.input.rows.front();
  const double left = plot_left(pen.context().theme), base = pen.height() - 6;
  const Axis axis(plan.minimum, plan.maximum, base, 5);
  const auto count = static_cast<double>(row.points.size());
  const double pitch = count > 1 ? std::min(24.0, (pen.width() - left - 14.5) / (count - 1)) : 24, width = std::min(14.5, pitch * 0.6);
  double x = left;
  for (std::size_t i = 0; i < row.points.size(); ++i, x += pitch) {
    const bool last = i + 1 == row.points.size();
    const double top = axis.at(number_of(row.points[i].value));
    pen.box(x, top, width, base - top, last ? "structure" : "water");
    pen.label(x + width / 2, top - 1.6, bare_value(row.points[i].value, row.unit, speech), last ? "chart-value" : "chart-before", Pen::At::centre);
    pen.label(x + width / 2, base + 4.2, year_text(row.points[i].year), "tick", Pen::At::centre);
    if (i == 0) continue;
    const data::Decimal growth = row.points[i].value - row.points[i - 1].value;
    pen.label(x - (pitch - width) / 2, base - 1.8, speech.forms.signed_number(growth.mantissa, growth.decimals), "tick", Pen::At::centre);
  }
  pen.line(left, base, pen.width(), base, 0.6, "grey");
}

/// Heights for labels on the right, at least a line apart, kept in order.
std::vector<double> apart(std::vector<std::pair<double, std::size_t>> wanted) {
  constexpr double step = 3.75;
  std::vector<double> result(wanted.size());
  std::sort(wanted.begin(), wanted.end());
  double least = -1e9;
  for (const auto& [y, index] : wanted) {
    result[index] = std::max(y, least);
    least = result[index] + step;
  }
  return result;
}

void slope(Pen& pen, const Plan& plan, const Speech& speech) {
  const double left = plot_left(pen.context().theme) + 9, right = left + 43, base = pen.height() - 3;
  const Axis axis(plan.minimum, plan.maximum, base, 9);
  pen.line(left, 6, left, base, 0.4, "hairline");
  pen.line(right, 6, right, base, 0.4, "hairline");
  if (plan.years.size() > 1) pen.label(left, 4.2, year_text(plan.years.front()), "tick", Pen::At::centre);
  if (!plan.years.empty()) pen.label(right, 4.2, year_text(plan.years.back()), "tick", Pen::At::centre);
  std::vector<std::pair<double, std::size_t>> wanted;
  for (const Row& row : plan.input.rows) wanted.emplace_back(axis.at(number_of(current_of(row).value)), wanted.size());
  const std::vector<double> heights = apart(wanted);
  for (std::size_t i = 0; i < plan.input.rows.size(); ++i) {
    const Row& row = plan.input.rows[i];
    const char* role = row.trend.judgement == data::Judgement::negative ? "accent" : "structure";
    const double now = axis.at(number_of(current_of(row).value));
    if (const Row::Point* before = before_of(row)) {
      const double then = axis.at(number_of(before->value));
      pen.line(left, then, right, now, 1.4, role);
      pen.ring(left, then, 3, 1, "water");
      pen.disc(right, now, 3, role);
      pen.label(left - 2.8, then + 0.95, bare_value(before->value, row.unit, speech), "chart-before", Pen::At::right);
    } else {
      pen.diamond(right, now, 4, "grey");
    }
    pen.label(right + 3, heights[i] + 0.95, short_value(current_of(row).value, row.unit, speech), "chart-value");
    pen.label(right + 13, heights[i] + 0.95, row.label, "chart-label");
  }
}

}  // namespace

void draw_series(Pen& pen, const Plan& plan) {
  const Speech speech{pen.context().words, pen.context().forms};
  if (plan.input.kind == Kind::rank_series) rank_series(pen, plan, speech);
  if (plan.input.kind == Kind::columns) columns(pen, plan, speech);
  if (plan.input.kind == Kind::slope) slope(pen, plan, speech);
}

}  // namespace tilstand::chart
