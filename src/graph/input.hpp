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

namespace tilstand::graph {

using Kind = definition::GraphKind;
using ScaleKind = definition::GraphScale;
using Stack = definition::GraphStack;
using Order = definition::GraphOrder;

/// What a channel of marks shows: the words of its axis, and its unit ("percent" or a word).
struct Channel {
  std::string label, unit;
  ScaleKind scale = ScaleKind::linear;
  std::optional<double> minimum, maximum, step;  ///< of the axis; none: from the data
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
  SourceSpan span{};
};

}  // namespace tilstand::graph
