// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "chart/plan.hpp"
#include "definition/theme.hpp"
#include "drawing/context.hpp"
#include "drawing/drawing.hpp"

namespace tilstand::chart {

/// The natural size of the chart in a measure: its height follows from its rows and the theme.
Size natural_size(const Plan& plan, Length width, const definition::Theme& theme);

/// Draws the plan at a size. Geometry is computed in double, checked for finiteness, built as cairo paths.
drawing::Drawing draw(const Plan& plan, Size size, const drawing::Context& context);

/// The key ("○ 2020  ● 2021 …") that stands right-aligned on the unit line, or below it on lines of at most `width`; an
/// empty drawing when the chart needs none.
drawing::Drawing draw_key(const Plan& plan, Length width, const drawing::Context& context);

/// The trend mark of a text line: rising, falling or flat; favourable outlined, unfavourable solid.
drawing::Drawing trend_mark(data::Trend trend, Length size, const drawing::Context& context);

}  // namespace tilstand::chart
