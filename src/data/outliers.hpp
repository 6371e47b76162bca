// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "data/figure.hpp"

namespace tilstand::data {

/// The observations, by index, that stand out of their series: the yearly change up to it lies further from the median of all yearly changes
/// than five times their scattering (the median absolute deviation times 1.4826, at least one step of the last decimal) and than the usual
/// change. A value that the series comes back from at once is named, not the return. Series of fewer than six values have none. See Hampel, "The influence curve
/// and its role in robust estimation" (1974).
std::vector<std::size_t> outliers_of(const Figure& figure);

}  // namespace tilstand::data
