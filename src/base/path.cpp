// SPDX-License-Identifier: Apache-2.0
#include "base/path.hpp"

namespace tilstand {

Path rectangle(const Rect& area) {
  Path path;
  path.move_to({area.left(), area.top()}).line_to({area.right(), area.top()});
  path.line_to({area.right(), area.bottom()}).line_to({area.left(), area.bottom()}).close();
  return path;
}

Path segment(Point from, Point to) {
  Path path;
  path.move_to(from).line_to(to);
  return path;
}

Path moved(Path path, Point offset) {
  for (PathStep& step : path.steps) {
    step.control1 = step.control1 + offset;
    step.control2 = step.control2 + offset;
    step.to = step.to + offset;
  }
  return path;
}

Rect bounds(const Path& path) {
  bool any = false;
  Rect box{};
  const auto include = [&](Point point) {
    const Rect dot{point, {}};
    box = any ? united(box, dot) : dot;
    any = true;
  };
  for (const PathStep& step : path.steps) {
    if (step.verb == PathVerb::close) continue;
    if (step.verb == PathVerb::curve) include(step.control1), include(step.control2);
    include(step.to);
  }
  return box;
}

}  // namespace tilstand
