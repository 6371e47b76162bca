// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drawing/context.hpp"
#include "drawing/drawing.hpp"
#include "graph/plan.hpp"

namespace tilstand::graph {

/// The natural size of the chart in a measure: its height follows from its kind, rows and panels, in whole quarters of 5 mm.
Size natural_size(const Plan& plan, Length width, const definition::Theme& theme);

/// Draws the plan at a size. Geometry is computed in double and stays inside the sheet.
drawing::Drawing draw(const Plan& plan, Size size, const drawing::Context& context);

}  // namespace tilstand::graph
