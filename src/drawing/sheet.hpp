// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>
#include <variant>
#include <vector>

#include "drawing/context.hpp"
#include "drawing/drawing.hpp"
#include "drawing/path_builder.hpp"

namespace tilstand::drawing {

/// Paint order of what a chart is made of. Halos stand between gridlines and data, so they strike no mark.
enum class Layer { grid, halo, line, mark, label };

/// A drawing in the making. Positions are millimetres from its top left corner.
class Sheet {
 public:
  Sheet(Size size, const Context& context);

  double width() const { return size_.width.in_mm(); }
  double height() const { return size_.height.in_mm(); }
  const Context& context() const { return context_; }
  const definition::Theme& theme() const { return context_.theme; }

  /// A role's ink as it is on this ground.
  Ink ink(const std::string& role) const;
  /// What the chart stands on.
  Ink ground() const;
  /// A theme's style; the theme's first one (or a plain 8 pt) when it lacks the name.
  definition::Style style(const std::string& name) const;

  PathBuilder& paths() { return paths_; }
  void fill(Layer layer, Path path, Ink ink);
  void stroke(Layer layer, Path path, Ink ink, double width_pt);
  void add(Layer layer, Shape shape);
  void add(Label label);
  /// Notes words that found no room on the sheet.
  void drop(std::string words) { dropped_.push_back(std::move(words)); }

  Drawing finish() &&;

 private:
  Size size_;
  const Context& context_;
  PathBuilder paths_;
  std::array<std::vector<std::variant<Shape, Label>>, 5> layers_;
  std::vector<std::string> dropped_;
};

}  // namespace tilstand::drawing
