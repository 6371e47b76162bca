// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "layout/decimal_place.hpp"
#include "layout/set_text.hpp"

namespace tilstand::layout {

/// The measures that all rows of a table share, for the columns that stand side by side.
struct TableFrame {
  struct Column {
    Length left{}, width{};
    text::Align align = text::Align::left;
    std::size_t index = 0;               ///< of the table's columns
    bool again = false;                  ///< a row head that an earlier set of columns has printed
    std::optional<DecimalPlace> decimal; ///< room on either side of decimal signs; none: not aligned by them
    Length right() const { return left + width; }
  };
  std::vector<Column> columns;
  Length left{}, width{};
  Length padding{};  ///< above and below the text of a row
  definition::TableStyle look;
  std::string decimal_sign;

  /// The right edge of a cell that begins in column `place` of this frame and covers `count` columns of the table.
  Length right_of(std::size_t place, int count) const;
};

/// Widths of columns: given ones as they are, the rest shares what is left by content, bounds and shares. One frame, or one for
/// each set of columns when the table may be divided; else columns that don't fit are reported.
std::vector<TableFrame> frames_of(const Setter& setter, NodeId table, const Measure& measure);

/// The theme's style of the table.
definition::TableStyle look_of(const Setter& setter, const content::Table& table);
/// The style of text without one of its own in a row of this kind.
const std::string& style_of_row(const definition::TableStyle& look, content::Table::Row::Kind kind);
/// The text of a cell of a large plain table, by its number.
std::string_view plain_text(const content::PlainRows& rows, std::size_t cell);
/// A sum so far as it is printed after a body row; `place` counts the columns with sums.
std::string sum_text(const Setter& setter, const content::Table& table, std::size_t row, std::size_t place);
/// The carried sums of a column that can be the widest.
std::vector<std::string> widest_sums(const Setter& setter, const content::Table& table, std::size_t column);

}  // namespace tilstand::layout
