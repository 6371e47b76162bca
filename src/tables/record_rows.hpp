// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "tables/row_taker.hpp"

namespace tilstand::tables {

/// Makes rows of records whose cells come by name, in any order (JSON objects, TOML tables). Columns are those that the table's
/// description names; when it takes others too, those of the first record.
class RecordRows {
 public:
  /// `pointer` is the JSON pointer of the list of records; `is_json` false: cells have no pointers.
  RecordRows(const TableSpec& spec, FileId file, Diagnostics& diagnostics, std::string pointer, bool is_json);

  void begin(Position at);
  /// A member of the record; a name that comes twice is reported (data.duplicate-member), one that no column has too.
  void cell(const Cell& name, Cell value);
  /// A member that is no single value: reported when a column wants it (data.nested-value).
  void nested(const Cell& name);
  /// Ends a record; false when reading shall end.
  bool end();
  std::vector<Table> finish();

 private:
  Cell nothing() const;
  void add_column(const Cell& name);
  /// The column of a name, or nothing.
  std::optional<std::size_t> slot(const Cell& name);
  void begin_table();

  const TableSpec& spec_;
  FileId file_;
  Diagnostics& diagnostics_;
  RowTaker taker_;
  std::string pointer_;
  bool is_json_;
  std::vector<FileColumn> columns_{};
  std::map<std::string, std::size_t, std::less<>> slots_{};
  std::map<std::string, bool> unknown_{};  ///< names that were told already
  std::vector<Cell> cells_{};
  std::vector<bool> filled_{}, met_{};  ///< columns that this record has, that any record had
  Position begin_{1, 1};
  std::uint64_t rows_ = 0;
  bool begun_ = false;
};

}  // namespace tilstand::tables
