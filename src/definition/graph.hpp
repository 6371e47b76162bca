// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "definition/loop.hpp"

namespace tilstand::definition {

/// An axis of a chart over a table: `[part.block.by-axis]`, `[part.block.value-axis]`.
struct GraphAxis {
  Text label;  ///< words for its values; empty: the column's name
  Text unit;   ///< "percent" or a word
  Text scale;  ///< linear, log, bands, time; empty: by kind and column
  std::optional<double> minimum, maximum, step;
};

/// A line at a value or a band between two: `[[part.block.reference]]`.
struct GraphReference {
  std::optional<double> value, from, to;
  Text axis;  ///< "by" or "value"; empty: value
  Text label;
  SourceSpan span{};
};

/// Words at a data point: `[[part.block.annotation]]`.
struct GraphAnnotation {
  Text by, series, text;
};

/// A chart over the rows of a table. Channels name a column, or are expressions over the row.
struct Graph {
  Loop loop;                        ///< `data`, `where`
  Text by, value;                   ///< what the marks stand along, and how far they reach
  Text series, panel, low, high, size;
  Text label, target;               ///< words at a mark; what a bullet should reach
  Text tile_row, tile_column;       ///< place of a tile
  GraphAxis by_axis, value_axis;
  Text stack, order;
  std::vector<Text> highlights;
  std::vector<GraphReference> references;
  std::vector<GraphAnnotation> annotations;
  std::optional<int> decimals;
};

/// Names of the kinds that are bound to a table. "slope" is one only when it has `data`; else it shows figures.
const std::vector<std::string>& graph_types();

}  // namespace tilstand::definition
