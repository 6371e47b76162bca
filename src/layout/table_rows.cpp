// SPDX-License-Identifier: Apache-2.0
#include "layout/table_rows.hpp"

#include <algorithm>

#include "layout/table_cells.hpp"
#include "text/from_theme.hpp"

namespace tilstand::layout {
namespace {

using content::Cell;

/// Where a cell starts so that its first line stands on the row's first baseline; marks are centred on the small letters.
Length top_in_row(const Setter& setter, const SetCell& cell, Length padding, Length first) {
  if (cell.text) return padding + first - cell.first;
  const Length centre = padding + first - scaled(setter.unit(), 3, 10);
  return max(padding / 2, centre - cell.piece.height / 2);
}

Leaf cell_leaf(NodeId table, Leaf::Part part, std::int32_t row, std::size_t column) {
  return {table, part, row, static_cast<std::int16_t>(column), 0};
}

/// Text over several columns begins at the left edge of the first, or a label would stand far from its row.
CellPlace place_of(const TableFrame& frame, std::size_t place, const Cell& cell, const std::string& style) {
  const TableFrame::Column& column = frame.columns[place];
  CellPlace made{column.left, column.width, column.align, column.decimal, style};
  if (cell.columns <= 1) return made;
  made.width = frame.right_of(place, cell.columns) - column.left;
  made.align = text::Align::left;
  made.decimal.reset();
  return made;
}

/// The cell that is printed in a place of the frame; a head over columns of two sets stands over the later ones again.
const Cell* cell_at(const std::vector<Cell>& cells, const TableFrame& frame, std::size_t place, bool& again) {
  const std::size_t index = frame.columns[place].index;
  again = frame.columns[place].again;
  if (index >= cells.size()) return nullptr;
  if (!cells[index].covered) return &cells[index];
  const bool first_new = index > 0 && !again && (place == 0 || frame.columns[place - 1].again);
  if (!first_new || covered_from_above(cells, index)) return nullptr;
  std::size_t origin = index;
  while (origin > 0 && cells[origin].covered) --origin;
  again = true;
  return &cells[origin];
}

/// One cell of a plain table: on one line when it fits, which spares the search for breaks.
std::vector<SetLine> plain_lines(const Setter& setter, const TableFrame& frame, std::size_t place, std::string_view words, const definition::Style& style,
                                 NodeId table, PrintedRanges printed) {
  const CellPlace at = place_of(frame, place, {}, {});
  SpanList list{{text::styled(std::string(words), style, setter.config.in.tree.language, table)}, {}, {}};
  list.spans.front().printed = std::move(printed);
  if (at.decimal) return cell_lines(setter, std::move(list), style, at, frame.decimal_sign);
  text::Line line = setter.config.in.shaper.line(list.spans);
  if (line.width > at.width) return set_lines(setter, std::move(list), style, at.width, {false, false, at.align});
  const Length spare = at.width - line.width;
  std::vector<SetLine> lines;
  lines.push_back(shifted({std::move(line), {}, {}}, at.align == text::Align::right ? spare : at.align == text::Align::centre ? spare / 2 : Length{}));
  return lines;
}

/// A cell of the head, where it begins.
struct HeadCell {
  SetCell set;
  const Cell* cell;
  std::size_t place;
  std::int32_t row;
};

std::vector<HeadCell> head_cells(const Setter& setter, const TableFrame& frame, NodeId id, const content::Table& table) {
  std::vector<HeadCell> cells;
  for (std::int32_t row = -table.levels(); row < 0; ++row) {
    for (std::size_t place = 0; place < frame.columns.size(); ++place) {
      bool again = false;
      const Cell* cell = cell_at(table.level(row), frame, place, again);
      if (cell == nullptr) continue;
      const Leaf leaf = cell_leaf(id, Leaf::Part::head_cell, row, frame.columns[place].index);
      CellPlace at = place_of(frame, place, *cell, frame.look.head);
      at.decimal.reset();
      const bool stands_over = row + cell->rows < 0;
      if (stands_over) at.align = text::Align::left;  // heads of a level begin alike, whatever stands below
      HeadCell head{set_cell(setter, *cell, at, frame.decimal_sign, leaf), cell, place, row};
      if (again) make_artifact(head.set.piece);
      cells.push_back(std::move(head));
    }
  }
  return cells;
}

/// Feet of the levels, top to bottom: each as high as its own cells ask, the lowest also what cells of several levels lack.
std::vector<Length> level_feet(const std::vector<HeadCell>& cells, std::int32_t levels, Length padding, Length between) {
  std::vector<Length> heights(static_cast<std::size_t>(levels));
  for (const HeadCell& head : cells) {
    Length& height = heights[static_cast<std::size_t>(head.row + levels)];
    if (head.cell->rows == 1) height = max(height, head.set.piece.height);
  }
  std::vector<Length> feet;
  Length y = padding;
  for (std::size_t i = 0; i < heights.size(); ++i) {
    y += heights[i] + (i > 0 ? between : Length{});
    feet.push_back(y);
  }
  for (const HeadCell& head : cells) {
    const auto top = static_cast<std::size_t>(head.row + levels);
    const Length above = top == 0 ? padding : feet[top - 1] + between;
    if (head.cell->rows > 1) feet.back() = max(feet.back(), above + head.set.piece.height);
  }
  return feet;
}

}  // namespace

bool covered_from_above(const std::vector<Cell>& cells, std::size_t column) {
  if (!cells[column].covered) return false;
  for (std::size_t i = column; i-- > 0;) {
    if (cells[i].covered) continue;
    return i + static_cast<std::size_t>(std::max(cells[i].columns, 1)) <= column;
  }
  return true;
}

SetRow set_row(const Setter& setter, const TableFrame& frame, NodeId table, const content::Table::Row& row, Leaf::Part part, std::int32_t index) {
  struct Placing {
    SetCell set;
    int rows;
  };
  std::vector<Placing> cells;
  Length first{};
  for (std::size_t place = 0; place < frame.columns.size(); ++place) {
    bool again = false;
    const Cell* cell = cell_at(row.cells, frame, place, again);
    if (cell == nullptr) continue;
    const Leaf leaf = cell_leaf(table, part, index, frame.columns[place].index);
    cells.push_back({set_cell(setter, *cell, place_of(frame, place, *cell, style_of_row(frame.look, row.kind)), frame.decimal_sign, leaf), cell->rows});
    if (again) make_artifact(cells.back().set.piece);
    if (cells.back().set.text) first = max(first, cells.back().set.first);
  }
  if (first == Length{}) first = setter.style(style_of_row(frame.look, row.kind)).leading;
  SetRow made;
  Piece& piece = made.piece;
  piece.node = table;
  piece.height = frame.padding + first;
  piece.baseline = frame.padding + first;
  for (Placing& cell : cells) {
    const Length top = top_in_row(setter, cell.set, frame.padding, first), bottom = top + cell.set.piece.height;
    if (cell.rows > 1) made.spanning.push_back({cell.rows, bottom + frame.padding});
    else piece.height = max(piece.height, bottom);
    absorb(piece, std::move(cell.set.piece), {{}, top});
  }
  piece.height = round_up(piece.height + frame.padding, setter.unit() / 4);
  return made;
}

Piece set_again(const Setter& setter, const TableFrame& frame, NodeId table, const Cell& cell, std::size_t place, Length first, Length room) {
  SetCell set = set_cell(setter, cell, place_of(frame, place, cell, style_of_row(frame.look, {})), frame.decimal_sign, cell_leaf(table, Leaf::Part::artifact, -1, place));
  const Length top = top_in_row(setter, set, frame.padding, first);
  std::erase_if(set.piece.items, [&](const Placed& thing) {
    const auto* line = std::get_if<PlacedLine>(&thing);
    return line != nullptr && line->baseline.y > set.first && top + line->baseline.y > room;
  });
  Piece piece;
  absorb(piece, std::move(set.piece), {{}, top});
  make_artifact(piece);
  return piece;
}

Piece set_head(const Setter& setter, const TableFrame& frame, NodeId id) {
  const auto& table = std::get<content::Table>(setter.node(id).body);
  const Length padding = max(setter.unit() / 4, min(frame.padding, setter.unit() / 2));
  std::vector<HeadCell> cells = head_cells(setter, frame, id, table);
  const std::vector<Length> feet = level_feet(cells, table.levels(), padding, padding);
  Piece piece;
  piece.node = id;
  for (HeadCell& head : cells) {
    const auto lowest = static_cast<std::size_t>(head.row + table.levels() + head.cell->rows - 1);
    const Length foot = feet[std::min(lowest, feet.size() - 1)];
    absorb(piece, std::move(head.set.piece), {{}, foot - head.set.piece.height});
    const bool over = head.row < -1 && lowest + 1 < feet.size() && !head.cell->empty();
    const Length left = frame.columns[head.place].left;
    if (over) piece.items.push_back(rule(setter, "row", {left, foot + padding / 2}, frame.right_of(head.place, head.cell->columns) - left, id));
  }
  piece.height = round_up(feet.back() + padding, setter.unit() / 4);
  for (Placed& above : row_rule(setter, frame, id, frame.look.above_head, nullptr, {})) piece.items.push_back(std::move(above));
  for (Placed& below : row_rule(setter, frame, id, frame.look.below_head, nullptr, piece.height)) piece.items.push_back(std::move(below));
  return piece;
}

Piece set_plain_row(const Setter& setter, const TableFrame& frame, NodeId id, std::size_t row) {
  const auto& table = std::get<content::Table>(setter.node(id).body);
  const content::PlainRows& plain = *table.plain;
  Piece piece;
  piece.node = id;
  Length height{};
  for (std::size_t place = 0; place < frame.columns.size(); ++place) {
    const TableFrame::Column& column = frame.columns[place];
    const std::size_t cell = row * table.columns.size() + column.index;
    if (cell >= plain.ends.size()) continue;
    const std::string_view words = plain_text(plain, cell);
    const definition::Style& style = setter.style(column.index < plain.styles.size() ? plain.styles[column.index] : std::string("cell"));
    if (words.empty()) continue;
    const Leaf leaf = cell_leaf(id, column.again ? Leaf::Part::artifact : Leaf::Part::cell, static_cast<std::int32_t>(row), column.index);
    height = max(height, add_lines(piece, plain_lines(setter, frame, place, words, style, id, plain.printed(cell, words)), {column.left, frame.padding}, style.leading, leaf));
  }
  piece.height = round_up(max(height, frame.padding) + frame.padding, setter.unit() / 4);
  return piece;
}

std::vector<Placed> row_rule(const Setter& setter, const TableFrame& frame, NodeId table, const std::string& name, const content::Table::Row* row, Length y) {
  std::vector<Placed> rules;
  if (name == "none") return rules;
  Length left = frame.left, right = frame.left;
  const auto end = [&] {
    if (right > left) rules.push_back(rule(setter, name, {left, y}, right - left, table));
  };
  for (std::size_t place = 0; place < frame.columns.size(); ++place) {
    const std::size_t index = frame.columns[place].index;
    if (row != nullptr && index < row->cells.size() && covered_from_above(row->cells, index)) {
      end();
      left = right = place + 1 < frame.columns.size() ? frame.columns[place + 1].left : frame.left + frame.width;
    } else {
      right = place + 1 < frame.columns.size() ? frame.columns[place].right() : frame.left + frame.width;
    }
  }
  end();
  return rules;
}

void make_artifact(Piece& piece) {
  piece.notes.clear();
  for (Placed& thing : piece.items) {
    if (auto* line = std::get_if<PlacedLine>(&thing)) {
      line->leaf.part = Leaf::Part::artifact;
      line->artifact = Artifact::decoration;
      line->links.clear();
    }
    if (auto* drawing = std::get_if<PlacedDrawing>(&thing)) drawing->leaf.part = Leaf::Part::artifact;
  }
}

}  // namespace tilstand::layout
