// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "chart/marks.hpp"
#include "chart/plan.hpp"
#include "chart/scale.hpp"

namespace tilstand::chart {

/// Where a chart with a label column has its labels and its plot; millimetres.
struct Plot {
  double label_width = 0, left = 0, right = 0;
};

/// Height of `share` of the theme's text area; millimetres. Charts without a `size` of their own keep to it where they can.
double text_height(const definition::Theme& theme, double share);

/// The label column is the theme's side column when the chart is wide enough for it, else two fifths of the width.
Plot plot_of(double width, const definition::Theme& theme);

/// Heights of a chart whose rows stand below one another; millimetres.
struct RowHeights {
  double head = 0, pitch = 0, foot = 0;
  double total(std::size_t rows) const { return head + pitch * static_cast<double>(rows) + foot; }
};
RowHeights heights_of(Kind kind);
/// As `heights_of`, with the rows' pitch made smaller or larger so that the chart fills `height`.
RowHeights fitted_heights(Kind kind, std::size_t rows, double height);

/// Height of what stands under the plot and over it, for kinds whose `size` is the plot's own height.
double columns_height(double plot);

/// A row's label in the label column, centred on `middle`; as many lines as the rows' pitch has room for, at most three.
struct RowLabel {
  double measure = 0, middle = 0, pitch = 0;
};
void add_row_label(Sheet& sheet, const Row& row, const RowLabel& place);

/// The value axis of a horizontal chart: gridlines from `top` to `bottom`, labels over them, the unit's sign on the last one.
void add_value_grid(Sheet& sheet, const Plan& plan, const Axis& axis, double top, double bottom);

/// On which side of a mark a label stands. One that would begin left of `left_limit` stands over the mark instead.
struct Beside {
  double gap = 3.1;  ///< from the mark's centre
  bool at_left = false;
  double left_limit = 0;
};
void place_beside(Sheet& sheet, const SetLabel& label, Spot mark, const Beside& beside);

/// The two values of a row beside their marks, on the outer sides.
struct ValueLabels {
  std::optional<SetLabel> before;
  SetLabel current;
};
/// `plain_years` are years that the key names; a value of another year says so. `signed_unit` puts the unit after the current value.
ValueLabels value_labels(Sheet& sheet, const Plan& plan, const Row& row);

/// Where they stand.
struct ValuePlaces {
  double y = 0, current = 0;
  std::optional<double> before{};
  double gap = 3.1, wide_gap = 4;  ///< from the mark's centre; the wide one beside a ring round a disc
  double left_limit = 0;           ///< a label that would begin farther left stands over its mark instead
};
void add_values(Sheet& sheet, const ValueLabels& labels, const ValuePlaces& places);

/// A label at the right of the mark that stands at `share` of the axis (0 to 1).
struct RightLabel {
  double share = 0, gap = 0, width = 0;
};
/// The right end of the plot, moved in so that labels at the right of their marks end within the sheet.
double right_end(const Sheet& sheet, const Plot& plot, const std::vector<RightLabel>& labels);

// One function a kind: draws the settled plan over the whole sheet.
void draw_dumbbell(Sheet& sheet, const Plan& plan);
void draw_rank_dumbbell(Sheet& sheet, const Plan& plan);
void draw_rank_series(Sheet& sheet, const Plan& plan);
void draw_columns(Sheet& sheet, const Plan& plan);
void draw_slope(Sheet& sheet, const Plan& plan);
void draw_pairs(Sheet& sheet, const Plan& plan);
void draw_scale(Sheet& sheet, const Plan& plan);
void draw_status(Sheet& sheet, const Plan& plan);
void draw_counts(Sheet& sheet, const Plan& plan);
void draw_matrix(Sheet& sheet, const Plan& plan);

/// Pitch and diameter of discs in a grid, and the room round it; millimetres.
struct DiscGrid {
  double diameter = 0, pitch_x = 0, pitch_y = 0;
  int columns = 0, rows = 0;
  double left = 0, top = 0, foot = 0;

  double width() const { return left + pitch_x * (columns - 1) + diameter; }
  double height() const { return top + pitch_y * (rows - 1) + diameter + foot; }
};
DiscGrid status_grid(const Input& input);
DiscGrid counts_grid(const Input& input, double width, const definition::Theme& theme);
DiscGrid matrix_grid(const Input& input, double width, const definition::Theme& theme);

/// Panels of a rank series: how many stand side by side, their width and distance, and one row's height; millimetres.
struct PanelGrid {
  std::size_t across = 1, down = 1;
  double width = 0, pitch = 0, left = 0, height = 0, least_height = 0;
};
PanelGrid panel_grid(const Plan& plan, double width, const definition::Theme& theme);

}  // namespace tilstand::chart
