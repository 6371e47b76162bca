// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drawing/labels.hpp"
#include "drawing/marks.hpp"
#include "graph/plan.hpp"

namespace tilstand::graph {

/// One panel on the sheet: the plot's box in millimetres and both axes in it.
struct Frame {
  std::size_t panel = 0;
  double left = 0, top = 0, right = 0, bottom = 0;
  Axis base, value;
  bool horizontal = false;
  bool named_values = true;  ///< tick labels of the value axis are printed (first panel of a row)

  /// The spot of a place on both axes, given in millimetres.
  drawing::Spot spot(double base_at, double value_at) const { return horizontal ? drawing::Spot{value_at, base_at} : drawing::Spot{base_at, value_at}; }
};

/// Room round the plots, measured from the labels that stand there; millimetres.
struct Margins {
  double left = 0, top = 0, right = 0, bottom = 0;
};

/// Everything that the pieces of one drawing share.
struct Draft {
  drawing::Sheet& sheet;
  const Plan& plan;
  std::vector<Ink> inks;   ///< of the series

  Speech speech() const { return {sheet.context().words, sheet.context().forms}; }
  Ink ink(std::size_t series) const { return inks[series]; }
  double leading() const { return drawing::leading_of(sheet, "tick"); }
};

/// True when each mark carries its value, so that no value axis is needed.
bool has_value_labels(const Plan& plan);
/// True when series are named at the end of their lines.
bool has_end_labels(const Plan& plan);

// guides.cpp
void add_guides(Draft& draft, const Frame& frame);
/// Reference lines and bands.
void add_references(Draft& draft, const Frame& frame);
// key.cpp
/// Draws the key of the series from the top; gives its height, 0 when no key is needed.
double add_key(Draft& draft);
/// The height that `add_key` will take in a width.
double key_height(const Plan& plan, double width);
// One function a family of marks.
void add_bars(Draft& draft, const Frame& frame);
void add_lines(Draft& draft, const Frame& frame);
void add_areas(Draft& draft, const Frame& frame);
void add_points(Draft& draft, const Frame& frame);
void add_end_labels(Draft& draft, const Frame& frame);
void add_annotations(Draft& draft, const Frame& frame);

}  // namespace tilstand::graph
