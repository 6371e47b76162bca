// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "content/tree.hpp"

namespace tilstand::content {

/// Totals of a table's columns, exact: of the group that goes on and of all rows.
class Totals {
 public:
  explicit Totals(const definition::Table& body);

  bool any() const { return any_; }
  /// `from` is where the value comes from.
  void add(std::size_t column, const tables::Decimal& value, const Printed& from);
  /// Notes the sums so far for one more row of the body.
  void end_row();
  void start_group();
  /// The column's total; nothing when it has none, or when it passes what a number can hold. A mean is rounded to one decimal
  /// more than its values have, half away from zero.
  std::optional<tables::Decimal> of(std::size_t column, bool of_group) const;
  /// The sums after every row, once all are added.
  CarriedSums carried() const;
  /// The cells that the column's total rests on.
  Printed printed(std::size_t column, bool of_group) const;
  /// Where the sums after every row come from, and how many rows there are.
  PrintedSums printed() const;
  std::size_t rows() const { return row_; }

 private:
  __extension__ using Wide = __int128;
  struct Sum {
    Wide nano = 0;  ///< in 10^-9
    std::int64_t count = 0;
    std::vector<data::Cell> cells{};
  };
  struct Column {
    definition::Column::Total total = definition::Column::Total::none;
    std::string form{};
    int decimals = 0;
    Sum all{}, group{};
    std::string name{};  ///< of the data's column
    std::vector<PrintedSums::Stretch> stretches{};
  };
  void stretch(Column& column, const std::vector<data::Cell>& cells) const;

  std::vector<Column> columns_;
  std::vector<Wide> running_;  ///< of the columns with sums, row by row, when they are carried
  std::size_t row_ = 0;        ///< that is being counted in
  bool any_ = false, carried_ = false;
};

}  // namespace tilstand::content
