// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tables/geometry.hpp"
#include "tables/json_events.hpp"

namespace tilstand::tables {

/// Takes the numbers and brackets of `coordinates` (RFC 7946, 3.1.1) and makes rings of them, however deep they stand. The
/// first ring of a polygon is given counterclockwise, its holes clockwise, whichever way they run in the file.
class GeometryRings {
 public:
  GeometryRings(FileId file, Diagnostics& diagnostics) : file_(file), diagnostics_(diagnostics) {}

  /// A bracket or a value inside `coordinates`, whose own bracket is the first. False when reading shall end.
  bool take(const JsonEvent& event);
  /// Depth at which numbers stood: 3 in a Polygon, 4 in a MultiPolygon; 0: there were none. Begins anew.
  int depth();
  /// The rings since the last call.
  std::vector<Ring> rings();
  std::size_t mistakes() const { return mistakes_; }

 private:
  void fail(const JsonEvent& event, const char* code, const std::string& message, const std::string& hint = {});
  void number(const JsonEvent& event);
  void end_position(const JsonEvent& event);
  void end_ring(const JsonEvent& event);

  FileId file_;
  Diagnostics& diagnostics_;
  std::vector<Ring> rings_{};
  Ring ring_{};
  std::vector<double> position_{};
  int level_ = 0, deepest_ = 0;
  bool in_position_ = false, bad_ = false;  ///< bad: the ring had a mistake that was told
  std::size_t mistakes_ = 0, points_ = 0, in_polygon_ = 0;  ///< in_polygon: rings since its array began
};

}  // namespace tilstand::tables
