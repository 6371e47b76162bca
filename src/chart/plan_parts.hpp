// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "chart/plan.hpp"
#include "chart/scale.hpp"
#include "chart/values.hpp"

namespace tilstand::chart {

/// Reports what keeps the input from being drawn. False when there was an error.
bool check_input(const Input& input, Diagnostics& diagnostics);

/// The value axis of a checked input.
Range settle_range(const Input& input);

/// The Alt text of a settled plan, in the words' language.
std::string describe(const Plan& plan, const Speech& speech);

/// The data table of a settled plan.
DataTable tabulate(const Plan& plan, const Speech& speech);

/// True for the kinds whose data are `Input::rows`.
bool shows_rows(Kind kind);

}  // namespace tilstand::chart
