// SPDX-License-Identifier: Apache-2.0
#include "tables/table.hpp"

#include <algorithm>

#include "base/ensure.hpp"
#include "tables/numbers.hpp"

namespace tilstand::tables {

std::optional<std::size_t> Table::column(const std::string& name) const {
  const auto found = std::find_if(columns_.begin(), columns_.end(), [&](const Column& column) { return column.name == name; });
  if (found == columns_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - columns_.begin());
}

std::string_view Table::text(std::size_t row, std::size_t column) const {
  const std::size_t cell = row * columns_.size() + column;
  ensure(cell < ends_.size());
  const std::size_t begin = cell == 0 ? 0 : ends_[cell - 1];
  return std::string_view(bytes_).substr(begin, ends_[cell] - begin);
}

Value Table::value(std::size_t row, std::size_t column) const {
  return read_value(text(row, column), columns_.at(column).type).value_or(Value{});
}

SourceSpan Table::span(std::size_t row, std::size_t column) const {
  Position begin{lines_.at(row), starts_.at(row * columns_.size() + column)};
  for (std::size_t earlier = 0; earlier < column; ++earlier) {  // a cell may hold line ends
    const std::string_view before = text(row, earlier);
    begin.line += static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'));
  }
  return {file_, begin, std::max(advanced(begin, text(row, column)), {begin.line, begin.column + 1})};
}

void Table::add_cell(std::string_view text, std::uint32_t column) {
  bytes_ += text;
  ends_.push_back(static_cast<std::uint32_t>(bytes_.size()));
  starts_.push_back(static_cast<std::uint16_t>(std::min<std::uint32_t>(column, 0xFFFF)));
}

void Table::end_row(std::uint32_t line) { lines_.push_back(line); }

}  // namespace tilstand::tables
