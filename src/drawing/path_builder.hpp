// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "base/path.hpp"

namespace tilstand::drawing {

/// A position in millimetres from a drawing's top left corner.
struct Spot {
  double x = 0, y = 0;
};

/// Builds outlines with cairo's path operators. Coordinates are millimetres; what is not finite counts as 0 and what is
/// farther away than 4 m is set there, because cairo's fixed-point numbers would wrap.
class PathBuilder {
 public:
  PathBuilder();
  ~PathBuilder();
  PathBuilder(const PathBuilder&) = delete;
  PathBuilder& operator=(const PathBuilder&) = delete;

  Path line(Spot from, Spot to);
  /// Straight legs from spot to spot, not closed.
  Path polyline(const std::vector<Spot>& spots);
  /// Straight legs from spot to spot and back to the first.
  Path polygon(const std::vector<Spot>& spots);
  Path circle(Spot centre, double radius);
  Path box(Spot corner, double width, double height);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tilstand::drawing
