// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

namespace tilstand::graph {

/// Evenly spaced ticks.
struct Ticks {
  double first = 0, last = 1, step = 1;
  std::vector<double> values() const;  ///< at most 64
};

/// The nicest ticks for data from `low` to `high` with about `wanted` of them: the best weighted sum of simplicity, coverage
/// and density (Talbot, Lin, Hanrahan: An Extension of Wilkinson's Algorithm for Positioning Tick Labels on Axes, 2010;
/// legibility is left to the drawing). With `loose` they reach over both ends. Values are finite; equal ones get room round them.
Ticks nice_ticks(double low, double high, int wanted, bool loose);

/// Ticks of a logarithmic axis: powers of ten between the ends, with 2 and 5 times them when there are fewer than three.
std::vector<double> log_ticks(double low, double high);

}  // namespace tilstand::graph
