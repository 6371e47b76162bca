// SPDX-License-Identifier: Apache-2.0
#include "content/join_cells.hpp"

#include <algorithm>

namespace tilstand::content {
namespace {

using Kind = Table::Row::Kind;

bool same_words(const Cell& a, const Cell& b) {
  if (a.plan || b.plan || a.lines.size() != b.lines.size()) return false;
  for (std::size_t i = 0; i < a.lines.size(); ++i) {
    const auto& x = a.lines[i].inlines;
    const auto& y = b.lines[i].inlines;
    const auto same = [](const Inline& one, const Inline& other) { return one.kind == other.kind && one.text == other.text && one.uri == other.uri; };
    if (!std::equal(x.begin(), x.end(), y.begin(), y.end(), same)) return false;
  }
  return true;
}

/// A head of a level goes on over neighbours that say the same and stand below the same head.
void join_level(Table& table, std::size_t level) {
  std::vector<Cell>& cells = table.over[level];
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].empty()) continue;
    std::size_t end = i + 1;
    const auto divided = [&](std::size_t column) { return level > 0 && !table.over[level - 1][column].covered; };
    for (; end < cells.size() && same_words(cells[i], cells[end]) && !divided(end); ++end) {
      cells[end] = {};
      cells[end].covered = true;
    }
    cells[i].columns = static_cast<int>(end - i);
    i = end - 1;
  }
}

/// A column's own head reaches up to the lowest head above it; one without a head of its own leaves the place to it.
void raise_heads(Table& table) {
  for (std::size_t column = 0; column < table.head.size(); ++column) {
    std::size_t top = table.over.size();
    while (top > 0 && table.over[top - 1][column].empty() && !table.over[top - 1][column].covered) --top;
    if (top == table.over.size()) continue;
    Cell head = std::move(table.head[column]);
    head.rows = static_cast<int>(table.over.size() - top) + 1;
    table.over[top][column] = std::move(head);
    for (std::size_t level = top + 1; level < table.over.size(); ++level) table.over[level][column].covered = true;
    table.head[column] = {};
    table.head[column].covered = true;
  }
}

bool goes_on(const definition::Column& column, const Table& table, std::size_t first, std::size_t row, std::size_t at) {
  const Table::Row& next = table.rows[row];
  if (next.kind != Kind::data || next.starts_group) return false;
  if (column.once_per_group) return true;
  return !next.cells[at].empty() && same_words(table.rows[first].cells[at], next.cells[at]);
}

void join_down(const definition::Column& column, Table& table, std::size_t at) {
  for (std::size_t row = 0; row < table.rows.size();) {
    std::size_t end = row + 1;
    const bool begins = table.rows[row].kind == Kind::data && (column.once_per_group || !table.rows[row].cells[at].empty());
    while (begins && end < table.rows.size() && goes_on(column, table, row, end, at)) {
      table.rows[end].cells[at] = {};
      table.rows[end++].cells[at].covered = true;
    }
    table.rows[row].cells[at].rows = static_cast<int>(end - row);
    row = end;
  }
}

void join_across(Table::Row& row, std::size_t at) {
  Cell& cell = row.cells[at];
  if (cell.empty() || cell.covered || cell.rows > 1) return;
  std::size_t end = at + 1;
  while (end < row.cells.size() && row.cells[end].empty() && !row.cells[end].covered && row.cells[end].rows == 1) row.cells[end++].covered = true;
  cell.columns = static_cast<int>(end - at);
}

}  // namespace

void join_cells(const definition::Table& body, Table& table) {
  for (std::size_t level = 0; level < table.over.size(); ++level) join_level(table, level);
  raise_heads(table);
  for (std::size_t column = 0; column < body.columns.size(); ++column)
    if (body.columns[column].once_per_group || body.columns[column].span_rows) join_down(body.columns[column], table, column);
  for (std::size_t column = 0; column < body.columns.size(); ++column) {
    if (!body.columns[column].span_columns) continue;
    for (Table::Row& row : table.rows)
      if (row.kind == Kind::data) join_across(row, column);
  }
}

}  // namespace tilstand::content
