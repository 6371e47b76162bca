// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "definition/theme.hpp"
#include "graph/plan.hpp"

namespace tilstand::graph {

/// What tells the series of a chart apart.
struct Colouring {
  std::vector<Ink> inks;            ///< one a series; highlighted series have the first colours, muted ones all the same
  std::vector<std::size_t> places;  ///< of patterns, dashes and markers
  bool patterned = false;           ///< they are drawn
};
Colouring colouring_of(const Plan& plan, const definition::Theme& theme, bool reversed);

/// True when series differ by colour: there are several, and none stands in a row of its own.
bool has_coloured_series(const Plan& plan);
/// True when each series is named at its marks, so that no key says its colour.
bool has_direct_labels(const Plan& plan);
/// The series that differ in colour, in their order: of the muted ones, which share it, the first.
std::vector<std::size_t> different_series(const Plan& plan);

}  // namespace tilstand::graph
