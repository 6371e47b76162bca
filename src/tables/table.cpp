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
  const std::size_t cell = row * columns_.size() + column;
  const Position begin = begins_.at(cell);
  const Position end = widths_[cell] > 0 ? Position{begin.line, begin.column + widths_[cell]} : advanced(begin, text(row, column));
  return {file_, begin, std::max(end, {begin.line, begin.column + 1})};
}

Origin Table::origin(std::size_t row, std::size_t column) const {
  Origin origin{span(row, column), {}, {}};
  const std::uint64_t number = numbers_.empty() ? 0 : numbers_.at(row);
  const JsonPointer& pointer = columns_.at(column).pointer;
  origin.pointer = pointer.before + (pointer.numbered ? std::to_string(number) : "") + pointer.after;
  std::uint64_t rest = number;
  for (auto dimension = cube_.dimensions.rbegin(); dimension != cube_.dimensions.rend(); ++dimension) {
    const std::uint64_t size = std::max<std::size_t>(1, dimension->categories.size());
    if (!dimension->categories.empty()) origin.coordinates.emplace_back(dimension->name, dimension->categories[rest % size]);
    rest /= size;
  }
  std::reverse(origin.coordinates.begin(), origin.coordinates.end());
  return origin;
}

void Table::add_cell(std::string_view text, Position begin, Position end) {
  bytes_ += text;
  ends_.push_back(static_cast<std::uint32_t>(bytes_.size()));
  begins_.push_back(begin);
  const bool one_line = end.line == begin.line && end.column > begin.column && end.column - begin.column <= 0xFFFF;
  widths_.push_back(static_cast<std::uint16_t>(one_line ? end.column - begin.column : 0));
}

void Table::end_row(std::uint64_t number) {
  if (columns_.empty()) return;  // without columns there are no rows
  if (number != 0 || !numbers_.empty()) {
    numbers_.resize(rows(), 0);
    numbers_.back() = number;
  }
}

}  // namespace tilstand::tables
