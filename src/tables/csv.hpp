// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "tables/text_stream.hpp"

namespace tilstand::tables {

/// Reads RFC 4180 text row by row in the dialect that is given: quotes doubled inside quotes, LF or CRLF. Blank lines are passed over.
/// Reports data.unclosed-quote, data.stray-quote, data.null-byte and data.too-many-columns, and reads on: text given out is always UTF-8.
class CsvReader {
 public:
  /// `text` and `diagnostics` outlive the reader.
  CsvReader(TextStream& text, const CsvDialect& dialect, Diagnostics& diagnostics);

  /// The next row in `cells`; false at the end.
  bool next(std::vector<Cell>& cells);

 private:
  void step();
  char front() { return text_.ahead().front(); }
  Cell cell();
  Cell quoted();
  Cell bare();
  void rest_of_line(Cell& cell);
  void take_plain(std::string& into);
  void skip_line_end();
  void skip_line();
  void mistake(const char* code, const char* message, Position at, const char* hint);
  bool is_quote() { return dialect_.quote != 0 && front() == dialect_.quote; }
  bool at_delimiter() { return !text_.at_end() && front() == dialect_.delimiter; }
  bool at_line_end() { return !text_.at_end() && (front() == '\n' || front() == '\r'); }

  TextStream& text_;
  const CsvDialect dialect_;
  std::string stops_;            ///< what ends a stretch of plain text
  Diagnostics& diagnostics_;
  bool one_line_cells_ = false;  ///< after an unclosed quote no cell may pass its line, so that text is read twice at most
};

}  // namespace tilstand::tables
