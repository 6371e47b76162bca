// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "chart/marks.hpp"

namespace tilstand::chart {
namespace {

constexpr double outline_pt = 1, bar_share = 1.0 / 3;

/// Corners of the triangle that fills the box, moved in so that a stroke of `inset` to either side stays inside.
std::vector<Spot> triangle(double side, bool upwards, double inset) {
  const double radius = side / (1 + std::sqrt(5.0));  // of the inscribed circle: twice the area by the perimeter
  const Spot centre{side / 2, side - radius};
  const double share = std::max(1 - inset / radius, 0.1);
  std::vector<Spot> corners{{0, side}, {side / 2, 0}, {side, side}};
  for (Spot& corner : corners) {
    corner = {centre.x + (corner.x - centre.x) * share, centre.y + (corner.y - centre.y) * share};
    if (!upwards) corner.y = side - corner.y;
  }
  return corners;
}

}  // namespace

drawing::Drawing trend_mark(data::Trend trend, Length size, const drawing::Context& context) {
  Sheet sheet({size, size}, context);
  const double side = sheet.width();
  if (side <= 0 || trend.direction == data::Direction::none) return std::move(sheet).finish();
  if (trend.direction == data::Direction::flat) {
    const double height = side * bar_share;
    sheet.fill(Layer::mark, sheet.paths().box({0, (side - height) / 2}, side, height), sheet.ink("grey"));
    return std::move(sheet).finish();
  }
  const bool upwards = trend.direction == data::Direction::rising;
  if (trend.judgement == data::Judgement::negative) {
    sheet.fill(Layer::mark, sheet.paths().polygon(triangle(side, upwards, 0)), sheet.ink("accent"));
  } else {
    const Ink ink = sheet.ink(trend.judgement == data::Judgement::positive ? "structure" : "grey");
    sheet.stroke(Layer::mark, sheet.paths().polygon(triangle(side, upwards, pt(outline_pt).in_mm() / 2)), ink, outline_pt);
  }
  return std::move(sheet).finish();
}

}  // namespace tilstand::chart
