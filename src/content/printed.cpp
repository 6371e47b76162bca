// SPDX-License-Identifier: Apache-2.0
#include "content/printed.hpp"

#include <algorithm>

namespace tilstand::content {
namespace {

Printed of_cell(const PrintedRows& rows, std::size_t row, std::size_t column, const data::Dataset& dataset) {
  Printed printed;
  printed.form = "cell";
  const auto table = dataset.tables.find(rows.table);
  if (table == dataset.tables.end()) return printed;
  for (const std::uint32_t one : rows.columns[column]) {
    printed.name += (printed.name.empty() ? "" : ", ") + rows.table + "." + table->second.columns()[one].name;
    printed.cells.push_back({table->second.span(rows.rows[row], one)});
  }
  return printed;
}

Printed of_sum(const PrintedSums& sums, std::size_t row, std::size_t column) {
  Printed printed;
  printed.form = "carried-sum";
  printed.name = sums.names[column];
  printed.derivation = "sum(" + printed.name + ")";
  for (const PrintedSums::Stretch& stretch : sums.columns[column]) {
    if (stretch.row > row) break;
    data::Cell cells = stretch.cells;
    const std::size_t count = std::min(cells.count, row - stretch.row + 1);
    if (count < cells.count) cells.span.end.line = cells.span.begin.line + static_cast<std::uint32_t>(count - 1);
    cells.count = count;
    printed.cells.push_back(std::move(cells));
  }
  return printed;
}

}  // namespace

void add_cell(std::vector<data::Cell>& cells, const data::Cell& cell) {
  const bool below = !cells.empty() && cells.back().span.file == cell.span.file && cells.back().span.end.line + 1 == cell.span.begin.line &&
                     cells.back().pointer.empty() && cell.pointer.empty();
  if (!below) return cells.push_back(cell);
  cells.back().span.end = cell.span.end;
  cells.back().count += cell.count;
}

std::string name_of(const Printed& printed) {
  if (!printed.figure) return printed.name.empty() ? printed.form : printed.name;
  std::string name = printed.name;
  for (std::size_t i = 0; i < printed.years.size(); ++i) name += (i == 0 ? "[" : ", ") + std::to_string(printed.years[i]);
  return name + (printed.years.empty() ? "." : "].") + printed.form;
}

PrintedId PrintedList::add(Printed printed) {
  single_.push_back(std::move(printed));
  return {static_cast<std::uint32_t>(single_.size() - 1)};
}

std::uint32_t PrintedList::reserve(std::size_t count) {
  const std::uint32_t first = next_;
  next_ += static_cast<std::uint32_t>(count);
  return first;
}

PrintedId PrintedList::add_rows(PrintedRows rows) {
  const std::size_t count = rows.rows.size() * rows.columns.size();
  const std::uint32_t first = reserve(count);
  rows_.push_back({first, static_cast<std::uint32_t>(count), std::move(rows)});
  return {first};
}

PrintedId PrintedList::add_sums(PrintedSums sums, std::size_t rows) {
  const std::size_t count = rows * sums.columns.size();
  const std::uint32_t first = reserve(count);
  sums_.push_back({first, static_cast<std::uint32_t>(count), std::move(sums)});
  return {first};
}

Printed PrintedList::at(PrintedId id, const data::Dataset& dataset) const {
  if (id.value < single_.size()) return single_[id.value];
  for (const auto& block : rows_) {
    const std::size_t at = id.value - block.first, columns = block.body.columns.size();
    if (id.value >= block.first && at < block.count) return of_cell(block.body, at / columns, at % columns, dataset);
  }
  for (const auto& block : sums_) {
    const std::size_t at = id.value - block.first, columns = block.body.columns.size();
    if (id.value >= block.first && at < block.count) return of_sum(block.body, at / columns, at % columns);
  }
  return {};
}

}  // namespace tilstand::content
