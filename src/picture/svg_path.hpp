// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "base/path.hpp"
#include "picture/svg_numbers.hpp"

namespace tilstand::picture {

/// An outline in user units.
struct Outline {
  struct Step {
    PathVerb verb = PathVerb::move;
    Spot control1{}, control2{}, to{};
  };
  std::vector<Step> steps;

  void move_to(Spot to) { steps.push_back({PathVerb::move, {}, {}, to}); }
  void line_to(Spot to) { steps.push_back({PathVerb::line, {}, {}, to}); }
  void curve_to(Spot one, Spot two, Spot to) { steps.push_back({PathVerb::curve, one, two, to}); }
  void close() { steps.push_back({PathVerb::close, {}, {}, {}}); }
  /// An elliptical arc from `from` (SVG 1.1, F.6), as curves of at most a quarter turn.
  void arc_to(Spot from, Spot radii, double turned, bool large, bool sweep, Spot to);
};

/// Path data (SVG 1.1, 8.3). An error ends the path where it stands, as the specification wants it; `sound` says whether
/// there was none.
struct PathData {
  Outline outline;
  bool sound = true;
};
PathData read_path(std::string_view data);

/// The outline in page units through `matrix`, user units to millimetres; what is farther away than 4 m is set there.
Path path_of(const Outline& outline, const Matrix& matrix);

}  // namespace tilstand::picture
