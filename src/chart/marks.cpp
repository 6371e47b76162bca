// SPDX-License-Identifier: Apache-2.0
#include "chart/marks.hpp"

#include <cmath>

namespace tilstand::chart {

Ink ink_of(const Sheet& sheet, const Row& row) {
  if (!before_of(row)) return sheet.ink("grey");
  return sheet.ink(row.trend.judgement == data::Judgement::negative ? "accent" : "structure");
}

void add_change(Sheet& sheet, const ChangeMarks& marks, Ink ink) {
  const Spot at{marks.current, marks.y};
  if (!marks.before) return add_diamond(sheet, at, marks.radius * 1.16, ink);
  if (*marks.before == marks.current) {
    add_ring(sheet, at, marks.radius * 1.475, sheet.ink("water"));
  } else {
    add_line(sheet, Layer::line, {*marks.before, marks.y}, at, ink, marks.bar_pt);
    add_ring(sheet, {*marks.before, marks.y}, marks.radius, sheet.ink("water"));
    // Values so near that the marks overlap: a seam of ground keeps the two outlines apart.
    constexpr double seam = 0.35;
    const double distance = std::abs(*marks.before - marks.current);
    if (distance < 2 * marks.radius + seam) add_disc(sheet, at, marks.radius + seam, sheet.ground());
  }
  add_disc(sheet, at, marks.radius, ink);
}

}  // namespace tilstand::chart
