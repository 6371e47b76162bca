// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"

namespace tilstand::tables {

/// One cell of a row; quotes are taken off. `begin` is the place of its first character, inside the quotes.
struct CsvCell {
  std::string text;
  Position begin{};
};

/// Reads RFC 4180 text row by row: comma, quotes doubled inside quotes, LF or CRLF, an optional byte order mark. Blank lines are passed over.
/// Reports data.unclosed-quote, data.stray-quote, data.null-byte and definition.invalid-utf8, and reads on: text given out is
/// always UTF-8.
class CsvReader {
 public:
  /// `text` outlives the reader.
  CsvReader(FileId file, std::string_view text, Diagnostics& diagnostics);

  /// The next row in `cells`; false at the end.
  bool next(std::vector<CsvCell>& cells);
  FileId file() const { return file_; }

 private:
  void step();
  CsvCell cell();
  CsvCell quoted();
  CsvCell bare();
  void take_plain(std::string& text);
  void skip_line_end();
  void check_bytes(std::string_view written, Position begin, CsvCell& cell);
  void mistake(const char* code, const char* message, Position at, const char* hint);
  bool at_end() const { return at_ >= text_.size(); }
  bool at_line_end() const { return !at_end() && (text_[at_] == '\n' || text_[at_] == '\r'); }

  FileId file_;
  std::string_view text_;
  Diagnostics& diagnostics_;
  std::size_t at_ = 0;
  Position place_{1, 1};
  bool one_line_cells_ = false;  ///< after an unclosed quote no cell may pass its line, so that text is read twice at most
};

}  // namespace tilstand::tables
