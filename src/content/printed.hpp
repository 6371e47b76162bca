// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/printed.hpp"
#include "data/dataset.hpp"

namespace tilstand::content {

/// One number as it was printed from data: what it is, in which form, and the cells that it rests on.
struct Printed {
  std::string text{};               ///< as it was said when it was composed; a chart's mark without a label is not printed as such
  std::string name{};               ///< of the figure, "trust"; of a table's column, "goals.number"; of a record's member, "report.year"
  std::string form{};               ///< "value", "short", "change", "cell", "record", "total", "literal", …
  FigureId figure{};                ///< none: it is no figure's
  std::vector<int> years{};         ///< of the observations that it tells of, ascending
  std::string derivation{};         ///< how it was reckoned from the cells; empty: it is what the cell says
  std::vector<data::Cell> cells{};  ///< in order of place
};

/// Form of words that stand as they are: their cell is where they were written, their derivation why they stand.
inline constexpr const char* literal_form = "literal";

/// Adds a cell; one below the last in its column makes that stretch longer.
void add_cell(std::vector<data::Cell>& cells, const data::Cell& cell);

/// "trust[2021].value", "goals.number", "literal": what a printed number is called where it is followed.
std::string name_of(const Printed& printed);

/// Cells of a large table, kept as the rows and columns of the data that they were printed from.
struct PrintedRows {
  std::string table{};                               ///< of the data
  std::vector<std::uint32_t> rows{};                 ///< of that table, one for each printed row
  std::vector<std::vector<std::uint32_t>> columns{}; ///< of that table, whose cells a printed column tells; none: words alone
};

/// Sums up to each row of a table, kept as stretches of cells.
struct PrintedSums {
  struct Stretch {
    data::Cell cells{};
    std::uint32_t row = 0;  ///< printed row of its first cell
  };
  std::vector<std::vector<Stretch>> columns{};  ///< by sum
  std::vector<std::string> names{};             ///< of the data's columns, by sum
};

/// Every use of a number that was printed from data.
class PrintedList {
 public:
  PrintedId add(Printed printed);
  /// The first of `rows` × `columns` ids, row by row.
  PrintedId add_rows(PrintedRows rows);
  PrintedId add_sums(PrintedSums sums, std::size_t rows);
  Printed at(PrintedId id, const data::Dataset& dataset) const;

 private:
  template <class Body>
  struct Block {
    std::uint32_t first = 0, count = 0;
    Body body;
  };
  std::uint32_t reserve(std::size_t count);

  std::vector<Printed> single_;                 ///< by id
  std::vector<Block<PrintedRows>> rows_;
  std::vector<Block<PrintedSums>> sums_;
  std::uint32_t next_ = first_of_blocks;
  static constexpr std::uint32_t first_of_blocks = 0x40000000;
};

}  // namespace tilstand::content
