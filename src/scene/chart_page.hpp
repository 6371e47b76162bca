// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "content/tree.hpp"
#include "scene/page.hpp"

namespace tilstand::scene {

/// A page that is as large as a chart's drawings (its plot and its key, wherever they stand) and holds nothing else: one Figure with
/// the chart's description. On a ground of another colour than paper the ground is drawn too.
Page chart_page(const content::Tree& tree, NodeId figure, const std::vector<layout::PlacedDrawing>& drawings, Ink paper);

/// The chart's description, or its title when it has none.
std::string description_of(const content::Figure& figure);

}  // namespace tilstand::scene
