// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "definition/loop.hpp"

namespace tilstand::definition {

/// Kinds of chart over the rows of a table.
enum class GraphKind {
  line, area, column, bar, dot, lollipop, scatter, histogram, box, heat_map, bump, slope, waffle, bullet, gauge, tree_map, tile_map
};
/// How values become positions.
enum class GraphScale { linear, logarithmic, bands, time };
/// How the values of several series stand at one place of the base: beside one another, on top of one another, or as
/// shares of their sum. Negative values are stacked downwards from zero.
enum class GraphStack { none, stacked, percent };
enum class GraphOrder { given, rising, falling, name };

/// The kind of a name that a definition uses; nothing when there is none. "slope" names a kind of `chart` too: it is this
/// one only when it has `data`.
std::optional<GraphKind> graph_kind(std::string_view name);
std::string name_of(GraphKind kind);
/// All names, for did-you-mean.
std::vector<std::string> graph_types();

/// An axis of a chart over a table: `[part.block.by-axis]`, `[part.block.value-axis]`.
struct GraphAxis {
  Text label;  ///< words for its values; empty: the column's name
  Text unit;   ///< "percent" or a word
  std::optional<GraphScale> scale;  ///< none: by kind and column
  std::optional<double> minimum, maximum, step;
  SourceSpan span{};
};

/// A line at a value or a band between two: `[[part.block.reference]]`.
struct GraphReference {
  std::optional<double> value, from, to;
  bool on_base = false;  ///< stands on the `by` axis, not on the value's
  Text label;
  SourceSpan span{};
};

/// Words at a data point: `[[part.block.annotation]]`.
struct GraphAnnotation {
  Text by, series, text;
};

/// A chart over the rows of a table. Channels name a column, or are expressions over the row.
struct Graph {
  GraphKind kind = GraphKind::line;
  Loop loop;                        ///< `data`, `where`
  Text by, value;                   ///< what the marks stand along, and how far they reach
  Text series, panel, low, high, size;
  Text label, target;               ///< words at a mark; what a bullet should reach
  Text tile_row, tile_column;       ///< place of a tile
  GraphAxis by_axis, value_axis;
  std::optional<GraphStack> stack;  ///< none: as the kind wants
  GraphOrder order = GraphOrder::given;
  std::vector<Text> highlights;
  std::vector<GraphReference> references;
  std::vector<GraphAnnotation> annotations;
  std::optional<int> decimals;
};

}  // namespace tilstand::definition
