// SPDX-License-Identifier: Apache-2.0
#include "data/csv.hpp"

namespace tilstand::data {

CsvReader::CsvReader(FileId file, std::string_view text, Diagnostics& diagnostics) : file_(file), text_(text), diagnostics_(diagnostics) {
  if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
}

void CsvReader::step() {
  place_ = advanced(place_, text_.substr(at_, 1));
  ++at_;
}

void CsvReader::skip_line_end() {
  if (at_ < text_.size() && text_[at_] == '\r') step();
  if (at_ < text_.size() && text_[at_] == '\n') {
    step();
  } else if (at_ < text_.size()) {
    place_ = {place_.line + 1, 1};  // a lone CR
  }
}

CsvCell CsvReader::quoted() {
  CsvCell cell{{}, place_};
  const Position opening = place_;
  step();
  while (at_ < text_.size()) {
    if (text_[at_] != '"') {
      cell.text.push_back(text_[at_]);
      step();
      continue;
    }
    step();
    if (at_ >= text_.size() || text_[at_] != '"') return cell;
    cell.text.push_back('"');
    step();
  }
  diagnostics_.error("data.unclosed-quote", "this quotation mark is never closed", {file_, opening, {opening.line, opening.column + 1}},
                     "close the cell with \", and double a quotation mark inside it");
  return cell;
}

CsvCell CsvReader::bare() {
  CsvCell cell{{}, place_};
  while (at_ < text_.size() && text_[at_] != ',' && !at_line_end()) {
    if (text_[at_] == '"')
      diagnostics_.error("data.stray-quote", "a quotation mark inside a cell without quotes", {file_, place_, {place_.line, place_.column + 1}},
                         "put the whole cell in quotation marks and double the ones inside it");
    cell.text.push_back(text_[at_]);
    step();
  }
  return cell;
}

bool CsvReader::next(std::vector<CsvCell>& cells) {
  cells.clear();
  while (at_line_end()) skip_line_end();
  if (at_ >= text_.size()) return false;
  while (true) {
    cells.push_back(at_ < text_.size() && text_[at_] == '"' ? quoted() : bare());
    if (cells.back().text.find('\0') != std::string::npos)
      diagnostics_.error("data.null-byte", "a cell holds a null byte", {file_, cells.back().begin, cells.back().begin}, "save the file as UTF-8 text");
    if (at_ < text_.size() && text_[at_] == ',') {
      step();
      continue;
    }
    if (at_ < text_.size() && !at_line_end()) {  // text after a closing quote
      diagnostics_.error("data.stray-quote", "text stands after the closing quotation mark", {file_, place_, place_}, "double a quotation mark inside a cell");
      bare();
    }
    skip_line_end();
    return true;
  }
}

}  // namespace tilstand::data
