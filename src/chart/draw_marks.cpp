// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "chart/pen.hpp"
#include "chart/scale.hpp"
#include "chart/values.hpp"

namespace tilstand::chart {
namespace {

constexpr int discs_in_row = 5;

double diameter_of(const Plan& plan, double otherwise) { return plan.input.size ? plan.input.size->in_mm() : otherwise; }

/// The small axis under a tile's value.
void scale(Pen& pen, const Plan& plan, const Speech& speech) {
  if (plan.input.rows.empty()) return;
  const Row& row = plan.input.rows.front();
  const double y = 3, right = pen.width() - 1.5;
  const Axis axis(plan.minimum, plan.maximum, 1.5, right);
  const char* role = row.trend.judgement == data::Judgement::negative ? "accent" : "structure";
  if (row.unit == data::Unit::rank) {
    for (double place = plan.minimum; place <= plan.maximum && place < plan.minimum + 400; ++place) pen.line(axis.at(place), y - 0.9, axis.at(place), y + 0.9, 0.45, "water");
  } else {
    pen.line(1.5, y, right, y, 0.6, "water");
    for (const double end : {1.5, right}) pen.line(end, y - 0.9, end, y + 0.9, 0.6, "water");
  }
  const double now = axis.at(number_of(current_of(row).value));
  const Row::Point* before = before_of(row);
  const double then = before != nullptr ? axis.at(number_of(before->value)) : now;
  if (before == nullptr) {
    pen.diamond(now, y, 3.5, "grey");
  } else if (then == now) {
    pen.ring(now, y, 4.4, 1, "water");
  } else {
    pen.line(then, y, now, y, 1.4, role);
    pen.ring(then, y, 3, 1, "water");
  }
  if (before != nullptr) pen.disc(now, y, 3, then == now ? "structure" : role);
  pen.label(0.5, 8.2, bare_value(decimal_of(plan.minimum), row.unit, speech), "tick");
  pen.label(pen.width(), 8.2, short_value(decimal_of(plan.maximum), row.unit, speech), "tick", Pen::At::right);
}

void level_disc(Pen& pen, double x, double y, double diameter, bool filled, bool worst) {
  if (filled) pen.disc(x, y, diameter, worst ? "accent" : "structure");
  else pen.ring(x, y, diameter, diameter > 10 ? 0.8 : 0.6, diameter > 10 ? "hairline" : "water");
}

void status(Pen& pen, const Plan& plan) {
  const double diameter = diameter_of(plan, 4.8), pitch = diameter * 1.35;
  for (std::size_t i = 0; i < plan.input.levels.size(); ++i)
    level_disc(pen, diameter / 2 + pitch * static_cast<double>(i), pen.height() / 2, diameter, plan.input.level == static_cast<int>(i), i == 0);
}

void counts(Pen& pen, const Plan& plan) {
  const bool named = !plan.input.names.empty();
  const double diameter = diameter_of(plan, named ? 10 : 5.6), pitch = named ? diameter + 4 : diameter + 1.9;
  const double left = named ? std::min(plot_left(pen.context().theme), pen.width() / 2) : 0;
  for (int i = 0; i < std::min(plan.input.total, 1000); ++i) {
    const double x = left + diameter / 2 + (named ? 0 : pitch * (i % discs_in_row)), y = diameter / 2 + pitch * (named ? i : i / discs_in_row);
    level_disc(pen, x, y, diameter, i < plan.input.count, false);
    if (named && static_cast<std::size_t>(i) < plan.input.names.size()) pen.label(x + diameter, y + 1.9, plan.input.names[static_cast<std::size_t>(i)], "status-word");
    if (named && i == plan.input.count) pen.label(x + diameter, y + 1.2, plan.input.rest, "chart-label");
  }
}

void matrix(Pen& pen, const Plan& plan) {
  const double diameter = diameter_of(plan, 24), pitch = diameter + pen.context().theme.page.gutter.in_mm();
  const std::size_t levels = plan.input.levels.size();
  double x = diameter / 2;
  for (const Input::MatrixColumn& column : plan.input.matrix) {
    for (std::size_t level = 0; level < levels; ++level)
      level_disc(pen, x, diameter / 2 + pitch * static_cast<double>(levels - 1 - level), diameter, column.level == static_cast<int>(level), level == 0);
    pen.label(x, pitch * static_cast<double>(levels) + 3, column.label, "chart-label", Pen::At::centre);
    x += pitch;
  }
}

}  // namespace

void draw_marks(Pen& pen, const Plan& plan) {
  const Speech speech{pen.context().words, pen.context().forms};
  if (plan.input.kind == Kind::scale) scale(pen, plan, speech);
  if (plan.input.kind == Kind::status) status(pen, plan);
  if (plan.input.kind == Kind::counts) counts(pen, plan);
  if (plan.input.kind == Kind::matrix) matrix(pen, plan);
}

}  // namespace tilstand::chart
