// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "graph/input.hpp"
#include "graph/simplify.hpp"

namespace tilstand::graph {

/// A shape of a map in a box whose longer side is 1, y downwards.
struct MapShape {
  std::string key, name;
  std::vector<Outline> outlines;    ///< holes run the other way
  std::optional<std::size_t> band;  ///< place of its key among the base's names; none: it has no row
};

/// What a map shows of its geometry, at a resolution that is enough for any page.
struct Geography {
  std::vector<MapShape> shapes;
  double width = 1, height = 1;     ///< of the box
  std::vector<double> ends;         ///< of the classes, ascending, one more than there are classes
  bool is_missing = false;          ///< some shape has no value
  std::size_t class_of(double value) const;
  std::size_t classes() const { return ends.empty() ? 0 : ends.size() - 1; }
};

/// Projects and simplifies shapes: at most 60,000 points are left, islets that can't be seen are left out, but no shape.
Geography survey(std::vector<tables::GeoShape> shapes, std::optional<definition::GraphProjection> wanted);

/// Ends of classes of finite values, at least one, rounded outwards to `decimals`. Classes that would be empty for want of different
/// values fall together.
std::vector<double> class_ends(std::vector<double> values, const Classes& classes, int decimals);

}  // namespace tilstand::graph
