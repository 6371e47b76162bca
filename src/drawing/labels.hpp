// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drawing/sheet.hpp"

namespace tilstand::drawing {

/// A label that has been shaped and not yet placed; measures in millimetres.
struct SetLabel {
  text::Line line;
  double width = 0;
  double cap = 0;  ///< height of its capitals and lining figures
  bool tick = false;  ///< names a place of a scale
};

enum class Anchor { left, centre, right };

/// A box round set text.
struct LabelBox {
  double left = 0, top = 0, right = 0, bottom = 0;
};
/// True when the boxes come nearer than `gap`.
bool overlap(const LabelBox& a, const LabelBox& b, double gap = 0);

/// Shapes one line in a theme's style; `role` replaces the style's ink; `printed` is the number that it tells.
SetLabel set_label(Sheet& sheet, const std::string& text, const std::string& style, PrintedId printed = {}, const std::string& role = {});
/// As `set_label`, for words with numbers among them.
SetLabel set_words(Sheet& sheet, const std::string& text, const std::string& style, const PrintedRanges& printed, const std::string& role = {});
/// As `set_words`, shortened to the measure.
SetLabel set_fitting(Sheet& sheet, const std::string& text, const std::string& style, double measure, const PrintedRanges& printed = {}, const std::string& role = {});
/// The label of a place on a scale.
SetLabel set_tick(Sheet& sheet, const std::string& text);

/// Where a label stands when its anchor is at `at` on the baseline.
LabelBox box_of(const SetLabel& label, Spot at, Anchor anchor);

/// Places a label on the baseline through `at`; gives its box.
LabelBox place(Sheet& sheet, const SetLabel& label, Spot at, Anchor anchor);
/// As `place`, with a patch of ground under it that keeps gridlines off the figures.
LabelBox place_on_ground(Sheet& sheet, const SetLabel& label, Spot at, Anchor anchor);
/// The anchor's x so that the label stays between `left` and `right`.
double kept_between(const SetLabel& label, double x, Anchor anchor, double left, double right);

/// Lines of a row's label in a measure, about equally long: at most `most`, cut with an ellipsis when there would be more.
std::vector<text::Line> label_lines(Sheet& sheet, const std::string& text, const std::string& style, double measure, std::size_t most, const PrintedRanges& printed = {});
/// The text itself, or as many of its first words (of its only word: characters) as one line of the measure holds, with an ellipsis.
std::string shortened(Sheet& sheet, const std::string& text, const std::string& style, double measure);
/// Places lines 3.75 mm (the style's leading) apart, so that the block's capitals are centred on `middle`.
void place_lines(Sheet& sheet, std::vector<text::Line> lines, const std::string& style, double left, double middle);
/// Height of the capitals of a style.
double cap_height(Sheet& sheet, const std::string& style);
double leading_of(const Sheet& sheet, const std::string& style);

/// Middles of blocks that want to stand at `wanted` (ascending) and may not overlap: blocks that collide are stacked, one
/// height after the other, about the mean of what they want (pool adjacent violators). Kept between `top` and `bottom`
/// while they fit.
struct Block {
  double wanted = 0, height = 0;
};
std::vector<double> spread(const std::vector<Block>& blocks, double top, double bottom);

}  // namespace tilstand::drawing
