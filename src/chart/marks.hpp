// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "chart/plan.hpp"
#include "chart/values.hpp"
#include "drawing/labels.hpp"
#include "drawing/marks.hpp"

namespace tilstand::chart {

// The vocabulary of drawing that every kind speaks.
namespace measure = drawing::measure;
using drawing::Anchor, drawing::Block, drawing::Label, drawing::LabelBox, drawing::Layer, drawing::Shape, drawing::SetLabel, drawing::Sheet,
    drawing::Spot, drawing::Stroke;
using drawing::add_diamond, drawing::add_disc, drawing::add_line, drawing::add_open_ring, drawing::add_ring, drawing::add_square;
using drawing::box_of, drawing::cap_height, drawing::kept_between, drawing::label_lines, drawing::leading_of, drawing::overlap,
    drawing::place, drawing::place_lines, drawing::place_on_ground, drawing::set_fitting, drawing::set_label, drawing::set_tick, drawing::set_words,
    drawing::shortened, drawing::spread;

/// The words and number forms of the sheet's edition.
inline Speech speech_of(const Sheet& sheet) { return {sheet.context().words, sheet.context().forms}; }

/// Accent when the judgement is negative, grey without an earlier value, else structure.
Ink ink_of(const Sheet& sheet, const Row& row);

/// An earlier and a current value on a horizontal axis, with the bar between them. Equal values make a disc inside a ring.
struct ChangeMarks {
  double y = 0, current = 0, radius = measure::disc, bar_pt = measure::bar_pt;
  std::optional<double> before{};
};
void add_change(Sheet& sheet, const ChangeMarks& marks, Ink ink);

}  // namespace tilstand::chart
