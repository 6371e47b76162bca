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
  line, area, column, bar, dot, lollipop, dumbbell, scatter, histogram, box, heat_map, bump, slope, waffle, pictogram, bullet, gauge, tree_map, tile_map, map
};
/// How values become positions: `rank` has the first place at the better end, `ordinal` the steps that an axis names.
enum class GraphScale { linear, logarithmic, bands, time, rank, ordinal };
/// How the values of several series stand at one place of the base: beside one another, on top of one another, or as
/// shares of their sum. Negative values are stacked downwards from zero. `diverging`: shares, the middle one of which has zero in
/// its middle.
enum class GraphStack { none, stacked, percent, diverging };
enum class GraphOrder { given, rising, falling, name };
/// What one mark of a waffle or pictogram looks like.
enum class GraphMark { square, disc, diamond, person, house, page };
/// How places on the earth become places on the page.
enum class GraphProjection { equirectangular, transverse_mercator, equal_area };
/// How the values of a map are put into classes: as many in each, as wide each, or between given ends.
enum class GraphClassing { quantile, equal, breaks };

/// The kind of a name that a definition uses; nothing when there is none. "slope" and "dumbbell" name kinds of `chart` too: they are
/// these only with `data`.
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
  std::vector<Text> levels;  ///< the steps of an ordinal scale, the least first
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
  GraphMark mark = GraphMark::square;  ///< of a waffle or pictogram
  std::optional<double> each;          ///< what one mark of a pictogram stands for
  Text neutral;                        ///< the series in the middle of diverging bars; empty: the middle one
  Text geometry;                       ///< name of a map's shapes in `data.toml`; `by` names them
  std::optional<GraphProjection> projection;  ///< none: by the extent
  GraphClassing classing = GraphClassing::quantile;
  int classes = 5;
  std::vector<double> breaks;          ///< ascending ends between classes
};

}  // namespace tilstand::definition
