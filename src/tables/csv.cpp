// SPDX-License-Identifier: Apache-2.0
#include "tables/csv.hpp"

#include <algorithm>

namespace tilstand::tables {
namespace {

constexpr std::size_t longest_cell = 1 << 20;  // bytes; what is longer was never meant to be a cell
constexpr std::size_t most_columns = 10'000;

}  // namespace

CsvReader::CsvReader(TextStream& text, const CsvDialect& dialect, Diagnostics& diagnostics) : text_(text), dialect_(dialect), diagnostics_(diagnostics) {
  stops_ = {dialect.delimiter, '\r', '\n'};
  if (dialect.quote != 0) stops_ += dialect.quote;
}

void CsvReader::mistake(const char* code, const char* message, Position at, const char* hint) {
  diagnostics_.add({Severity::error, code, message, {text_.file(), at, {at.line, at.column + 1}}, {}, hint});
}

/// Passes over one byte; all bytes that the dialect gives a meaning are characters of their own.
void CsvReader::step() { text_.take(1); }

void CsvReader::skip_line_end() {
  if (!text_.at_end() && front() == '\r') step();  // a lone CR ends a row, but no line that a diagnostic could show
  if (!text_.at_end() && front() == '\n') step();
}

/// Takes what can't end a cell at one go: most of a file.
void CsvReader::take_plain(std::string& into) {
  while (!text_.at_end() && into.size() <= longest_cell) {
    const std::string_view ahead = text_.ahead();
    const std::size_t end = ahead.find_first_of(stops_);
    into += ahead.substr(0, end);
    text_.take(std::min(end, ahead.size()));
    if (end != std::string_view::npos) return;
  }
}

Cell CsvReader::quoted() {
  const Position opening = text_.place();
  step();
  Cell cell{{}, text_.place(), {}, false};
  text_.hold();
  for (take_plain(cell.text); !text_.at_end() && cell.text.size() <= longest_cell; take_plain(cell.text)) {
    if (one_line_cells_ && at_line_end()) break;
    const bool quote = is_quote();
    cell.end = text_.place();
    if (quote) step();
    if (quote && (text_.at_end() || !is_quote())) return text_.release(), cell;
    cell.text.push_back(front());
    step();
  }
  mistake("data.unclosed-quote", "this quotation mark is never closed", opening, "close the cell with the same mark, and double a mark inside it");
  one_line_cells_ = true;
  text_.rewind();
  rest_of_line(cell);
  return cell;
}

void CsvReader::rest_of_line(Cell& cell) {
  cell.text.clear();
  while (!text_.at_end() && !at_line_end()) {
    const std::string_view ahead = text_.ahead();
    const std::size_t end = std::min(ahead.find_first_of("\r\n"), ahead.size());
    if (cell.text.size() <= longest_cell) cell.text += ahead.substr(0, end);
    text_.take(end);
  }
  cell.end = text_.place();
}

Cell CsvReader::bare() {
  Cell cell{{}, text_.place(), {}, false};
  bool told = false;
  for (take_plain(cell.text); !text_.at_end() && !at_delimiter() && !at_line_end(); take_plain(cell.text)) {
    if (cell.text.size() > longest_cell) {
      mistake("data.long-cell", "this cell is longer than a million characters", cell.begin, "is the file a table, and its delimiter the one that is declared?");
      rest_of_line(cell);
      break;
    }
    if (!told) mistake("data.stray-quote", "a quotation mark inside a cell without quotes", text_.place(), "put the whole cell in quotation marks and double the ones inside it");
    told = true;
    cell.text.push_back(front());
    step();
  }
  cell.end = text_.place();
  return cell;
}

Cell CsvReader::cell() {
  Cell result = !text_.at_end() && is_quote() ? quoted() : bare();
  if (!text_.at_end() && !at_delimiter() && !at_line_end()) {
    mistake("data.stray-quote", "text stands after the closing quotation mark", text_.place(), "double a quotation mark inside a cell");
    while (!text_.at_end() && !at_delimiter() && !at_line_end()) step();
  }
  const std::size_t null = result.text.find('\0');
  if (null != std::string::npos)
    mistake("data.null-byte", "a cell holds a null byte", advanced(result.begin, std::string_view(result.text).substr(0, null)), "save the file as UTF-8 text");
  return result;
}

void CsvReader::skip_line() {
  Cell rest;
  rest_of_line(rest);
}

bool CsvReader::next(std::vector<Cell>& cells) {
  cells.clear();
  while (at_line_end()) skip_line_end();
  if (text_.at_end()) return false;
  cells.push_back(cell());
  while (at_delimiter()) {
    if (cells.size() == most_columns) {
      mistake("data.too-many-columns", "a table can have 10 000 columns, this row has more", text_.place(), "is the delimiter the one that is declared?");
      skip_line();
      break;
    }
    step();
    cells.push_back(cell());
  }
  skip_line_end();
  return true;
}

}  // namespace tilstand::tables
