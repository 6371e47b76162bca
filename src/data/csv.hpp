// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"

namespace tilstand::data {

/// One cell of a row with its place; quotes are taken off.
struct CsvCell {
  std::string text;
  Position begin{};
};

/// Reads RFC 4180 text row by row: comma, quotes doubled inside quotes, LF or CRLF, an optional byte order mark. Blank lines are passed over.
/// Reports data.unclosed-quote, data.stray-quote and data.null-byte, and reads on.
class CsvReader {
 public:
  /// `text` outlives the reader.
  CsvReader(FileId file, std::string_view text, Diagnostics& diagnostics);

  /// The next row in `cells`; false at the end.
  bool next(std::vector<CsvCell>& cells);
  FileId file() const { return file_; }

 private:
  void step();
  CsvCell quoted();
  CsvCell bare();
  void skip_line_end();
  bool at_line_end() const { return at_ < text_.size() && (text_[at_] == '\n' || text_[at_] == '\r'); }

  FileId file_;
  std::string_view text_;
  Diagnostics& diagnostics_;
  std::size_t at_ = 0;
  Position place_{1, 1};
};

}  // namespace tilstand::data
