// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "chart/draw.hpp"

namespace tilstand::chart {

/// Draws marks and labels in millimetres from the chart's top left corner. Curves are made by cairo, labels by the text room.
class Pen {
 public:
  Pen(Size size, const DrawContext& context) : context_(context) { drawing_.size = size; }

  Drawing take() { return std::move(drawing_); }
  double width() const { return drawing_.size.width.in_mm(); }
  double height() const { return drawing_.size.height.in_mm(); }

  void line(double x1, double y1, double x2, double y2, double width_pt, const char* role);
  void box(double x, double y, double width, double height, const char* role);
  void disc(double x, double y, double diameter, const char* role);
  /// A ring filled with the ground; `diameter` is its outer one.
  void ring(double x, double y, double diameter, double width_pt, const char* role);
  void diamond(double x, double y, double width, const char* role);

  enum class At { left, centre, right };
  /// One line of text whose baseline stands at y; `halo` puts the ground's colour under it.
  void label(double x, double y, const std::string& text, const char* style, At at = At::left, bool halo = false);
  /// Text in a column, at most as wide as `width`, centred on `middle`.
  void side_label(double x, double middle, double width, const std::string& text, const char* style);

  const DrawContext& context() const { return context_; }

 private:
  Ink ink(const char* role) const;
  Ink ground() const;
  text::Span span(const std::string& text, const char* style) const;

  const DrawContext& context_;
  Drawing drawing_;
};

/// Left edge of the plot in millimetres: where the text columns begin.
double plot_left(const definition::Theme& theme);

// One for each family of kinds.
void draw_rows(Pen& pen, const Plan& plan);    ///< dumbbell, rank-dumbbell, pairs
void draw_series(Pen& pen, const Plan& plan);  ///< rank-series, columns, slope
void draw_marks(Pen& pen, const Plan& plan);   ///< scale, status, counts, matrix

}  // namespace tilstand::chart
