// SPDX-License-Identifier: Apache-2.0
#include "scene/table_heads.hpp"

#include <algorithm>

namespace tilstand::scene {
namespace {

using content::Table;
using layout::Leaf;
using Kind = Table::Row::Kind;
using Part = Leaf::Part;

const Table::Row* row_of(const Table& table, const Leaf& leaf) {
  const auto& rows = leaf.part == Part::foot_cell ? table.foot : table.rows;
  const auto row = static_cast<std::size_t>(leaf.row);
  if ((leaf.part != Part::cell && leaf.part != Part::foot_cell) || leaf.row < 0 || row >= rows.size()) return nullptr;
  return &rows[row];
}

bool is_label(const Table::Row& row, std::size_t column) { return row.kind != Kind::data && row.kind != Kind::foot && column == 0; }

bool has_head_role(const Table& table, const Leaf& leaf) {
  const content::Cell* cell = cell_of(table, leaf);
  const auto column = static_cast<std::size_t>(leaf.column);
  if (cell != nullptr && cell->empty()) return false;
  if (leaf.part == Part::head_cell) return true;
  const Table::Row* row = row_of(table, leaf);
  return table.columns[column].row_head || (row != nullptr && is_label(*row, column));
}

/// The first cell to the left or above that covers the place.
Leaf origin_of(const Table& table, Leaf leaf) {
  const auto covered = [&] {
    const content::Cell* cell = cell_of(table, leaf);
    return cell != nullptr && cell->covered;
  };
  const Leaf start = leaf;
  while (covered() && leaf.column > 0) --leaf.column;
  const content::Cell* left = cell_of(table, leaf);
  if (left != nullptr && !left->covered && leaf.column + left->columns > start.column) return leaf;
  leaf = start;
  const std::int32_t top = leaf.part == Part::head_cell ? -table.levels() : 0;
  while (covered() && leaf.row > top) --leaf.row;
  return leaf;
}

void add_head(std::vector<std::string>& ids, const Table& table, const Leaf& of, const Leaf& place) {
  const Leaf origin = origin_of(table, place);
  if (origin == of || !has_head_role(table, origin)) return;
  std::string id = header_id(origin);
  if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(std::move(id));
}

}  // namespace

const content::Cell* cell_of(const Table& table, const Leaf& leaf) {
  const auto column = static_cast<std::size_t>(leaf.column);
  if (leaf.column < 0) return nullptr;
  if (leaf.part == Part::head_cell) {
    const bool known = leaf.row < 0 && leaf.row >= -table.levels() && column < table.level(leaf.row).size();
    return known ? &table.level(leaf.row)[column] : nullptr;
  }
  if (leaf.part == Part::cell && table.plain) return nullptr;
  const Table::Row* row = row_of(table, leaf);
  return row != nullptr && column < row->cells.size() ? &row->cells[column] : nullptr;
}

bool has_tangled_heads(const Table& table) {
  if (!table.over.empty()) return true;
  return std::any_of(table.rows.begin(), table.rows.end(), [&table](const Table::Row& row) {
    if (row.kind == Kind::group_head) return true;
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      if (table.columns[i].row_head && row.cells[i].rows > 1) return true;
    return false;
  });
}

Tag cell_tag(const Table& table, const Leaf& leaf) {
  Tag tag;
  const content::Cell* cell = cell_of(table, leaf);
  const Table::Row* row = row_of(table, leaf);
  tag.role = has_head_role(table, leaf) ? Role::TH : Role::TD;
  tag.order = static_cast<std::uint64_t>(leaf.column);
  if (cell != nullptr) {
    tag.rows = cell->rows;
    tag.columns = cell->columns;
  }
  const bool heads_columns = leaf.part == Part::head_cell || (row != nullptr && row->kind == Kind::group_head);
  if (tag.role == Role::TH) tag.scope = heads_columns ? Tag::Scope::column : Tag::Scope::row;
  return tag;
}

std::string header_id(const Leaf& leaf) {
  const char* part = leaf.part == Part::head_cell ? "-h" : leaf.part == Part::foot_cell ? "-f" : "-r";
  const std::int32_t row = leaf.part == Part::head_cell ? -leaf.row : leaf.row;
  return "t" + std::to_string(leaf.node.value) + part + std::to_string(row) + "-" + std::to_string(leaf.column);
}

std::vector<std::string> headers_of(const Table& table, const Leaf& leaf) {
  std::vector<std::string> ids;
  for (std::int32_t level = -table.levels(); level < 0; ++level) add_head(ids, table, leaf, {leaf.node, Part::head_cell, level, leaf.column, 0});
  const Table::Row* row = row_of(table, leaf);
  if (row != nullptr && row->group >= 0) add_head(ids, table, leaf, {leaf.node, Part::cell, row->group, 0, 0});
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const bool heads = table.columns[i].row_head || (row != nullptr && is_label(*row, i));
    if (heads) add_head(ids, table, leaf, {leaf.node, leaf.part, leaf.row, static_cast<std::int16_t>(i), 0});
  }
  return ids;
}

}  // namespace tilstand::scene
