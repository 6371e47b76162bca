// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "scene/leaf_content.hpp"
#include "scene/structure.hpp"
#include "scene/table_heads.hpp"

namespace tilstand::scene {
namespace {

using layout::Leaf;
using Part = Leaf::Part;

Role section_role(Part part) {
  if (part == Part::head_cell) return Role::THead;
  return part == Part::foot_cell ? Role::TFoot : Role::TBody;
}

}  // namespace

TagId Structure::table_leaf(const content::Table& table, const Leaf& leaf) {
  if (leaf.part == Part::source) return source_beside(leaf.node);
  if (leaf.part == Part::cell || leaf.part == Part::head_cell || leaf.part == Part::foot_cell) return cell(table, leaf);
  return child({leaf.node.value, -1, rank_of(Part::caption), -1, 0}, element(leaf.node), Role::Caption, 0);
}

TagId Structure::row(const content::Table& table, const Leaf& leaf) {
  const int rank = rank_of(leaf.part);
  const std::uint32_t node = leaf.node.value;
  const TagId section = child({node, -1, rank, -2, 0}, element(leaf.node), section_role(leaf.part), static_cast<std::uint64_t>(rank));
  const Key key{node, leaf.row, rank, -1, 0};
  if (const auto known = parts_.find(key); known != parts_.end()) return known->second;
  const std::int32_t number = leaf.part == Part::head_cell ? leaf.row + table.levels() : leaf.row;
  const TagId made = child(key, section, Role::TR, static_cast<std::uint64_t>(number));
  if (leaf.part == Part::cell && !table.column_sets) note_in_row({node, leaf.row}, made);
  add_cells(table, leaf, made);
  return made;
}

/// A row has all its cells, the empty ones too, or its columns no longer stand under their heads.
void Structure::add_cells(const content::Table& table, const Leaf& leaf, TagId row) {
  const bool tangled = needs_headers(leaf.node, table);
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const Leaf whole{leaf.node, leaf.part, leaf.row, static_cast<std::int16_t>(i), 0};
    const content::Cell* cell = cell_of(table, whole);
    if (cell != nullptr && cell->covered) continue;
    Tag tag = cell_tag(table, whole);
    tag.parent = row;
    tag.node = leaf.node;
    tag.span = tree_[leaf.node].span;
    if (tangled && tag.role == Role::TH) tag.header_id = header_id(whole);
    if (tangled && leaf.part != Part::head_cell) tag.headers = headers_of(table, whole);
    const Key key{leaf.node.value, leaf.row, rank_of(leaf.part), static_cast<int>(i), -1};
    parts_.emplace(key, add(std::move(tag)));
  }
}

bool Structure::needs_headers(NodeId node, const content::Table& table) {
  const auto [known, is_new] = headers_.try_emplace(node.value);
  if (is_new) known->second = has_tangled_heads(table);
  return known->second;
}

void Structure::note_in_row(const RowKey& row, TagId tag) {
  open_rows_[row].push_back(tag);
  row_of_.emplace(tag, row);
}

std::vector<TagId> Structure::close_rows() {
  std::vector<TagId> closed;
  for (auto row = open_rows_.begin(); row != open_rows_.end();) {
    const auto next = std::next(row);
    if (next == open_rows_.end() || next->first.first != row->first.first) {
      row = next;
      continue;
    }
    const auto [node, number] = row->first;
    const int rank = rank_of(Part::cell);
    parts_.erase(parts_.lower_bound({node, number, rank, -1, -1}), parts_.lower_bound({node, number, rank + 1, -1, -1}));
    closed.insert(closed.end(), row->second.rbegin(), row->second.rend());
    row = open_rows_.erase(row);
  }
  for (const TagId tag : closed) {
    row_of_.erase(tag);
    counters_.erase(tag);
  }
  return closed;
}

TagId Structure::cell(const content::Table& table, const Leaf& leaf) {
  const TagId parent = row(table, leaf);
  const auto known = parts_.find({leaf.node.value, leaf.row, rank_of(leaf.part), leaf.column, -1});
  const TagId whole = known != parts_.end() ? known->second : parent;
  const content::Cell* rich = cell_of(table, leaf);
  return rich != nullptr ? in_rich_cell(*rich, whole, leaf) : whole;
}

/// A cell of one paragraph holds its marks itself; paragraphs and charts of a fuller one are elements inside it.
TagId Structure::in_rich_cell(const content::Cell& cell, TagId whole, const Leaf& leaf) {
  const auto line = static_cast<std::size_t>(std::max<int>(leaf.line, 0));
  const Key key{leaf.node.value, leaf.row, rank_of(leaf.part), leaf.column, static_cast<int>(line)};
  if (cell.plan && line >= cell.lines.size()) return figure(key, whole, line, leaf);
  if (cell.lines.size() <= 1 && !cell.plan) return whole;
  return child(key, whole, Role::P, line);
}

}  // namespace tilstand::scene
