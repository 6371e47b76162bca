// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "definition/graph.hpp"
#include "drawing/path_builder.hpp"

namespace tilstand::graph {

/// A mark of a waffle or pictogram in a square from `corner`, as far as `share` of its width from the left; 0 gives nothing.
Path icon(drawing::PathBuilder& paths, definition::GraphMark mark, drawing::Spot corner, double side, double share = 1);

}  // namespace tilstand::graph
