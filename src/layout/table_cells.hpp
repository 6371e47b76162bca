// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layout/table_frame.hpp"

namespace tilstand::layout {

/// A cell set in its column: from the top of its first line, which has `first` as baseline.
struct SetCell {
  Piece piece;
  Length first{};  ///< baseline of the first line; leading of the style
  bool text = false;
};

/// Where a cell goes and how its text stands there.
struct CellPlace {
  Length left{}, width{};
  text::Align align = text::Align::left;
  std::optional<DecimalPlace> decimal{};
  std::string style{};  ///< of text without one of its own
};

SetCell set_cell(const Setter& setter, const content::Cell& cell, const CellPlace& place, const std::string& decimal_sign, Leaf leaf);
/// The lines of one paragraph; one that is aligned by its decimal sign stands on one line.
std::vector<SetLine> cell_lines(const Setter& setter, SpanList list, const definition::Style& style, const CellPlace& place, const std::string& decimal_sign);
/// A line's place in its column, in which it fits: moved there.
SetLine shifted(SetLine line, Length by);

}  // namespace tilstand::layout
