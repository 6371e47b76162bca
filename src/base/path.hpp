// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "base/geometry.hpp"

namespace tilstand {

enum class PathVerb { move, line, curve, close };

/// One step of a path. `move` and `line` use `to`; `curve` (a cubic Bézier) uses all three points; `close` none.
struct PathStep {
  PathVerb verb = PathVerb::move;
  Point control1{}, control2{}, to{};
  bool operator==(const PathStep&) const = default;
};

/// An outline in the coordinates of whoever holds it.
struct Path {
  std::vector<PathStep> steps;

  Path& move_to(Point to) { steps.push_back({PathVerb::move, {}, {}, to}); return *this; }
  Path& line_to(Point to) { steps.push_back({PathVerb::line, {}, {}, to}); return *this; }
  Path& curve_to(Point c1, Point c2, Point to) { steps.push_back({PathVerb::curve, c1, c2, to}); return *this; }
  Path& close() { steps.push_back({PathVerb::close, {}, {}, {}}); return *this; }
  bool operator==(const Path&) const = default;
};

/// A closed rectangle.
Path rectangle(const Rect& area);

/// A straight stroke's path.
Path segment(Point from, Point to);

/// `path` moved by `offset`.
Path moved(Path path, Point offset);

/// The box round all points, control points included; an empty path has an empty box at the origin.
Rect bounds(const Path& path);

}  // namespace tilstand
