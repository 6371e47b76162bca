// SPDX-License-Identifier: Apache-2.0
#include "graph/projection.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace tilstand::graph {
namespace {

using definition::GraphProjection;
using drawing::Spot;
using tables::GeoPoint, tables::GeoShape, tables::Ring;

constexpr double degree = std::numbers::pi / 180;
constexpr double farthest = 80;  // degrees from the central meridian: beyond it a transverse Mercator runs away

/// Between -180 and 180.
double wrapped(double longitude) { return longitude - 360 * std::floor((longitude + 180) / 360); }

struct Extent {
  double west = 1e9, east = -1e9, south = 1e9, north = -1e9;
};

Extent extent_of(const std::vector<GeoShape>& shapes) {
  Extent extent;
  for (const GeoShape& shape : shapes)
    for (const Ring& ring : shape.rings)
      for (const GeoPoint& point : ring) {
        extent.west = std::min(extent.west, point.x), extent.east = std::max(extent.east, point.x);
        extent.south = std::min(extent.south, point.y), extent.north = std::max(extent.north, point.y);
      }
  return extent;
}

/// The degree in the middle of the widest stretch of longitudes that no edge crosses; opposite it is the map's middle.
double emptiest(const std::vector<GeoShape>& shapes) {
  std::array<int, 361> changes{};  // of the number of edges over each whole degree, from -180
  const auto cover = [&](int from, int to) { ++changes[static_cast<std::size_t>(from)], --changes[static_cast<std::size_t>(to) + 1]; };
  for (const GeoShape& shape : shapes)
    for (const Ring& ring : shape.rings)
      for (std::size_t i = 0; i < ring.size(); ++i) {
        const int a = std::min(359, static_cast<int>(wrapped(ring[i].x) + 180)), b = std::min(359, static_cast<int>(wrapped(ring[(i + 1) % ring.size()].x) + 180));
        const int low = std::min(a, b), high = std::max(a, b);
        if (high - low <= 180) cover(low, high);
        else cover(0, low), cover(high, 359);
      }
  std::array<bool, 360> full{};
  for (int i = 0, sum = 0; i < 360; ++i) sum += changes[static_cast<std::size_t>(i)], full[static_cast<std::size_t>(i)] = sum > 0;
  int best = 0, best_start = -1, run = 0;  // the widest stretch, round the circle
  for (int i = 0; i < 720; ++i) {
    run = full[static_cast<std::size_t>(i % 360)] ? 0 : run + 1;
    if (run > best) best = std::min(run, 360), best_start = i - run + 1;
  }
  return best_start < 0 ? 180 : wrapped(best_start + best / 2.0 - 180);
}

}  // namespace

double unroll(std::vector<GeoShape>& shapes) {
  const double cut = emptiest(shapes);
  const auto turned = [&](double longitude) { return cut + 360 + wrapped(longitude - cut - 180) - 180; };  // from the cut eastwards
  for (GeoShape& shape : shapes)
    for (Ring& ring : shape.rings) {
      for (std::size_t i = 0; i < ring.size(); ++i) {
        ring[i].x = turned(ring[i].x);
        if (i > 0) ring[i].x += 360 * std::round((ring[i - 1].x - ring[i].x) / 360);
      }
    }
  const Extent extent = extent_of(shapes);
  const double middle = (extent.west + extent.east) / 2, back = middle - wrapped(middle);
  for (GeoShape& shape : shapes)
    for (Ring& ring : shape.rings)
      for (GeoPoint& point : ring) point.x -= back;
  return middle - back;
}

Projection fitting(const std::vector<GeoShape>& shapes, double middle, std::optional<GraphProjection> wanted) {
  const Extent extent = extent_of(shapes);
  const double wide = extent.east - extent.west, latitude = (extent.south + extent.north) / 2;
  Projection found{wide <= 6 ? GraphProjection::transverse_mercator : wide <= 150 ? GraphProjection::equal_area : GraphProjection::equirectangular, middle, latitude};
  if (wanted) found.kind = *wanted;
  if (found.kind == GraphProjection::transverse_mercator) found.longitude = std::floor((middle + 180) / 6) * 6 - 177;
  if (found.kind == GraphProjection::equirectangular) found.latitude = std::max(std::abs(extent.south), std::abs(extent.north)) / 2;
  return found;
}

Spot transverse_mercator(const GeoPoint& point, double central, const Ellipsoid& earth) {
  const double n = earth.flattening / (2 - earth.flattening), n2 = n * n, n3 = n2 * n;
  const double radius = earth.radius / (1 + n) * (1 + n2 / 4 + n2 * n2 / 64), scale = 0.9996;
  const double alpha[] = {n / 2 - 2 * n2 / 3 + 5 * n3 / 16, 13 * n2 / 48 - 3 * n3 / 5, 61 * n3 / 240};
  const double sine = std::sin(std::clamp(point.y, -89.9999, 89.9999) * degree), east = std::clamp(point.x - central, -farthest, farthest) * degree;
  const double e = 2 * std::sqrt(n) / (1 + n), t = std::sinh(std::atanh(sine) - e * std::atanh(e * sine));
  const double xi = std::atan2(t, std::cos(east)), eta = std::atanh(std::sin(east) / std::sqrt(1 + t * t));
  Spot spot{eta, xi};
  for (int j = 1; j <= 3; ++j) {
    spot.x += alpha[j - 1] * std::cos(2 * j * xi) * std::sinh(2 * j * eta);
    spot.y += alpha[j - 1] * std::sin(2 * j * xi) * std::cosh(2 * j * eta);
  }
  return {scale * radius * spot.x, scale * radius * spot.y};
}

Spot equal_area(const GeoPoint& point, double longitude, double latitude, double radius) {
  const double east = (point.x - longitude) * degree, phi = point.y * degree, centre = latitude * degree;
  const double nearness = 1 + std::sin(centre) * std::sin(phi) + std::cos(centre) * std::cos(phi) * std::cos(east);
  const double k = radius * std::sqrt(2 / std::max(nearness, 1e-6));  // the point opposite the centre has no place
  return {k * std::cos(phi) * std::sin(east), k * (std::cos(centre) * std::sin(phi) - std::sin(centre) * std::cos(phi) * std::cos(east))};
}

Spot Projection::of(const GeoPoint& point, const Ellipsoid& earth) const {
  switch (kind) {
    case GraphProjection::transverse_mercator: return transverse_mercator(point, longitude, earth);
    case GraphProjection::equal_area: return equal_area(point, longitude, latitude, earth.radius);
    case GraphProjection::equirectangular: break;
  }
  return {earth.radius * (point.x - longitude) * degree * std::cos(latitude * degree), earth.radius * point.y * degree};
}

}  // namespace tilstand::graph
