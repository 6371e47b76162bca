// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drawing/sheet.hpp"

namespace tilstand::drawing {

/// Measures of marks and lines that all charts share; millimetres, strokes in points.
namespace measure {
constexpr double disc = 1.9;        ///< radius of a value's disc in a row of its own
constexpr double small_disc = 1.5;  ///< radius of a value's disc on a line
constexpr double quarter = 1.25;    ///< a quarter of the baseline unit; heights are whole numbers of it
constexpr double grid_pt = 0.3, axis_pt = 0.6, tick_pt = 0.45, ring_pt = 1, bar_pt = 1.8, line_pt = 1.4;
}  // namespace measure

void add_disc(Sheet& sheet, Spot at, double radius, Ink ink);
/// A ring of 1 pt inside `radius`, filled with the ground: an earlier value.
void add_ring(Sheet& sheet, Spot at, double radius, Ink ink);
/// A ring of `stroke_pt` inside `radius`, not filled: an empty place on a scale.
void add_open_ring(Sheet& sheet, Spot at, double radius, Ink ink, double stroke_pt);
/// A square on its corner: a value with none before it.
void add_diamond(Sheet& sheet, Spot at, double radius, Ink ink);
void add_square(Sheet& sheet, Spot at, double half, Ink ink);
void add_line(Sheet& sheet, Layer layer, Spot from, Spot to, Ink ink, double stroke_pt);

}  // namespace tilstand::drawing
