// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/length.hpp"
#include "base/printed.hpp"
#include "data/figure.hpp"
#include "definition/words.hpp"
#include "graph/plan.hpp"
#include "locale/forms.hpp"

namespace tilstand::chart {

/// Kinds of chart, by the names that a definition uses (rank-series, dumbbell, rank-dumbbell, columns, slope, pairs,
/// scale, status, counts, matrix).
enum class Kind { rank_series, dumbbell, rank_dumbbell, columns, slope, pairs, scale, status, counts, matrix };

std::optional<Kind> kind_of(const std::string& name);
/// All names, for did-you-mean.
std::vector<std::string> kind_names();
/// The name that a definition uses.
std::string name_of(Kind kind);

/// One row of a chart's data: a figure with its years, already labelled.
struct Row {
  std::string label;
  bool indented = false;                 ///< belongs to the row before ("staten" under "alle")
  FigureId figure{};
  data::Unit unit = data::Unit::number;
  double scope = 0;                      ///< for ranks: among how many
  data::Favourable favourable = data::Favourable::none;
  data::Trend trend{};
  struct Point {
    int year = 0;
    tables::Decimal value{};
    PrintedId printed{};                 ///< its value
    PrintedId year_printed{};
    PrintedId step{};                    ///< the change to it from the point before
  };
  std::vector<Point> points;             ///< by year; the last is the value, the one before it the earlier value
  PrintedId note_printed{};              ///< of the note, or of the scope that stands for it
  std::string note;                      ///< second line of a panel's head ("28 land")
  PrintedRanges label_printed{};         ///< of `label`
};

/// What the content room hands over: all data resolved, nothing about size.
struct Input {
  Kind kind = Kind::dumbbell;
  std::string title, unit, source, description;  ///< description: the author's own, else empty
  PrintedRanges title_printed{}, unit_printed{}, source_printed{};  ///< of `title`, `unit` and `source`
  std::vector<Row> rows;
  int status_year = 0;
  std::optional<double> maximum, step;
  std::string series_a, series_b;        ///< pairs: rows come as a, b, a, b, …
  PrintedRanges series_a_printed{}, series_b_printed{};
  std::vector<std::string> levels;       ///< status, matrix: names of the ordered levels, worst first
  int level = -1;                        ///< status: index of the level
  struct MatrixColumn {
    std::string label;
    int level = -1;
    PrintedRanges label_printed{};
  };
  std::vector<MatrixColumn> matrix;      ///< matrix: one column each
  int count = 0, total = 0;              ///< counts
  PrintedId count_printed{}, total_printed{};
  std::vector<std::string> names;        ///< counts: names beside the filled marks
  std::vector<PrintedRanges> names_printed{};
  PrintedRanges rest_printed{};
  std::string rest;                      ///< counts: what stands beside the first unfilled mark when there are names
  std::optional<Length> size;            ///< diameter of marks or height of the plot, as the definition says
  SourceSpan span{};
};

/// The chart's data as a table: what a reader without eyes for charts uses, and the appendix prints.
struct DataTable {
  struct Cell {
    std::string text;
    FigureId figure{};
    PrintedRanges printed{};             ///< of `text`
  };
  std::vector<Cell> head;
  std::vector<std::vector<Cell>> rows;   ///< first cell is the row's head
};

/// A chart without a size: scales settled, described, tabled.
struct Plan {
  Input input;
  std::optional<graph::Plan> graph;           ///< bound to a table: the other members but title, description and table say nothing
  double minimum = 0, maximum = 0, step = 0;  ///< of the value axis
  std::vector<int> years;                     ///< of series, ascending
  std::string description;                    ///< Alt text, written from the data in the edition's language
  DataTable table;
};

/// Settles scales, writes the description and the data table. Codes: chart.no-rows, chart.not-finite,
/// chart.wrong-data (a kind that can't show these rows), chart.out-of-range (a value beyond a declared maximum).
std::optional<Plan> plan(Input input, const definition::Words& words, const locale::Forms& forms, Diagnostics& diagnostics);

/// Plans a chart that is bound to a table; `input` gives its words only.
/// `list` takes what the chart reckons.
std::optional<Plan> plan(Input input, graph::Input bound, const definition::Words& words, const locale::Forms& forms, Diagnostics& diagnostics,
                         const graph::Lister& list = {});

}  // namespace tilstand::chart
