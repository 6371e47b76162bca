// SPDX-License-Identifier: Apache-2.0
#include "graph/icons.hpp"

#include <cmath>
#include <iterator>
#include <numbers>
#include <vector>

namespace tilstand::graph {
namespace {

using definition::GraphMark;
using drawing::Spot;
using Polygon = std::vector<Spot>;

/// Part of a circle round (x, y), from one angle to another in turns, clockwise from the right.
void add_arc(Polygon& polygon, double x, double y, double radius, double from, double to) {
  const int steps = std::max(2, static_cast<int>(std::ceil(std::abs(to - from) * 32)));
  for (int i = 0; i <= steps; ++i) {
    const double angle = 2 * std::numbers::pi * (from + (to - from) * i / steps);
    polygon.push_back({x + radius * std::cos(angle), y + radius * std::sin(angle)});
  }
}

Polygon disc(double x, double y, double radius) {
  Polygon polygon;
  add_arc(polygon, x, y, radius, 0, 31.0 / 32);
  return polygon;
}

/// Head, and a body with round shoulders.
std::vector<Polygon> person() {
  Polygon body;
  add_arc(body, 0.36, 0.52, 0.14, 0.5, 0.75);
  add_arc(body, 0.64, 0.52, 0.14, 0.75, 1);
  for (const Spot& spot : {Spot{0.78, 0.72}, Spot{0.67, 0.72}, Spot{0.64, 1}, Spot{0.36, 1}, Spot{0.33, 0.72}, Spot{0.22, 0.72}}) body.push_back(spot);
  return {disc(0.5, 0.17, 0.16), body};
}

/// Outlines in a square of side 1.
std::vector<Polygon> outlines(GraphMark mark) {
  switch (mark) {
    case GraphMark::disc: return {disc(0.5, 0.5, 0.5)};
    case GraphMark::diamond: return {{{0.5, 0}, {1, 0.5}, {0.5, 1}, {0, 0.5}}};
    case GraphMark::person: return person();
    case GraphMark::house: return {{{0.5, 0.02}, {1, 0.48}, {0.86, 0.48}, {0.86, 1}, {0.58, 1}, {0.58, 0.68}, {0.42, 0.68}, {0.42, 1}, {0.14, 1}, {0.14, 0.48}, {0, 0.48}}};
    case GraphMark::page: return {{{0.14, 0}, {0.6, 0}, {0.6, 0.26}, {0.86, 0.26}, {0.86, 1}, {0.14, 1}}, {{0.67, 0}, {0.86, 0.19}, {0.67, 0.19}}};
    case GraphMark::square: break;
  }
  return {{{0, 0}, {1, 0}, {1, 1}, {0, 1}}};
}

/// What of a polygon lies left of x (Sutherland and Hodgman, 1974).
Polygon left_of(const Polygon& polygon, double x) {
  Polygon kept;
  for (std::size_t i = 0; i < polygon.size(); ++i) {
    const Spot &a = polygon[i], &b = polygon[(i + 1) % polygon.size()];
    if (a.x <= x) kept.push_back(a);
    if ((a.x <= x) != (b.x <= x)) kept.push_back({x, a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x)});
  }
  return kept;
}

}  // namespace

Path icon(drawing::PathBuilder& paths, GraphMark mark, Spot corner, double side, double share) {
  Path path;
  if (share <= 0) return path;
  for (Polygon polygon : outlines(mark)) {
    if (share < 1) polygon = left_of(polygon, share);
    if (polygon.size() < 3) continue;
    for (Spot& spot : polygon) spot = {corner.x + spot.x * side, corner.y + spot.y * side};
    Path part = paths.polygon(polygon);
    std::move(part.steps.begin(), part.steps.end(), std::back_inserter(path.steps));
  }
  return path;
}

}  // namespace tilstand::graph
