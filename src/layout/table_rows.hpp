// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "layout/table_frame.hpp"

namespace tilstand::layout {

/// A cell that reaches below its row: how many rows it covers, and its height from the top of the first.
struct Spanning {
  int rows = 1;
  Length height{};
};

/// A row that is set, without rules.
struct SetRow {
  Piece piece;
  std::vector<Spanning> spanning;
};

/// One row of rich cells, first baselines equal. Its leaves say `part` and `index`.
SetRow set_row(const Setter& setter, const TableFrame& frame, NodeId table, const content::Table::Row& row, Leaf::Part part, std::int32_t index);
/// One row of a large plain table.
Piece set_plain_row(const Setter& setter, const TableFrame& frame, NodeId table, std::size_t row);
/// The head: rule, levels of cells standing on their feet, a rule below each head over several columns, rule.
Piece set_head(const Setter& setter, const TableFrame& frame, NodeId table);

/// A cell that began in a row above, set again at the side of a row whose first baseline is at `first`, as far as it has room.
Piece set_again(const Setter& setter, const TableFrame& frame, NodeId table, const content::Cell& cell, std::size_t place, Length first, Length room);

/// A horizontal rule of the table at `y`; it leaves out the cells of `row` that began above. Nothing when the name is "none".
std::vector<Placed> row_rule(const Setter& setter, const TableFrame& frame, NodeId table, const std::string& name, const content::Table::Row* row, Length y);
/// Whether the cell at `column` belongs to one that began in a row above.
bool covered_from_above(const std::vector<content::Cell>& cells, std::size_t column);

/// Makes all that a piece holds an artifact: what is printed again is not read again.
void make_artifact(Piece& piece);

}  // namespace tilstand::layout
