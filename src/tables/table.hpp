// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/source.hpp"
#include "tables/decimal.hpp"

namespace tilstand::tables {

enum class Type { text, integer, decimal, boolean };

/// A cell's value; monostate is a missing value.
using Value = std::variant<std::monostate, std::string, std::int64_t, Decimal, bool>;

struct Column {
  std::string name;
  Type type = Type::text;
};

/// A typed table. Cells are held row by row; text is kept once, in `bytes`, so that a hundred thousand rows stay small.
class Table {
 public:
  Table(std::string name, std::vector<Column> columns) : name_(std::move(name)), columns_(std::move(columns)) {}

  const std::string& name() const { return name_; }
  const std::vector<Column>& columns() const { return columns_; }
  std::size_t rows() const { return columns_.empty() ? 0 : ends_.size() / columns_.size(); }
  std::optional<std::size_t> column(const std::string& name) const;
  /// The cell's text as written.
  std::string_view text(std::size_t row, std::size_t column) const;
  /// The typed value; the reader has checked that it can be read as the column's type.
  Value value(std::size_t row, std::size_t column) const;
  /// Line of the row in its file, and the column's place there.
  SourceSpan span(std::size_t row, std::size_t column) const;

  void set_file(FileId file) { file_ = file; }
  /// Adds the next cell of the row that is being read; `column` is its place on its line, from 1.
  void add_cell(std::string_view text, std::uint32_t column);
  /// Ends a row that began on `line`.
  void end_row(std::uint32_t line);

 private:
  std::string name_;
  std::vector<Column> columns_;
  FileId file_{};
  std::string bytes_;
  std::vector<std::uint32_t> ends_;   ///< end of each cell in `bytes_`
  std::vector<std::uint16_t> starts_; ///< place of each cell on its line
  std::vector<std::uint32_t> lines_;  ///< line of each row
};

}  // namespace tilstand::tables
