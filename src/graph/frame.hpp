// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "colour/palette.hpp"
#include "drawing/labels.hpp"
#include "drawing/marks.hpp"
#include "drawing/patterns.hpp"
#include "graph/colouring.hpp"
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
  Colouring colouring;
  colour::Palette palette;
  std::vector<drawing::LabelBox> taken{};  ///< labels beside marks, which annotations keep off

  Speech speech() const { return {sheet.context().words, sheet.context().forms}; }
  /// The role of words on a ground: the one that stands out more.
  std::string role_on(Ink ground) const;
  /// The ink of a sequential scale, pale at 0 and full at 1.
  Ink tint(double share) const;
  /// What a mark's numbers were printed from.
  const RowIds& ids(const Mark& mark) const { return plan.input.rows[mark.row].ids; }
  /// A value as a mark says it.
  std::string said(double value) const { return graph::said(plan, value, speech()); }
  Ink ink(std::size_t series) const { return colouring.inks[series]; }
  /// Whether a mark is grey beside highlighted ones: by its series, or with one series by its place of the base.
  bool is_muted(const Mark& mark) const;
  /// Of marks beside highlighted ones.
  Ink muted() const;
  /// Fills a mark of a series, with its pattern where patterns are drawn.
  void fill(const Path& outline, std::size_t series) const;
  /// Strokes a line of a series, dashed where patterns are drawn.
  void stroke(const std::vector<drawing::Spot>& spots, std::size_t series, double width_pt) const;
  double leading() const { return drawing::leading_of(sheet, "tick"); }
};

/// True when each mark carries its value, so that no value axis is needed.
bool has_value_labels(const Plan& plan);
/// True when series are named at the end of their lines.
bool has_end_labels(const Plan& plan);

/// True when the base and the value channel are named beside the plot.
bool has_axis_titles(const Plan& plan);

/// Cells of a waffle from left to right: ten, or 25 when it is alone and wide.
std::size_t waffle_columns(const Plan& plan, double width);

/// Marks of one series in one panel, between gaps.
std::vector<std::vector<const Mark*>> runs_of(const Plan& plan, std::size_t panel, std::size_t series);

// sizes.cpp
/// How many panels stand side by side.
std::size_t across(const Plan& plan, double width);
/// Room round the plot in a panel of a width. The left one is for the first panel of a row, or for each when it names both ends.
Margins margins_of(Draft& draft, double width);
/// True for kinds with labels at both ends of their lines.
bool has_both_ends(Kind kind);
/// Width of the widest name, at most `most`.
double widest_series(Draft& draft, double most);
constexpr double panel_gap = 8, panel_head = 6;

// guides.cpp
/// Label of a tick of the value axis; the last one carries the unit's sign.
std::string value_tick(const Draft& draft, std::size_t index);
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
void add_histogram(Draft& draft, const Frame& frame);
void add_boxes(Draft& draft, const Frame& frame);
void add_bullets(Draft& draft, const Frame& frame);
void add_bump(Draft& draft, const Frame& frame);
void add_slope(Draft& draft, const Frame& frame);
void add_heat_map(Draft& draft, const Frame& frame);
void add_tile_map(Draft& draft, const Frame& frame);
void add_map(Draft& draft, const Frame& frame);
void add_dumbbells(Draft& draft, const Frame& frame);
/// The ring and the disc of a dumbbell with the names of their series.
double add_pair_key(Draft& draft, double y);
void add_pictogram(Draft& draft, const Frame& frame);
void add_waffle(Draft& draft, const Frame& frame);
void add_gauge(Draft& draft, const Frame& frame);
void add_tree_map(Draft& draft, const Frame& frame);
/// A name in as few lines as hold its words, its numbers printed from `printed`; none when a word is too wide or there would be more than `most` lines.
std::vector<drawing::SetLabel> name_lines(Draft& draft, const std::string& name, const std::string& style, const std::string& role, double measure, std::size_t most, PrintedId printed);
/// Radius of a mark whose area stands for its size, the largest one 5 mm across.
double radius_of(const Plan& plan, const Datum& datum, double largest);
/// Names of points where they collide neither with points nor with one another: of eight places round the point the first
/// free one, none when all are taken. Larger marks choose first; more than 1,000 points have no names.
void add_point_labels(Draft& draft, const Frame& frame);
void add_end_labels(Draft& draft, const Frame& frame);
/// The uncertainty of a value: a line between its ends with a cross-bar at each.
void add_whisker(Draft& draft, const Frame& frame, const Datum& datum, double middle);
/// Words at data points, each in the first of some places round its point that collides with nothing, with a line to it from afar.
void add_annotations(Draft& draft, const Frame& frame);

}  // namespace tilstand::graph
