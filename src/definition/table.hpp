// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "base/length.hpp"
#include "definition/chart.hpp"

namespace tilstand::definition {

/// One paragraph of a table cell.
struct CellLine {
  Text text;
  Text style;  ///< default: the column's
  Text note;   ///< a foot note marked after the text; none where its bindings give nothing
};

/// A column of a table: `[[part.block.column]]`.
struct Column {
  Text head;
  std::vector<Text> over;       ///< heads above its own, outermost first; equal neighbours are one head over their columns
  std::vector<CellLine> lines;
  std::optional<Length> width;  ///< none: by content, within the next three
  std::optional<Length> least, most;  ///< `min-width`, `max-width`
  int share = 0;                ///< parts of the room that the other columns leave; 0: by content
  /// `decimal`: figures stand with their decimal signs, or where those would be, below one another; units hang at the right.
  enum class Align { left, right, centre, decimal } align = Align::left;
  Text style;                   ///< default "cell"
  bool row_head = false;        ///< tagged TH with row scope
  bool once_per_group = false;  ///< one cell beside all rows of a group
  bool span_rows = false;       ///< equal neighbours below one another are one cell, inside a group
  bool span_columns = false;    ///< the cell goes on over the columns to its right that are empty in its row
  Text trend;                   ///< expression of a figure or of a trend: mark and words
  std::optional<Chart> chart;   ///< a small chart in each cell
  Text value;                   ///< expression of the number that totals are made from; missing values don't count
  enum class Total { none, sum, mean, count } total = Total::none;  ///< what rows of totals say of `value`
  Text total_text;              ///< form of a total, with `{number}`; default "{number}"
  Text foot;                    ///< cell of the table's foot
};

/// `kind = "table"`. Its `style` names a `[table-style.NAME]` of the theme.
struct Table {
  Text title;
  Loop rows;
  Text group;       ///< expression; a change of its value starts a group
  Text group_head;  ///< a head over all columns above each group
  Text subtotal;    ///< label of a row of totals below each group; empty: none
  Text total;       ///< label of a row of totals below the last row; empty: none
  bool carried = false;      ///< sums so far stand at the foot of a page that the table runs over, and at the head of the next
  /// Where the foot stands: below the last row, or at the end of every page of the table.
  enum class Foot { last, each_page } foot = Foot::last;
  bool continued = false;    ///< labels that are printed again on a later page say that they go on
  bool break_rows = false;   ///< pages may end inside a row; a row that is taller than a page is divided anyway
  bool turned = false;       ///< stands on pages of its own, turned by 90 degrees
  bool column_sets = false;  ///< columns that don't fit stand below, row heads repeated; else too many columns are an error
  std::vector<Column> columns;
  Text note;
  bool numbered = true;
};

}  // namespace tilstand::definition
