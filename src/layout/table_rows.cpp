// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string_view>

#include "layout/table_frame.hpp"
#include "text/from_theme.hpp"

namespace tilstand::layout {
namespace {

using content::Cell;
using content::CellText;

/// A cell set in its column: from the top of its first line, which has `first` as baseline.
struct SetCell {
  Piece piece;
  Length first{};  ///< baseline of the first line; leading of the style
  bool text = false;
};

/// Small type below larger type starts lower, so that both keep the grid.
Length gap_between(const Setter& setter, Length above, const definition::Style& below) {
  const bool smaller = above >= setter.unit() && below.leading < setter.unit();
  return max(below.before, smaller ? setter.unit() - below.leading : Length{});
}

void add_cell_text(const Setter& setter, SetCell& set, const Cell& cell, const TableFrame::Column& column, Leaf leaf) {
  Length y{}, last{};
  for (std::size_t i = 0; i < cell.lines.size(); ++i) {
    const CellText& line = cell.lines[i];
    const definition::Style& style = setter.style(line.style);
    const Length leading = style.leading;
    if (i > 0) y += gap_between(setter, last, style);
    if (i == 0) set.first = leading;
    leaf.line = static_cast<std::int16_t>(i);
    LineOptions options;
    options.align = column.align;
    const Length end = add_text(setter, set.piece, line.inlines, line.style, {column.left, y}, column.width, leaf, options);
    set.text = set.text || end > y;
    y = end;
    last = leading;
  }
  set.piece.height = y;
}

void add_cell_chart(const Setter& setter, SetCell& set, const chart::Plan& plan, const TableFrame::Column& column, Leaf leaf) {
  Size size = chart::natural_size(plan, column.width, setter.config.in.theme);
  size.width = min(size.width, column.width);
  chart::Drawing drawing = chart::draw(plan, size, setter.draw_context(leaf.node));
  const Length spare = column.width - size.width;
  const Length left = column.align == text::Align::right ? spare : column.align == text::Align::centre ? spare / 2 : Length{};
  set.piece.items.push_back(PlacedDrawing{{column.left + left, set.piece.height}, std::move(drawing), leaf});
  set.piece.height += size.height;
}

SetCell set_cell(const Setter& setter, const Cell& cell, const TableFrame::Column& column, Leaf leaf) {
  SetCell set;
  add_cell_text(setter, set, cell, column, leaf);
  leaf.line = static_cast<std::int16_t>(cell.lines.size());
  if (cell.plan) add_cell_chart(setter, set, *cell.plan, column, leaf);
  return set;
}

/// Where a cell starts so that its first line stands on the row's first baseline; marks are centred on the small letters.
Length top_in_row(const Setter& setter, const SetCell& cell, Length padding, Length first) {
  if (cell.text) return padding + first - cell.first;
  const Length centre = padding + first - scaled(setter.unit(), 3, 10);
  return max(padding / 2, centre - cell.piece.height / 2);
}

Leaf cell_leaf(NodeId table, Leaf::Part part, std::int32_t row, std::size_t column) {
  return {table, part, row, static_cast<std::int16_t>(column), 0};
}

std::string_view plain_text(const content::PlainRows& rows, std::size_t cell) {
  const std::size_t begin = cell == 0 ? 0 : rows.ends[cell - 1];
  return std::string_view(rows.bytes).substr(begin, rows.ends[cell] - begin);
}

/// One cell of a plain table: on one line when it fits, which spares the search for breaks.
std::vector<SetLine> plain_lines(const Setter& setter, const TableFrame::Column& column, std::string_view words, const definition::Style& style,
                                 NodeId table) {
  std::vector<text::Span> spans{text::styled(std::string(words), style, setter.config.in.tree.language, table)};
  text::Line line = setter.config.in.shaper.line(spans);
  if (line.width > column.width) return set_lines(setter, {std::move(spans), {}, {}}, style, column.width, table, {false, false, column.align});
  const Length spare = column.width - line.width;
  const Length shift = column.align == text::Align::right ? spare : column.align == text::Align::centre ? spare / 2 : Length{};
  line.left += shift;
  for (text::GlyphRun& run : line.runs) run.x += shift;
  std::vector<SetLine> lines;
  lines.push_back({std::move(line), {}, {}});
  return lines;
}

}  // namespace

Piece set_row(const Setter& setter, const TableFrame& frame, NodeId table, const std::vector<Cell>& cells, std::int32_t row) {
  std::vector<SetCell> set;
  Length first{};
  for (std::size_t i = 0; i < cells.size() && i < frame.columns.size(); ++i) {
    set.push_back(set_cell(setter, cells[i], frame.columns[i], cell_leaf(table, Leaf::Part::cell, row, i)));
    if (set.back().text) first = max(first, set.back().first);
  }
  if (first == Length{}) first = setter.style("cell").leading;
  Piece piece;
  piece.node = table;
  piece.height = frame.padding + first;
  piece.baseline = frame.padding + first;
  for (SetCell& cell : set) {
    const Length top = top_in_row(setter, cell, frame.padding, first);
    piece.height = max(piece.height, top + cell.piece.height);
    absorb(piece, std::move(cell.piece), {{}, top});
  }
  piece.height = round_up(piece.height + frame.padding, setter.unit() / 4);
  return piece;
}

Piece set_head(const Setter& setter, const TableFrame& frame, NodeId table) {
  const auto& head = std::get<content::Table>(setter.node(table).body).head;
  const Length padding = max(setter.unit() / 4, min(frame.padding, setter.unit() / 2));
  std::vector<SetCell> set;
  Length height{};
  for (std::size_t i = 0; i < head.size() && i < frame.columns.size(); ++i) {
    set.push_back(set_cell(setter, head[i], frame.columns[i], cell_leaf(table, Leaf::Part::head_cell, -1, i)));
    height = max(height, set.back().piece.height);
  }
  Piece piece;
  piece.node = table;
  for (SetCell& cell : set) {
    const Length top = padding + height - cell.piece.height;
    absorb(piece, std::move(cell.piece), {{}, top});
  }
  piece.height = round_up(height + padding * 2, setter.unit() / 4);
  piece.items.push_back(rule(setter, "table", {frame.left, {}}, frame.width, table));
  piece.items.push_back(rule(setter, "head", {frame.left, piece.height}, frame.width, table));
  return piece;
}

Piece set_plain_row(const Setter& setter, const TableFrame& frame, NodeId table, std::size_t row) {
  const content::PlainRows& plain = *std::get<content::Table>(setter.node(table).body).plain;
  Piece piece;
  piece.node = table;
  Length height{};
  for (std::size_t i = 0; i < frame.columns.size(); ++i) {
    const std::size_t cell = row * frame.columns.size() + i;
    if (cell >= plain.ends.size()) break;
    const std::string_view words = plain_text(plain, cell);
    const definition::Style& style = setter.style(i < plain.styles.size() ? plain.styles[i] : std::string("cell"));
    if (words.empty()) continue;
    const Leaf leaf = cell_leaf(table, Leaf::Part::cell, static_cast<std::int32_t>(row), i);
    height = max(height, add_lines(piece, plain_lines(setter, frame.columns[i], words, style, table),
                                   {frame.columns[i].left, frame.padding}, style.leading, leaf));
  }
  piece.height = round_up(max(height, frame.padding) + frame.padding, setter.unit() / 4);
  return piece;
}

}  // namespace tilstand::layout
