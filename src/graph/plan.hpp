// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "graph/geography.hpp"
#include "graph/scale.hpp"
#include "graph/speech.hpp"

namespace tilstand::graph {

/// One series: its place in the list decides its colour.
struct Series {
  std::string name;
  bool muted = false;  ///< grey beside highlighted ones
  PrintedId printed{};  ///< of the numbers in its name
};

/// One row as a mark: where it stands on both scales. `from` and `to` are the ends of its bar or area after stacking.
struct Mark {
  std::size_t panel = 0, series = 0, band = 0;
  double at = 0;                 ///< on the base scale; for bands the middle
  std::optional<double> value;   ///< none: a gap
  double from = 0, to = 0;
  std::size_t row = 0;           ///< of the input
};

/// The values of one band of one panel in five numbers (quartiles by linear interpolation) and those outside the whiskers,
/// which reach to the last value within one and a half box lengths (Tukey).
struct Box {
  std::size_t panel = 0, band = 0;
  double low = 0, lower = 0, median = 0, upper = 0, high = 0;
  std::vector<double> outliers;  ///< ascending
  std::array<PrintedId, 5> printed{};  ///< of least, lower, median, upper and greatest

  double least() const { return outliers.empty() ? low : std::min(low, outliers.front()); }
  double greatest() const { return outliers.empty() ? high : std::max(high, outliers.back()); }
};

/// A category's part of a panel of a waffle, in whole hundredths.
struct Part {
  std::size_t panel = 0, series = 0;
  int hundredths = 0;
  PrintedId printed{};
};

/// The data as a table: first cell of a row is its head.
struct Table {
  struct Cell {
    std::string text;
    SourceSpan span{};
    PrintedRanges printed{};  ///< of `text`
  };
  std::vector<Cell> head;
  std::vector<std::vector<Cell>> rows;
};

/// A chart without a size: scales settled, described, tabled.
struct Plan {
  Input input;
  std::vector<Series> series;        ///< in order of first appearance; one without a name when there is no series channel
  std::vector<std::string> panels;   ///< likewise
  std::vector<PrintedId> panels_printed;  ///< of the numbers in their names
  Scale base, value;
  std::vector<Mark> marks;           ///< by panel, series, base
  std::vector<Box> boxes;            ///< of a box chart, by panel and band
  std::vector<Part> parts;           ///< of a waffle, by panel and series
  double bin_width = 0;              ///< of a histogram
  Geography geography;               ///< of a map
  double each = 1;                   ///< what a mark of a pictogram stands for
  int decimals = 0;
  std::string sentence, paragraph;   ///< two levels of description, in the edition's language
  Table table;
};

/// Settles scales and stacks, writes the descriptions and the table. Reports at the cell, all at once: chart.no-rows,
/// chart.not-finite, chart.wrong-data, chart.out-of-range, chart.duplicate-value, chart.not-positive (logarithmic axes); as warnings what a
/// map lacks: chart.no-shape, chart.no-row. `list` takes what is reckoned from rows; without it such numbers have no id.
std::optional<Plan> plan(Input input, const Speech& speech, Diagnostics& diagnostics, const Lister& list = {});

/// How a series goes from the first to the last value that it has.
struct Movement {
  std::string name;                   ///< of panel and series; empty: there is one only
  const Datum *first = nullptr, *last = nullptr;
};
/// The series of two values or more, by panel and series in order of first appearance; none when the base has no order, so that
/// nothing comes first. They point into the input.
std::vector<Movement> movements_of(const Input& input);

/// True for kinds whose bars or areas stand on zero.
bool stands_on_zero(Kind kind);
/// True for kinds without axes, which fill their panel.
bool is_field(Kind kind);
/// True for kinds whose base may be a number or a time; the others stand on categories.
bool has_free_base(Kind kind);
/// True for kinds that may have several values at one place of one series.
bool takes_doubles(Kind kind);
/// True for kinds whose values need no number: ordinal scales have a place on their axis.
bool takes_steps(Kind kind);
/// The middle one of diverging series; their count when none is in the middle.
std::size_t neutral_of(const Plan& plan);
/// A value of the plan's value channel as a mark says it, and as a person would.
std::string said(const Plan& plan, double value, const Speech& speech);
std::string spoken(const Plan& plan, double value, const Speech& speech);
/// True for kinds whose base runs from top to bottom.
bool is_horizontal(Kind kind);

}  // namespace tilstand::graph
