// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/plan.hpp"

namespace tilstand::graph {

/// Reports what can't be shown; true when all can.
bool check(const Input& input, Diagnostics& diagnostics);

/// Sets series, panels, bands and marks, in order, stacked.
void arrange(Plan& plan);

/// Sets both scales and their ticks.
void settle_scales(Plan& plan, const Speech& speech);

/// Writes `sentence` and `paragraph`; the author's own description stands for the first.
void describe(Plan& plan, const Speech& speech);

Table tabulate(const Plan& plan, const Speech& speech);

}  // namespace tilstand::graph
