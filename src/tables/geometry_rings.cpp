// SPDX-License-Identifier: Apache-2.0
#include "tables/geometry_rings.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <utility>

namespace tilstand::tables {
namespace {

constexpr std::size_t most_mistakes = 20, most_points = 5000000;

/// Whether a ring runs counterclockwise; steps of more than half of the earth cross the antimeridian.
bool is_counterclockwise(const Ring& ring) {
  double sum = 0, x = ring[0].x;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const GeoPoint &a = ring[i], &b = ring[(i + 1) % ring.size()];
    const double step = b.x - a.x - 360 * std::round((b.x - a.x) / 360);
    sum += (x - ring[0].x) * (b.y - a.y) - step * (a.y - ring[0].y);
    x += step;
  }
  return sum > 0;
}

}  // namespace

void GeometryRings::fail(const JsonEvent& event, const char* code, const std::string& message, const std::string& hint) {
  ++mistakes_;
  bad_ = true;
  diagnostics_.error(code, message, {file_, event.begin, event.end}, hint);
}

bool GeometryRings::take(const JsonEvent& event) {
  if (event.is_begin()) {
    if (event.kind == JsonEvent::Kind::begin_object) fail(event, "data.bad-coordinate", "coordinates are arrays of numbers, here stands an object");
    ++level_;
  } else if (event.is_end()) {
    if (in_position_) end_position(event);
    else end_ring(event);
    --level_;
  } else if (event.is_value()) {
    number(event);
  }
  if (points_ > most_points) fail(event, "data.too-large", "the shapes have more than five million points", "simplify them before");
  return mistakes_ < most_mistakes && points_ <= most_points;
}

void GeometryRings::number(const JsonEvent& event) {
  double value = std::numeric_limits<double>::quiet_NaN();
  if (event.kind == JsonEvent::Kind::number) std::from_chars(event.text.data(), event.text.data() + event.text.size(), value);
  if (!in_position_) position_.clear();
  in_position_ = true;
  deepest_ = level_;
  position_.push_back(value);
  const std::size_t place = position_.size();
  if (place > 2) return;  // heights are not drawn
  if (!std::isfinite(value)) return fail(event, "data.bad-coordinate", "a coordinate must be a finite number");
  if (std::abs(value) <= (place == 1 ? 360 : 90)) return;
  fail(event, "data.bad-coordinate", std::string("a ") + (place == 1 ? "longitude lies between -180 and 180" : "latitude lies between -90 and 90") + ", this is " + std::string(event.text),
       "GeoJSON has degrees of WGS 84, longitude first (RFC 7946, 4); transform coordinates in metres");
}

void GeometryRings::end_position(const JsonEvent& event) {
  in_position_ = false;
  if (position_.size() < 2) return fail(event, "data.bad-coordinate", "a position has two numbers, longitude and latitude");
  ++points_;
  const GeoPoint point{position_[0], position_[1]};
  if (ring_.size() < 2 || !(ring_.back() == point)) ring_.push_back(point);
}

/// The end of an array above positions; only the innermost has gathered any.
void GeometryRings::end_ring(const JsonEvent& event) {
  Ring ring = std::exchange(ring_, {});
  const bool bad = std::exchange(bad_, false);
  if (ring.empty()) in_polygon_ = 0;
  const bool hole = !ring.empty() && in_polygon_++ > 0;
  if (ring.empty() || bad) return;
  if (ring.size() < 2 || !(ring.front() == ring.back())) return fail(event, "data.bad-coordinate", "a ring ends where it begins", "repeat its first position (RFC 7946, 3.1.6)");
  ring.pop_back();
  if (ring.size() < 3) return;  // has no area
  if (is_counterclockwise(ring) == hole) std::reverse(ring.begin(), ring.end());
  rings_.push_back(std::move(ring));
}

int GeometryRings::depth() { return std::exchange(deepest_, 0); }

std::vector<Ring> GeometryRings::rings() { return std::exchange(rings_, {}); }

}  // namespace tilstand::tables
