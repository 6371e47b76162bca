// SPDX-License-Identifier: Apache-2.0
#include "drawing/path_builder.hpp"

#include <cairo.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/ensure.hpp"

namespace tilstand::drawing {
namespace {

// Cairo keeps positions as 24.8 fixed-point numbers of device units. With a thousand units to the millimetre a step is
// 1/256000 mm, finer than a Length, and the range 8.3 m either way.
constexpr double units_per_mm = 1000;
constexpr double farthest = 4000;

double bounded(double value) { return std::isfinite(value) ? std::clamp(value, -farthest, farthest) : 0; }

Point point_of(const cairo_path_data_t& data) { return {mm(data.point.x), mm(data.point.y)}; }

void add_step(Path& path, const cairo_path_data_t* data) {
  switch (data->header.type) {
    case CAIRO_PATH_MOVE_TO: path.move_to(point_of(data[1])); break;
    case CAIRO_PATH_LINE_TO: path.line_to(point_of(data[1])); break;
    case CAIRO_PATH_CURVE_TO: path.curve_to(point_of(data[1]), point_of(data[2]), point_of(data[3])); break;
    case CAIRO_PATH_CLOSE_PATH: path.close(); break;
  }
}

// Cairo starts a new sub-path after each close; as the last step it would draw nothing.
void drop_trailing_move(Path& path) {
  if (path.steps.size() > 1 && path.steps.back().verb == PathVerb::move) path.steps.pop_back();
}

}  // namespace

struct PathBuilder::State {
  cairo_surface_t* surface = cairo_recording_surface_create(CAIRO_CONTENT_ALPHA, nullptr);
  cairo_t* context = cairo_create(surface);

  State() {
    cairo_scale(context, units_per_mm, units_per_mm);
    cairo_set_tolerance(context, units_per_mm / 200);
    ensure(cairo_status(context) == CAIRO_STATUS_SUCCESS);
  }
  ~State() {
    cairo_destroy(context);
    cairo_surface_destroy(surface);
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  void start() { cairo_new_path(context); }

  Path take() {
    Path path;
    cairo_path_t* copy = cairo_copy_path(context);
    ensure(copy->status == CAIRO_STATUS_SUCCESS);
    for (int i = 0; i < copy->num_data; i += copy->data[i].header.length) add_step(path, &copy->data[i]);
    cairo_path_destroy(copy);
    drop_trailing_move(path);
    return path;
  }
};

PathBuilder::PathBuilder() : state_(std::make_unique<State>()) {}
PathBuilder::~PathBuilder() = default;

Path PathBuilder::line(Spot from, Spot to) { return polyline({from, to}); }

Path PathBuilder::polyline(const std::vector<Spot>& spots) {
  state_->start();
  for (const Spot& spot : spots) cairo_line_to(state_->context, bounded(spot.x), bounded(spot.y));
  return state_->take();
}

Path PathBuilder::polygon(const std::vector<Spot>& spots) {
  state_->start();
  for (const Spot& spot : spots) cairo_line_to(state_->context, bounded(spot.x), bounded(spot.y));
  cairo_close_path(state_->context);
  return state_->take();
}

Path PathBuilder::circle(Spot centre, double radius) {
  state_->start();
  cairo_arc(state_->context, bounded(centre.x), bounded(centre.y), std::max(bounded(radius), 0.0), 0, 2 * std::numbers::pi);
  cairo_close_path(state_->context);
  return state_->take();
}

Path PathBuilder::box(Spot corner, double width, double height) {
  state_->start();
  cairo_rectangle(state_->context, bounded(corner.x), bounded(corner.y), bounded(width), bounded(height));
  return state_->take();
}

}  // namespace tilstand::drawing
