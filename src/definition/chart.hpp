// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "base/length.hpp"
#include "definition/graph.hpp"
#include "definition/loop.hpp"

namespace tilstand::definition {

/// A chart's data: named figures, or figures made by a loop.
struct ChartRows {
  std::vector<Text> figures;  ///< expressions that give a figure each
  std::vector<Text> labels;   ///< instead of the figures' own labels, same count or empty
  std::vector<Text> groups;   ///< row of `figures` that this one belongs to (indented label), same count or empty
  Loop loop;
  Text figure;                ///< with a loop: expression per row
  Text label;
};

/// `kind = "chart"`; `type` is one of the chart room's kinds.
struct Chart {
  Text type;           ///< rank-series, dumbbell, rank-dumbbell, columns, slope, pairs, scale, status, counts, matrix
  Text title;          ///< a finding; empty: no caption, no number (a mark inside other content)
  Text unit;           ///< line under the title
  Text source;         ///< overrides the sources of the figures
  Text description;    ///< overrides the description written from the data
  ChartRows rows;
  std::optional<double> maximum;  ///< upper end of the value axis
  std::optional<double> step;
  Text value;          ///< status, counts, matrix: expression of the value (a level, a count)
  Text total;          ///< counts: how many in all
  Loop names;          ///< counts: names beside the filled marks; `label` of rows gives the text
  Text levels;         ///< status, matrix: table whose rows are the ordered levels, worst first
  std::optional<Length> size;     ///< diameter of marks, or height of the plot
  Text series_a, series_b;        ///< pairs: names of the two series
  Text rest;                      ///< counts with names: what stands beside the first mark that is not filled
  std::optional<Graph> graph;     ///< of a kind that is bound to a table
  bool in_appendix = true;        ///< its data stand as a table in the chart-data block
};

}  // namespace tilstand::definition
