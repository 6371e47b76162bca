// SPDX-License-Identifier: Apache-2.0
#include "drawing/patterns.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "drawing/marks.hpp"

namespace tilstand::drawing {
namespace {

using Polygon = std::vector<Spot>;

constexpr double stripe_pitch = 1.3, stripe_width = 0.36, dot_pitch = 1.25, dot_radius = 0.3, rim = 0.12;
constexpr int curve_legs = 8;
constexpr std::size_t most_stripes = 2000;

Spot spot_of(Point at) { return {at.x.in_mm(), at.y.in_mm()}; }

Spot on_curve(Spot a, Spot b, Spot c, Spot d, double t) {
  const double u = 1 - t, w[] = {u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t};
  return {w[0] * a.x + w[1] * b.x + w[2] * c.x + w[3] * d.x, w[0] * a.y + w[1] * b.y + w[2] * c.y + w[3] * d.y};
}

/// The outline's sub-paths with straight legs only.
std::vector<Polygon> polygons_of(const Path& outline) {
  std::vector<Polygon> polygons;
  for (const PathStep& step : outline.steps) {
    if (step.verb == PathVerb::move) polygons.emplace_back();
    if (polygons.empty() || step.verb == PathVerb::close) continue;
    Polygon& last = polygons.back();
    if (step.verb == PathVerb::curve && !last.empty()) {
      const Spot from = last.back();
      for (int i = 1; i <= curve_legs; ++i) last.push_back(on_curve(from, spot_of(step.control1), spot_of(step.control2), spot_of(step.to), static_cast<double>(i) / curve_legs));
    } else {
      last.push_back(spot_of(step.to));
    }
  }
  return polygons;
}

/// The half-plane of all spots whose distance along the unit vector is at least `least` (or, turned, at most).
struct Half {
  Spot along;
  double least = 0;
  double inside(Spot at) const { return at.x * along.x + at.y * along.y - least; }
};

/// The part of a polygon in a half-plane (Sutherland and Hodgman 1974); of one with dents, parts hang together by edges
/// without area.
Polygon cut(const Polygon& polygon, const Half& half) {
  Polygon kept;
  for (std::size_t i = 0; i < polygon.size(); ++i) {
    const Spot from = polygon[i], to = polygon[(i + 1) % polygon.size()];
    const double a = half.inside(from), b = half.inside(to);
    if (a >= 0) kept.push_back(from);
    if ((a >= 0) == (b >= 0)) continue;
    const double share = a / (a - b);
    kept.push_back({from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share});
  }
  return kept;
}

void append(Path& path, Path more) { path.steps.insert(path.steps.end(), more.steps.begin(), more.steps.end()); }

/// Stripes at an angle to the horizontal, in degrees, counted upwards.
void add_stripes(Sheet& sheet, Path& path, const Polygon& polygon, double angle) {
  if (polygon.size() < 3) return;
  const double turn = angle * std::numbers::pi / 180;
  const Spot along{std::sin(turn), std::cos(turn)};
  double low = 1e9, high = -1e9;
  for (const Spot& spot : polygon) {
    const double at = spot.x * along.x + spot.y * along.y;
    low = std::min(low, at), high = std::max(high, at);
  }
  const double first = std::ceil((low - stripe_width) / stripe_pitch);
  for (std::size_t i = 0; i < most_stripes; ++i) {
    const double middle = (first + static_cast<double>(i)) * stripe_pitch;
    if (middle - stripe_width / 2 > high) return;
    const Polygon above = cut(polygon, {along, middle - stripe_width / 2});
    const Polygon stripe = cut(above, {{-along.x, -along.y}, -(middle + stripe_width / 2)});
    if (stripe.size() > 2) append(path, sheet.paths().polygon(stripe));
  }
}

double distance_to(Spot at, Spot a, Spot b) {
  const double x = b.x - a.x, y = b.y - a.y, length = x * x + y * y;
  const double share = length > 0 ? std::clamp(((at.x - a.x) * x + (at.y - a.y) * y) / length, 0.0, 1.0) : 0;
  return std::hypot(at.x - a.x - x * share, at.y - a.y - y * share);
}

/// True when a dot stands wholly inside (even-odd rule).
bool holds(const Polygon& polygon, Spot at) {
  bool inside = false;
  for (std::size_t i = 0; i < polygon.size(); ++i) {
    const Spot a = polygon[i], b = polygon[(i + 1) % polygon.size()];
    if (distance_to(at, a, b) < dot_radius + rim) return false;
    if ((a.y > at.y) != (b.y > at.y) && at.x < a.x + (at.y - a.y) / (b.y - a.y) * (b.x - a.x)) inside = !inside;
  }
  return inside;
}

void add_dots(Sheet& sheet, Path& path, const Polygon& polygon) {
  if (polygon.size() < 3) return;
  const auto [left, right] = std::minmax_element(polygon.begin(), polygon.end(), [](Spot a, Spot b) { return a.x < b.x; });
  const auto [top, bottom] = std::minmax_element(polygon.begin(), polygon.end(), [](Spot a, Spot b) { return a.y < b.y; });
  const double down = dot_pitch * 0.866;  // rows of a triangular grid
  for (double row = std::ceil(top->y / down); row * down < bottom->y; ++row) {
    const double shift = std::fmod(std::abs(row), 2) * 0.5;
    for (double column = std::ceil(left->x / dot_pitch) - 1; (column + shift) * dot_pitch < right->x; ++column) {
      const Spot at{(column + shift) * dot_pitch, row * down};
      if (holds(polygon, at)) append(path, sheet.paths().circle(at, dot_radius));
    }
  }
}

/// Lengths of a dash and the gap after it, in millimetres; a short third and its gap.
struct Dashes {
  double on = 0, off = 0, dot = 0;
};
constexpr Dashes dashes[] = {{0, 0, 0}, {2.4, 1.1, 0}, {0.6, 0.9, 0}, {2.4, 0.9, 0.6}, {4.5, 1.1, 0}, {1.2, 1.2, 0}, {4.5, 0.9, 0.6}};

/// Walks along legs and cuts what lies between two distances out of them.
Polygon stretch(const std::vector<Spot>& spots, const std::vector<double>& reached, double from, double to) {
  const auto at = [&](double distance) {
    const auto next = static_cast<std::size_t>(std::upper_bound(reached.begin(), reached.end(), distance) - reached.begin());
    const std::size_t i = std::clamp<std::size_t>(next, 1, spots.size() - 1);
    const double leg = reached[i] - reached[i - 1], share = leg > 0 ? std::clamp((distance - reached[i - 1]) / leg, 0.0, 1.0) : 0;
    return Spot{spots[i - 1].x + (spots[i].x - spots[i - 1].x) * share, spots[i - 1].y + (spots[i].y - spots[i - 1].y) * share};
  };
  Polygon part{at(from)};
  for (std::size_t i = 0; i < spots.size(); ++i)
    if (reached[i] > from && reached[i] < to) part.push_back(spots[i]);
  part.push_back(at(to));
  return part;
}

}  // namespace

Pattern pattern_of(std::size_t series) {
  constexpr Pattern order[] = {Pattern::none, Pattern::rising, Pattern::dots, Pattern::falling, Pattern::level, Pattern::upright, Pattern::crossed};
  return order[series % std::size(order)];
}

void fill_patterned(Sheet& sheet, const Path& outline, Ink ink, Pattern pattern) {
  sheet.fill(Layer::mark, outline, ink);
  Path over;
  for (const Polygon& polygon : polygons_of(outline)) {
    if (pattern == Pattern::rising || pattern == Pattern::crossed) add_stripes(sheet, over, polygon, 45);
    if (pattern == Pattern::falling || pattern == Pattern::crossed) add_stripes(sheet, over, polygon, -45);
    if (pattern == Pattern::level) add_stripes(sheet, over, polygon, 0);
    if (pattern == Pattern::upright) add_stripes(sheet, over, polygon, 90);
    if (pattern == Pattern::dots) add_dots(sheet, over, polygon);
  }
  if (!over.steps.empty()) sheet.fill(Layer::mark, std::move(over), sheet.ground());
}

void stroke_dashed(Sheet& sheet, const std::vector<Spot>& spots, Ink ink, double width_pt, std::size_t series) {
  const Dashes& dash = dashes[series % std::size(dashes)];
  if (spots.size() < 2) return;
  if (dash.on == 0) return sheet.stroke(Layer::line, sheet.paths().polyline(spots), ink, width_pt);
  std::vector<double> reached{0};
  for (std::size_t i = 1; i < spots.size(); ++i) reached.push_back(reached.back() + std::hypot(spots[i].x - spots[i - 1].x, spots[i].y - spots[i - 1].y));
  Path path;
  const double length = std::min(reached.back(), 4000.0);
  for (double at = 0; at < length;) {
    append(path, sheet.paths().polyline(stretch(spots, reached, at, std::min(at + dash.on, length))));
    at += dash.on + dash.off;
    if (dash.dot == 0 || at >= length) continue;
    append(path, sheet.paths().polyline(stretch(spots, reached, at, std::min(at + dash.dot, length))));
    at += dash.dot + dash.off;
  }
  sheet.stroke(Layer::line, std::move(path), ink, width_pt);
}

void add_marker(Sheet& sheet, Spot at, double radius, Ink ink, std::size_t series) {
  constexpr std::size_t forms = 4;
  const double half = radius * 0.886, tip = radius * 1.253;
  PathBuilder& paths = sheet.paths();
  Path outline;
  switch (series % forms) {
    case 0: outline = paths.circle(at, radius); break;
    case 1: outline = paths.box({at.x - half, at.y - half}, 2 * half, 2 * half); break;
    case 2: outline = paths.polygon({{at.x, at.y - tip}, {at.x + tip, at.y}, {at.x, at.y + tip}, {at.x - tip, at.y}}); break;
    default: outline = paths.polygon({{at.x, at.y - radius * 1.35}, {at.x + radius * 1.35, at.y + radius * 0.98}, {at.x - radius * 1.35, at.y + radius * 0.98}}); break;
  }
  if (series % (2 * forms) < forms) sheet.fill(Layer::mark, std::move(outline), ink);
  else sheet.add(Layer::mark, {std::move(outline), sheet.ground(), Stroke{ink, pt(measure::ring_pt)}});
}

}  // namespace tilstand::drawing
