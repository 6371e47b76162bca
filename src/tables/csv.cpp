// SPDX-License-Identifier: Apache-2.0
#include "tables/csv.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "definition/toml.hpp"

namespace tilstand::tables {

CsvReader::CsvReader(FileId file, std::string_view text, Diagnostics& diagnostics) : file_(file), text_(text), diagnostics_(diagnostics) {
  if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
}

void CsvReader::mistake(const char* code, const char* message, Position at, const char* hint) {
  diagnostics_.add({Severity::error, code, message, {file_, at, {at.line, at.column + 1}}, {}, hint});
}

void CsvReader::step() {
  place_ = advanced(place_, text_.substr(at_, 1));
  ++at_;
}

void CsvReader::skip_line_end() {
  if (!at_end() && text_[at_] == '\r') step();  // a lone CR ends a row, but no line that a diagnostic could show
  if (!at_end() && text_[at_] == '\n') step();
}

/// Takes what can't end a cell at one go: most of a file.
void CsvReader::take_plain(std::string& text) {
  const std::size_t end = std::min(text_.find_first_of(",\"\r\n", at_), text_.size());
  text += text_.substr(at_, end - at_);
  place_ = advanced(place_, text_.substr(at_, end - at_));
  at_ = end;
}

CsvCell CsvReader::quoted() {
  const Position opening = place_;
  step();
  CsvCell cell{{}, place_};
  const std::size_t start = at_;
  for (take_plain(cell.text); !at_end(); take_plain(cell.text)) {
    if (one_line_cells_ && at_line_end()) break;
    const bool quote = text_[at_] == '"';
    if (quote) step();
    if (quote && (at_end() || text_[at_] != '"')) return cell;
    cell.text.push_back(text_[at_]);
    step();
  }
  mistake("data.unclosed-quote", "this quotation mark is never closed", opening, "close the cell with \", and double a quotation mark inside it");
  one_line_cells_ = true;
  at_ = start, place_ = cell.begin;
  const std::size_t end = std::min(text_.find_first_of("\r\n", at_), text_.size());
  cell.text = text_.substr(at_, end - at_);
  place_ = advanced(place_, cell.text);
  at_ = end;
  return cell;
}

CsvCell CsvReader::bare() {
  CsvCell cell{{}, place_};
  bool told = false;
  for (take_plain(cell.text); !at_end() && text_[at_] == '"'; take_plain(cell.text)) {
    if (!told)
      mistake("data.stray-quote", "a quotation mark inside a cell without quotes", place_, "put the whole cell in quotation marks and double the ones inside it");
    told = true;
    cell.text.push_back('"');
    step();
  }
  return cell;
}

CsvCell CsvReader::cell() {
  const std::size_t start = at_;
  const Position begin = place_;
  CsvCell result = !at_end() && text_[at_] == '"' ? quoted() : bare();
  if (!at_end() && text_[at_] != ',' && !at_line_end()) {
    mistake("data.stray-quote", "text stands after the closing quotation mark", place_, "double a quotation mark inside a cell");
    while (!at_end() && text_[at_] != ',' && !at_line_end()) step();
  }
  check_bytes(text_.substr(start, at_ - start), begin, result);
  return result;
}

/// `written` is the cell as it stands in the file, quotes and all, so that places are exact.
void CsvReader::check_bytes(std::string_view written, Position begin, CsvCell& cell) {
  const std::size_t null = written.find('\0');
  if (null != std::string_view::npos)
    mistake("data.null-byte", "a cell holds a null byte", advanced(begin, written.substr(0, null)), "save the file as UTF-8 text");
  if (definition::check_utf8(written, file_, begin, diagnostics_)) return;
  std::string mended;
  for (const char32_t point : decode_utf8(cell.text)) append_utf8(mended, point);
  cell.text = std::move(mended);
}

bool CsvReader::next(std::vector<CsvCell>& cells) {
  cells.clear();
  while (at_line_end()) skip_line_end();
  if (at_end()) return false;
  cells.push_back(cell());
  while (!at_end() && text_[at_] == ',') {
    step();
    cells.push_back(cell());
  }
  skip_line_end();
  return true;
}

}  // namespace tilstand::tables
