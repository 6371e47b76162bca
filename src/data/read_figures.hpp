// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "data/dataset.hpp"

namespace tilstand::data {

/// Makes figures from the table of figures and the table of their values. Codes: data.unknown-value, data.bad-number,
/// data.unknown-figure, data.duplicate-value, data.no-values, data.no-year, data.negative-count.
std::vector<Figure> make_figures(const tables::Table& figures, const tables::Table& values, int status_year, const Units& units, Diagnostics& diagnostics);

}  // namespace tilstand::data
