// SPDX-License-Identifier: Apache-2.0
#include "chart/pen.hpp"
#include "chart/scale.hpp"
#include "chart/values.hpp"

namespace tilstand::chart {
namespace {

constexpr double pitch = 12.5, top = 7.5, mark = 3.8, unchanged = 5.6, gap = 3.1, baseline_drop = 1.1;

const char* judged(const Row& row) { return row.trend.judgement == data::Judgement::negative ? "accent" : "structure"; }

void grid(Pen& pen, const Plan& plan, const Axis& axis, double bottom) {
  const Speech speech{pen.context().words, pen.context().forms};
  const data::Unit unit = plan.input.rows.front().unit;
  for (const double tick : ticks_of({plan.minimum, plan.maximum, plan.step})) {
    const double x = axis.at(tick);
    const bool zero = tick == plan.minimum, last = tick + plan.step > plan.maximum;
    pen.line(x, top - 1.5, x, bottom, zero ? 0.6 : 0.3, zero ? "grey" : "hairline");
    pen.label(x, top - 2.6, last ? short_value(decimal_of(tick), unit, speech) : bare_value(decimal_of(tick), unit, speech), "tick", Pen::At::centre);
  }
}

void places(Pen& pen, const Plan& plan, const Axis& axis, double y) {
  for (double place = plan.minimum; place <= plan.maximum && place < plan.minimum + 400; ++place)
    pen.line(axis.at(place), y - 1.3, axis.at(place), y + 1.3, 0.45, "water");
}

/// Earlier value as a ring, current one as a disc, the way between them as a bar; values on the outer sides.
void change(Pen& pen, const Row& row, const Axis& axis, double y, const Speech& speech) {
  const double now = axis.at(number_of(current_of(row).value));
  const std::string value = short_value(current_of(row).value, row.unit, speech);
  const Row::Point* before = before_of(row);
  if (before == nullptr) {
    pen.diamond(now, y, 4.4, "grey");
    return pen.label(now + gap + 1, y + baseline_drop, value, "chart-value", Pen::At::left, true);
  }
  const double then = axis.at(number_of(before->value));
  if (then == now) {
    pen.ring(now, y, unchanged, 1, "water");
    pen.disc(now, y, mark, "structure");
    return pen.label(now + gap + 1, y + baseline_drop, value, "chart-value", Pen::At::left, true);
  }
  const bool right = now > then;
  pen.label(now + (right ? gap : -gap), y + baseline_drop, value, "chart-value", right ? Pen::At::left : Pen::At::right, true);
  pen.label(then + (right ? -gap : gap), y + baseline_drop, bare_value(before->value, row.unit, speech), "chart-before", right ? Pen::At::right : Pen::At::left, true);
  pen.line(then, y, now, y, 1.8, judged(row));
  pen.ring(then, y, mark, 1, "water");
  pen.disc(now, y, mark, judged(row));
}

void pair(Pen& pen, const Row& a, const Row& b, const Axis& axis, double y, const Speech& speech) {
  const double first = axis.at(number_of(current_of(a).value)), second = axis.at(number_of(current_of(b).value));
  const bool right = first >= second;
  pen.line(second, y, first, y, 0.6, "water");
  pen.box(second - 1.35, y - 1.35, 2.7, 2.7, "water");
  pen.disc(first, y, 3, "structure");
  pen.label(first + (right ? 2.8 : -2.8), y + baseline_drop, short_value(current_of(a).value, a.unit, speech), "chart-value", right ? Pen::At::left : Pen::At::right, true);
  pen.label(second + (right ? -2.8 : 2.8), y + baseline_drop, short_value(current_of(b).value, b.unit, speech), "chart-before", right ? Pen::At::right : Pen::At::left, true);
}

}  // namespace

void draw_rows(Pen& pen, const Plan& plan) {
  const std::vector<Row>& rows = plan.input.rows;
  const Speech speech{pen.context().words, pen.context().forms};
  const bool ranks = plan.input.kind == Kind::rank_dumbbell, pairs = plan.input.kind == Kind::pairs;
  const double left = plot_left(pen.context().theme), step = pairs ? 2 : 1;
  const Axis axis(plan.minimum, plan.maximum, left, pen.width() - 7);
  const double count = static_cast<double>(rows.size()) / step;
  if (!ranks) grid(pen, plan, axis, top + count * pitch);
  double y = (ranks ? 0.75 : top) + pitch / 2;
  for (std::size_t i = 0; i + static_cast<std::size_t>(step) <= rows.size(); i += static_cast<std::size_t>(step), y += pitch) {
    const double indent = rows[i].indented ? 3 : 0;
    pen.side_label(indent, y, left - 9 - indent, rows[i].label, "chart-label");
    if (ranks) places(pen, plan, axis, y);
    if (pairs) pair(pen, rows[i], rows[i + 1], axis, y, speech);
    else change(pen, rows[i], axis, y, speech);
  }
  if (!ranks) return;
  pen.label(axis.at(plan.minimum), y, bare_value(decimal_of(plan.minimum), rows.front().unit, speech), "tick", Pen::At::centre);
  pen.label(axis.at(plan.maximum), y, bare_value(decimal_of(plan.maximum), rows.front().unit, speech), "tick", Pen::At::centre);
}

}  // namespace tilstand::chart
