// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/diagnostic.hpp"
#include "data/figure.hpp"
#include "definition/definition.hpp"

namespace tilstand::data {

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

/// A named set of single values (`data.toml`, `[record.report]`).
struct Record {
  struct Member {
    std::string name;
    Value value;
    SourceSpan span;
  };
  std::string name;
  std::vector<Member> members;
};

/// All data of one year.
struct Dataset {
  std::string folder;
  std::map<std::string, Table> tables;
  std::map<std::string, Record> records;
  std::vector<Figure> figures;  ///< in file order; a figure's id is its index

  const Figure* figure(const std::string& name) const;
};

/// Reads `<folder>/data.toml` and every file it names. Reports all mistakes (data.missing-file, data.ragged-row,
/// data.wrong-type, data.duplicate-key, data.unknown-column, definition.invalid-utf8, data.bad-number, …) and returns what could be read.
std::optional<Dataset> read_dataset(const std::string& folder, Sources& sources, Diagnostics& diagnostics);

/// The checks on figures: a source's trend label against the derived trend (data.source-disagrees, a notice; when
/// acknowledged the message carries the reason), a figure without source (data.no-source, a notice when acknowledged, else a
/// warning), a rank outside its scope (data.rank-out-of-scope).
void check_figures(const Dataset& dataset, const std::vector<definition::FlatWithin>& flat, Diagnostics& diagnostics);

}  // namespace tilstand::data
