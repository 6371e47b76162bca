// SPDX-License-Identifier: Apache-2.0
#include "chart/marks.hpp"

#include <cmath>

namespace tilstand::chart {
namespace {

double in_mm(double points) { return points * 25.4 / 72; }

}  // namespace

void add_disc(Sheet& sheet, Spot at, double radius, Ink ink) { sheet.fill(Layer::mark, sheet.paths().circle(at, radius), ink); }

void add_ring(Sheet& sheet, Spot at, double radius, Ink ink) {
  const double inset = in_mm(measure::ring_pt) / 2;
  sheet.add(Layer::mark, {sheet.paths().circle(at, radius - inset), sheet.ground(), Stroke{ink, pt(measure::ring_pt)}});
}

void add_open_ring(Sheet& sheet, Spot at, double radius, Ink ink, double stroke_pt) {
  sheet.stroke(Layer::mark, sheet.paths().circle(at, radius - in_mm(stroke_pt) / 2), ink, stroke_pt);
}

void add_diamond(Sheet& sheet, Spot at, double radius, Ink ink) {
  const Path path = sheet.paths().polygon({{at.x, at.y - radius}, {at.x + radius, at.y}, {at.x, at.y + radius}, {at.x - radius, at.y}});
  sheet.fill(Layer::mark, path, ink);
}

void add_square(Sheet& sheet, Spot at, double half, Ink ink) {
  sheet.fill(Layer::mark, sheet.paths().box({at.x - half, at.y - half}, 2 * half, 2 * half), ink);
}

void add_line(Sheet& sheet, Layer layer, Spot from, Spot to, Ink ink, double stroke_pt) {
  sheet.stroke(layer, sheet.paths().line(from, to), ink, stroke_pt);
}

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
