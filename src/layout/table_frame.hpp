// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "layout/set_text.hpp"

namespace tilstand::layout {

/// The measures that all rows of a table share.
struct TableFrame {
  struct Column {
    Length left{}, width{};
    text::Align align = text::Align::left;
  };
  std::vector<Column> columns;
  Length left{}, width{};
  Length padding{};  ///< above and below the text of a row
};

/// Widths of columns: given ones as they are, the rest shares what is left by content. Columns that don't fit are reported.
TableFrame frame_of(const Setter& setter, NodeId table, const Measure& measure);

/// One row of rich cells, first baselines equal, without its rule.
Piece set_row(const Setter& setter, const TableFrame& frame, NodeId table, const std::vector<content::Cell>& cells, std::int32_t row);
/// The head: rule, cells standing on its foot, rule.
Piece set_head(const Setter& setter, const TableFrame& frame, NodeId table);
/// One row of a large plain table.
Piece set_plain_row(const Setter& setter, const TableFrame& frame, NodeId table, std::size_t row);

}  // namespace tilstand::layout
