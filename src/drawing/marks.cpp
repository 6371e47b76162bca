// SPDX-License-Identifier: Apache-2.0
#include "drawing/marks.hpp"

namespace tilstand::drawing {
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

}  // namespace tilstand::drawing
