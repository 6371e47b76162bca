// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "layout/set_block.hpp"

namespace tilstand::layout {
namespace {

Piece set_cell(const Setter& setter, NodeId child, const Measure& cell, bool ruled) {
  Piece content = set_stacked(setter, {child}, cell);
  if (!ruled) return content;
  const Length unit = setter.unit();
  Piece piece;
  piece.items.push_back(rule(setter, "figure", {cell.left, {}}, cell.width, child));
  piece.height = content.height + unit;
  absorb(piece, std::move(content), {{}, unit});
  return piece;
}

}  // namespace

void set_group(const Setter& setter, NodeId id, const Measure& measure, const Emit& emit) {
  const auto& group = std::get<content::Group>(setter.node(id).body);
  const std::vector<NodeId>& children = setter.node(id).children;
  if (group.columns <= 1 && !group.ruled) return set_children(setter, children, measure, emit);
  const int count = std::clamp(group.columns, 1, most_columns);
  for (std::size_t first = 0; first < children.size(); first += static_cast<std::size_t>(count)) {
    Piece row;
    row.node = id;
    row.before = row.after = setter.unit() * 2;
    for (int i = 0; i < count && first + static_cast<std::size_t>(i) < children.size(); ++i) {
      Piece cell = set_cell(setter, children[first + static_cast<std::size_t>(i)], equal_column(setter, measure, i, count), group.ruled);
      row.height = max(row.height, cell.height);
      absorb(row, std::move(cell), {});
    }
    emit(std::move(row));
  }
}

}  // namespace tilstand::layout
