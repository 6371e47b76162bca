// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/path.hpp"
#include "base/ink.hpp"
#include "base/printed.hpp"
#include "text/line.hpp"

namespace tilstand::drawing {

/// A stroke's pen. Caps are butt, joins mitred.
struct Stroke {
  Ink ink{};
  Length width{};
  bool operator==(const Stroke&) const = default;
};

/// A filled and/or stroked outline.
struct Shape {
  Path path;
  std::optional<Ink> fill;
  std::optional<Stroke> stroke;
  bool mark = false;  ///< stands for data: what a chart can't be read without
  bool operator==(const Shape&) const = default;
};

/// A set label; `baseline` is where the line's x = 0 stands.
struct Label {
  Point baseline;
  text::Line line;
  bool tick = false;  ///< names a place of a scale, or the year of a key's mark: it tells where values stand, and none of them
  bool operator==(const Label&) const = default;
};

/// A chart at a size: marks in paint order, coordinates from its top left corner. Nothing reaches outside `size`
/// but hanging ends of labels.
struct Drawing {
  Size size;
  std::vector<std::variant<Shape, Label>> items;
  std::vector<PrintedId> drawn{};  ///< values that marks show and no label says
  Ink ground{};                    ///< what it stands on
  std::vector<std::string> dropped{};  ///< names of marks that found no room
  std::string alternate{};         ///< what it shows, of one that stands in a line of text; empty: there it is decoration
  bool operator==(const Drawing&) const = default;
};

/// Adds what marks show to `drawn`, in order, each once, unless a label says it.
void note_drawn(Drawing& drawing, const std::vector<PrintedId>& shown);

}  // namespace tilstand::drawing
