// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>

#include "base/diagnostic.hpp"
#include "colour/palette.hpp"
#include "content/tree.hpp"
#include "definition/checks.hpp"
#include "definition/theme.hpp"
#include "layout/page.hpp"

namespace tilstand::legibility {

/// What the findings are reported with.
struct Inputs {
  const content::Tree& tree;
  const definition::Theme& theme;
  const colour::Palette& palette;
  const definition::Checks& checks;
};

/// Looks at charts as finished pages show them and says what a reader will hardly see, at the block that makes the chart.
/// Codes, whose severities the definition sets: legibility.faint-mark, legibility.faint-text, legibility.similar-colours,
/// legibility.similar-greys, legibility.too-many-colours, legibility.truncated-axis, legibility.labels-touch,
/// legibility.labels-dropped.
class Inspector {
 public:
  /// `inputs` and `diagnostics` must outlive it.
  Inspector(const Inputs& inputs, Diagnostics& diagnostics) : in_(inputs), diagnostics_(diagnostics) {}

  void add(const layout::Page& page);

 private:
  void add(const layout::PlacedDrawing& placed);

  const Inputs in_;
  Diagnostics& diagnostics_;
  std::set<NodeId> planned_;  ///< figures whose plan has been looked at: a key is a drawing of its own
};

/// Contrast of marks and words, labels that touch or were dropped; places are those of `span`.
void check_drawing(const drawing::Drawing& drawing, SourceSpan span, const Inputs& inputs, Diagnostics& diagnostics);

/// Colours of the series, and the axis of bars. `reversed`: on a dark ground.
void check_plan(const graph::Plan& plan, bool reversed, const Inputs& inputs, Diagnostics& diagnostics);

}  // namespace tilstand::legibility
