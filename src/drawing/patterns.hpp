// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drawing/sheet.hpp"

namespace tilstand::drawing {

/// What tells a filled mark from others besides its colour. Drawn as outlines, so that every medium shows the same.
enum class Pattern { none, rising, dots, falling, level, upright, crossed };
/// The pattern of a series by its place; the first has none.
Pattern pattern_of(std::size_t series);

/// Fills an outline and lays the pattern over it in the colour of the ground. Patterns of one sheet are in register; they
/// end where the outline does, and dots that its edge would cut are left out.
void fill_patterned(Sheet& sheet, const Path& outline, Ink ink, Pattern pattern);

/// A line's dashes by the place of its series; the first line runs through.
void stroke_dashed(Sheet& sheet, const std::vector<Spot>& spots, Ink ink, double width_pt, std::size_t series);

/// A value's mark by the place of its series: disc, square, diamond, triangle, then the same open. Areas are about equal.
void add_marker(Sheet& sheet, Spot at, double radius, Ink ink, std::size_t series);

}  // namespace tilstand::drawing
