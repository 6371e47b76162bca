// SPDX-License-Identifier: Apache-2.0
#include "graph/geography.hpp"

#include <algorithm>
#include <cmath>

#include "graph/plan_parts.hpp"
#include "graph/projection.hpp"

namespace tilstand::graph {
namespace {

using drawing::Spot;

constexpr double finest = 1.0 / 5000;  // of the longer side: 0.04 mm on a page
constexpr std::size_t most_points = 60000;

/// Moves and scales all outlines into the box.
void fit(Geography& geography) {
  double left = 1e300, right = -1e300, top = 1e300, bottom = -1e300;
  for (const MapShape& shape : geography.shapes)
    for (const Outline& outline : shape.outlines)
      for (const Spot& spot : outline) {
        left = std::min(left, spot.x), right = std::max(right, spot.x);
        top = std::min(top, spot.y), bottom = std::max(bottom, spot.y);
      }
  const double longest = std::max({right - left, bottom - top, 1e-9});
  geography.width = (right - left) / longest, geography.height = (bottom - top) / longest;
  for (MapShape& shape : geography.shapes)
    for (Outline& outline : shape.outlines)
      for (Spot& spot : outline) spot = {(spot.x - left) / longest, (spot.y - top) / longest};
}

/// Leaves out islets too small to see, but never a shape's largest.
void drop_islets(MapShape& shape) {
  const auto size = [](const Outline& outline) { return std::abs(doubled_area(outline)); };
  if (shape.outlines.empty()) return;
  const auto largest = std::max_element(shape.outlines.begin(), shape.outlines.end(), [&](const Outline& a, const Outline& b) { return size(a) < size(b); });
  std::iter_swap(shape.outlines.begin(), largest);
  const auto hidden = [&](const Outline& outline) { return size(outline) < finest * finest * 2; };
  shape.outlines.erase(std::remove_if(shape.outlines.begin() + 1, shape.outlines.end(), hidden), shape.outlines.end());
}

}  // namespace

Geography survey(std::vector<tables::GeoShape> shapes, std::optional<definition::GraphProjection> wanted) {
  const double middle = unroll(shapes);
  const Projection projection = fitting(shapes, middle, wanted);
  Geography geography;
  for (tables::GeoShape& shape : shapes) {
    MapShape made{std::move(shape.key), std::move(shape.name), {}, {}};
    for (tables::Ring& ring : shape.rings) {
      Outline outline;
      for (const tables::GeoPoint& point : ring) {
        const Spot spot = projection.of(point);
        outline.push_back({spot.x, -spot.y});
      }
      ring = {};
      made.outlines.push_back(std::move(outline));
    }
    geography.shapes.push_back(std::move(made));
  }
  fit(geography);
  std::vector<Outline*> all;
  for (MapShape& shape : geography.shapes) {
    drop_islets(shape);
    for (Outline& outline : shape.outlines) all.push_back(&outline);
  }
  simplify(all, finest * finest / 2, most_points);
  return geography;
}

std::size_t Geography::class_of(double value) const {
  const auto inner = std::upper_bound(ends.begin() + 1, ends.end() - 1, value);
  return static_cast<std::size_t>(inner - ends.begin()) - 1;
}

std::vector<double> class_ends(std::vector<double> values, const Classes& classes, int decimals) {
  std::sort(values.begin(), values.end());
  const double power = std::pow(10, decimals), low = std::floor(values.front() * power + 1e-9) / power, high = std::ceil(values.back() * power - 1e-9) / power;
  std::vector<double> ends{low};
  const auto count = static_cast<double>(classes.count);
  if (classes.kind == definition::GraphClassing::breaks) {
    ends = classes.breaks;
    ends.insert(ends.begin(), std::min(low, classes.breaks.front()));
    ends.push_back(std::max(high, classes.breaks.back()));
  } else {
    for (int i = 1; i < classes.count; ++i) {
      const double end = classes.kind == definition::GraphClassing::equal ? low + (high - low) * i / count : quantile(values, i / count);
      ends.push_back(std::round(end * power) / power);
    }
    ends.push_back(high);
  }
  ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
  if (ends.size() == 1) ends.push_back(ends.front());  // all values are equal
  return ends;
}

}  // namespace tilstand::graph
