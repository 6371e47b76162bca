// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "tables/selector.hpp"
#include "tables/spec.hpp"

namespace tilstand::tables {

/// A column as a file has it.
struct FileColumn {
  Cell name;
  Type type = Type::text;  ///< taken when the table's description doesn't say one
  std::string unit{};
  JsonPointer pointer{};
};

/// Takes the rows of one file, whatever its format: checks them against the table's description and keeps what the table and its
/// selections want. Memory grows with what is kept only.
class RowTaker {
 public:
  /// `spec` and `diagnostics` outlive it.
  RowTaker(const TableSpec& spec, FileId file, Diagnostics& diagnostics);

  /// To be called before the first row. False when no row can be read: data.unknown-column, data.duplicate-column, data.missing-column
  /// are reported.
  void header(const std::vector<FileColumn>& columns);
  void set_cube(const Cube& cube);
  /// Whether a row with this cell in a column of the file can be wanted by table or selection number `target`.
  bool may_want(std::size_t target, std::size_t file_column, const Cell& cell) const;
  std::size_t targets() const { return targets_.size(); }
  /// Takes a row, a cell for each column of the file; false when reading shall end, for there are too many mistakes
  /// (data.too-many-mistakes) or too much would be kept (data.too-large).
  bool row(const std::vector<Cell>& cells, std::uint64_t number = 0);
  /// The table, if it is kept whole, and the selections; values that selections ask for in vain are reported (data.no-match).
  std::vector<Table> finish();

 private:
  struct Kept {
    ColumnSpec spec;
    std::size_t in_file = 0;
    Column column;
  };

  bool enough(const Cell& first);
  void take_column(const FileColumn& column, std::size_t at);
  void find_keys();
  void check_key(const std::vector<Cell>& cells);
  const std::string& text_of(const std::vector<Cell>& cells, std::size_t column);

  const TableSpec& spec_;
  FileId file_;
  Diagnostics& diagnostics_;
  std::size_t before_;                          ///< mistakes that other files have
  std::size_t file_columns_ = 0;
  std::vector<Kept> kept_{};
  std::vector<std::size_t> key_{};              ///< indices of `kept_`
  std::map<std::string, SourceSpan> keys_{};
  std::vector<Selector> targets_{};
  std::vector<std::optional<std::string>> texts_{};  ///< the checked cells of the row in hand
};

}  // namespace tilstand::tables
