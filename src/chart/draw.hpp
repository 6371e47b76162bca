// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "chart/drawing.hpp"
#include "chart/plan.hpp"
#include "definition/theme.hpp"
#include "text/shaper.hpp"

namespace tilstand::chart {

/// What a drawing needs beside the plan.
struct DrawContext {
  const definition::Theme& theme;
  const definition::Words& words;
  const locale::Forms& forms;
  text::Shaper& shaper;
  bool reversed = false;  ///< on a dark ground
  Ink ground{};           ///< colour of halos and of rings' insides
  bool has_ground = false;///< false: paper
  NodeId origin{};        ///< content node of the figure
};

/// The natural size of the chart in a measure: its height follows from its rows and the theme.
Size natural_size(const Plan& plan, Length width, const definition::Theme& theme);

/// Draws the plan at a size. Geometry is computed in double, checked for finiteness, built as cairo paths.
Drawing draw(const Plan& plan, Size size, const DrawContext& context);

/// The key ("○ 2020  ● 2021 …") that stands right-aligned on the unit line, or below it on lines of at most `width`; an
/// empty drawing when the chart needs none.
Drawing draw_key(const Plan& plan, Length width, const DrawContext& context);

/// The trend mark of a text line: rising, falling or flat; favourable outlined, unfavourable solid.
Drawing trend_mark(data::Trend trend, Length size, const DrawContext& context);

}  // namespace tilstand::chart
