// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/printed.hpp"
#include "base/source.hpp"
#include "tables/decimal.hpp"

namespace tilstand::content {

/// Rows of a large plain table: text only, one line of one style a cell, kept compact (see `Table::plain`).
struct PlainRows {
  std::string bytes;
  std::vector<std::uint32_t> ends;    ///< end of each cell in `bytes`, row by row
  std::vector<std::string> styles;    ///< by column
  std::vector<SourceSpan> first_row;  ///< span of each column's cell in the first row; later rows are one line each below
  enum class Tells { words, number, digits };
  std::vector<Tells> tells{};         ///< by column: what of its cells was printed from data
  PrintedId first{};                  ///< of the first cell; those that follow have the next numbers

  /// What of the `cell`th cell, `words`, was printed from data.
  PrintedRanges printed(std::size_t cell, std::string_view words) const;
};

/// Sums so far, for the pages that a table runs over.
struct CarriedSums {
  std::vector<std::size_t> columns;   ///< that have a sum, ascending
  std::vector<tables::Decimal> sums;    ///< after each body row, row by row; all of a column with the same decimals
  std::vector<std::string> forms;     ///< of each column's sum, with `{number}`
  PrintedId first{};                  ///< of the first sum; those that follow have the next numbers
};

}  // namespace tilstand::content
