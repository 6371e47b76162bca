// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/length.hpp"
#include "base/printed.hpp"
#include "base/source.hpp"
#include "definition/graph.hpp"
#include "tables/geometry.hpp"

namespace tilstand::graph {

using Kind = definition::GraphKind;
using ScaleKind = definition::GraphScale;
using Stack = definition::GraphStack;
using Order = definition::GraphOrder;
using MarkShape = definition::GraphMark;

/// What a channel of marks shows: the words of its axis, and its unit ("percent" or a word).
struct Channel {
  std::string label, unit;
  ScaleKind scale = ScaleKind::linear;
  std::optional<double> minimum, maximum, step;  ///< of the axis; none: from the data
  std::vector<std::string> levels{};             ///< of an ordinal scale, the least first
  PrintedRanges label_printed{};                 ///< of `label`
  SourceSpan span{};                             ///< of the axis, where the author wrote it
};

/// What the numbers and words of a row were printed from; none: they are no number, or not from data.
struct RowIds {
  PrintedId base{}, value{}, low{}, high{}, size{}, target{}, label{}, series{}, panel{};
};

/// A number that a chart reckons from its rows.
struct Derived {
  std::string text;             ///< as a mark says it
  std::string how;              ///< an expression over "{}", which stands for the column of the values: "count({} where 10 <= {} < 20)"
  std::vector<PrintedId> from;  ///< the values
};
/// Takes such a number and gives its id.
using Lister = std::function<PrintedId(const Derived&)>;

/// One row of the bound table. A missing value is a gap.
struct Datum {
  std::string base;              ///< text of the base channel: a category, a year
  std::optional<double> at;      ///< its number, when it is one
  std::optional<double> value;   ///< of the value channel
  std::optional<double> low, high;  ///< ends of its uncertainty
  std::optional<double> size;    ///< of the mark's area
  std::optional<double> target;  ///< of a bullet
  std::optional<double> row, column;  ///< place of a tile, counted from 0 or 1
  std::string label;             ///< words at the mark
  std::string level{};           ///< step of an ordinal value channel; a level that the channel has not is a mistake
  std::string series, panel;     ///< empty: there is one only
  SourceSpan span{};             ///< cell of the value
  RowIds ids{};
};

/// A line across the plot at a value, or a band between two.
struct Reference {
  double from = 0;
  std::optional<double> to;
  std::string label;
  bool on_base = false;  ///< stands on the base channel, not on the value's
  PrintedRanges label_printed{};
};

/// Words at a data point.
struct Annotation {
  std::string base, series, text;
  SourceSpan span{};
  PrintedRanges text_printed{};
};

/// How the values of a map are put into classes.
struct Classes {
  definition::GraphClassing kind = definition::GraphClassing::quantile;
  int count = 5;
  std::vector<double> breaks{};  ///< ascending, of kind `breaks`
};

/// What the content room hands over: all data resolved, nothing about size.
struct Input {
  Kind kind = Kind::line;
  Stack stack = Stack::none;
  Order order = Order::given;
  Channel base, value;
  std::vector<Datum> rows;
  std::vector<std::string> highlights;   ///< series (or bases, with one series) in colour, the others grey; empty: all in colour
  std::vector<Reference> references;
  std::vector<Annotation> annotations;
  std::optional<int> decimals;           ///< of printed values; none: as many as the data have, at most three
  std::string title, description;        ///< description: the author's own, else empty
  std::optional<Length> size;            ///< height of the plot
  MarkShape mark = MarkShape::square;    ///< of a waffle or pictogram
  std::optional<double> each;            ///< what one mark of a pictogram stands for; none: found from the data
  std::string neutral;                   ///< series in the middle of diverging bars; empty: the middle one
  std::vector<tables::GeoShape> shapes;  ///< of a map, named by the base; planning takes them away
  std::optional<definition::GraphProjection> projection;
  Classes classes;
  SourceSpan span{};
};

}  // namespace tilstand::graph
