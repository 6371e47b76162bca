// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/source.hpp"
#include "tables/value.hpp"

namespace tilstand::tables {

/// Where the cells of a column stand in a JSON document (RFC 6901); for a column with a cell a row, the row's number in the
/// document stands between the two parts. Empty: the file is no JSON.
struct JsonPointer {
  std::string before, after;
  bool numbered = false;
};

struct Column {
  std::string name;
  Type type = Type::text;
  std::string unit{};        ///< as declared or as the file gives it; empty: none
  JsonPointer pointer{};
};

/// The dimensions of a statistical cube (JSON-stat) with their categories; cells are numbered with the last dimension running fastest.
struct Cube {
  struct Dimension {
    std::string name;
    std::vector<std::string> categories;
  };
  std::vector<Dimension> dimensions;
};

/// What a table's description says of all its cells.
struct About {
  std::string source, licence;  ///< empty: not said
  std::string retrieved;        ///< a date, 2021-12-31; empty: not said
};

/// Where a cell comes from.
struct Origin {
  SourceSpan span;
  std::string pointer;                                           ///< JSON pointer; empty for other files
  std::vector<std::pair<std::string, std::string>> coordinates;  ///< dimension and category of a cube's cell
};

/// A cell as it was read, for `Table::add_cell`.
struct Cell {
  std::string text;
  Position begin{}, end{};  ///< of its characters, inside the quotes
  bool absent = false;      ///< null, or nothing stands there
};

/// A typed table. Cells are held row by row; text is kept once, in `bytes`, so that a hundred thousand rows stay small.
/// A selection of another table is a table too, whose cells keep their places.
class Table {
 public:
  Table(std::string name, std::vector<Column> columns) : name_(std::move(name)), columns_(std::move(columns)) {}

  const std::string& name() const { return name_; }
  const std::vector<Column>& columns() const { return columns_; }
  const About& about() const { return about_; }
  FileId file() const { return file_; }
  std::size_t rows() const { return columns_.empty() ? 0 : ends_.size() / columns_.size(); }
  std::optional<std::size_t> column(const std::string& name) const;
  /// The cell's text: a text as written, a number in plain digits with a point, a date as 2021-12-31; empty when missing.
  std::string_view text(std::size_t row, std::size_t column) const;
  /// The typed value; the reader has checked that it can be read as the column's type.
  Value value(std::size_t row, std::size_t column) const;
  /// The cell's place in its file.
  SourceSpan span(std::size_t row, std::size_t column) const;
  Origin origin(std::size_t row, std::size_t column) const;
  /// Bytes of memory that the cells take.
  std::size_t size() const { return bytes_.size() + ends_.size() * bytes_of_place; }

  void set_file(FileId file) { file_ = file; }
  void set_about(About about) { about_ = std::move(about); }
  void set_cube(Cube cube) { cube_ = std::move(cube); }
  /// Adds the next cell of the row that is being read: its text as `text` gives it, and its place.
  void add_cell(std::string_view text, Position begin, Position end);
  /// Ends a row; `number` is its place in a JSON array, or of its cell in a cube.
  void end_row(std::uint64_t number = 0);

 private:
  static constexpr std::size_t bytes_of_place = 14;

  std::string name_;
  std::vector<Column> columns_;
  About about_{};
  FileId file_{};
  Cube cube_{};
  std::string bytes_;
  std::vector<std::uint32_t> ends_;     ///< end of each cell in `bytes_`
  std::vector<Position> begins_;        ///< place of each cell
  std::vector<std::uint16_t> widths_;   ///< columns of each cell as written; 0: as many as its text has
  std::vector<std::uint64_t> numbers_;  ///< of each row; empty when all are 0
};

}  // namespace tilstand::tables
