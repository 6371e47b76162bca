// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "drawing/labels.hpp"

namespace tilstand::graph {

/// Divides a box into one for each area, as near to squares as the rows of Bruls, Huizing and van Wijk (Squarified Treemaps,
/// 2000) bring them. Areas are descending, none below zero and not all zero; only their proportions count.
std::vector<drawing::LabelBox> squarify(const std::vector<double>& areas, drawing::LabelBox box);

}  // namespace tilstand::graph
