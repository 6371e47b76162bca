// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "graph/input.hpp"

namespace tilstand::graph {

/// A labelled place of an axis.
struct Tick {
  double value = 0;
  std::string label;
  PrintedId printed{};  ///< of the numbers in a band's name
};

/// What values of a channel may be, and how they become positions: a settled scale has no size.
struct Scale {
  ScaleKind kind = ScaleKind::linear;
  double low = 0, high = 1;          ///< ends; for bands 0 and their count
  std::vector<Tick> ticks;           ///< ascending; for bands one each, at its middle (0.5, 1.5, …)
  std::vector<std::string> names;    ///< of bands
  std::vector<PrintedId> names_printed;  ///< of the numbers in them
  bool reversed = false;             ///< the least value stands at the end: ranks

  /// The place of a value between the ends, 0 to 1; a value outside stands on the nearer end.
  double share(double value) const;
  /// The same for a band's middle.
  double band_share(std::size_t band) const { return (static_cast<double>(band) + 0.5) / high; }
};

/// A scale laid out in millimetres. `start` may be greater than `end`: upward axes.
struct Axis {
  const Scale* scale = nullptr;
  double start = 0, end = 0;

  double at(double value) const { return start + (end - start) * scale->share(value); }
  double band(std::size_t index) const { return start + (end - start) * scale->band_share(index); }
  /// Width of one band.
  double band_width() const;
};

}  // namespace tilstand::graph
