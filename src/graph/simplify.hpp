// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "drawing/path_builder.hpp"

namespace tilstand::graph {

using Outline = std::vector<drawing::Spot>;  ///< closed, its first spot not repeated

/// Takes points off outlines whose triangle with their neighbours is smaller than `area`, the smallest first (Visvalingam and Whyatt, 1993).
/// Points where outlines part stay, so that neighbours keep one border; three points stay of each. Bounded: `area` grows until at most
/// `most` points are left, or three of each outline. Gives the number of points taken off.
std::size_t simplify(std::vector<Outline*> outlines, double area, std::size_t most);

/// Twice the area inside, positive when the outline runs clockwise on the page.
double doubled_area(const Outline& outline);

}  // namespace tilstand::graph
