// SPDX-License-Identifier: Apache-2.0
#include "layout/table_cells.hpp"

namespace tilstand::layout {
namespace {

using content::Cell;
using content::CellText;

/// Small type below larger type starts lower, so that both keep the grid.
Length gap_between(const Setter& setter, Length above, const definition::Style& below) {
  const bool smaller = above >= setter.unit() && below.leading < setter.unit();
  return max(below.before, smaller ? setter.unit() - below.leading : Length{});
}

void add_cell_text(const Setter& setter, SetCell& set, const Cell& cell, const CellPlace& place, const std::string& decimal_sign, Leaf leaf) {
  Length y{}, last{};
  for (std::size_t i = 0; i < cell.lines.size(); ++i) {
    const CellText& text = cell.lines[i];
    const definition::Style& style = setter.style(text.style.empty() ? place.style : text.style);
    if (i > 0) y += gap_between(setter, last, style);
    if (i == 0) set.first = style.leading;
    leaf.line = static_cast<std::int16_t>(i);
    std::vector<SetLine> lines = cell_lines(setter, spans_of(setter, text.inlines, style, leaf.node), style, place, decimal_sign);
    const Length end = add_lines(set.piece, std::move(lines), {place.left, y}, style.leading, leaf);
    set.text = set.text || end > y;
    y = end;
    last = style.leading;
  }
  set.piece.height = y;
}

void add_cell_chart(const Setter& setter, SetCell& set, const chart::Plan& plan, const CellPlace& place, Leaf leaf) {
  Size size = chart::natural_size(plan, place.width, setter.config.in.theme);
  size.width = min(size.width, place.width);
  drawing::Drawing drawing = chart::draw(plan, size, setter.draw_context(leaf.node));
  const Length spare = place.width - size.width;
  const Length left = place.align == text::Align::right ? spare : place.align == text::Align::centre ? spare / 2 : Length{};
  set.piece.items.push_back(PlacedDrawing{{place.left + left, set.piece.height}, std::move(drawing), leaf});
  set.piece.height += size.height;
}

/// Nothing when the line has no room with its sign in place.
std::optional<SetLine> decimal_line(const Setter& setter, const SpanList& list, const CellPlace& place, const std::string& decimal_sign) {
  if (!place.decimal || list.spans.empty() || !list.boxes.empty()) return std::nullopt;
  text::Line line = setter.config.in.shaper.line(list.spans);
  const DecimalPlace own = decimal_place(line, decimal_sign);
  const Length left = place.width - place.decimal->after - own.before;
  if (left < Length{} || own.after > place.decimal->after) return std::nullopt;
  return shifted({std::move(line), list.links, {}}, left);
}

}  // namespace

SetLine shifted(SetLine line, Length by) {
  line.line.left += by;
  for (text::GlyphRun& run : line.line.runs) run.x += by;
  for (text::PlacedBox& box : line.line.boxes) box.x += by;
  return line;
}

std::vector<SetLine> cell_lines(const Setter& setter, SpanList list, const definition::Style& style, const CellPlace& place, const std::string& decimal_sign) {
  if (place.decimal) make_tabular(list.spans);
  std::optional<SetLine> line = decimal_line(setter, list, place, decimal_sign);
  if (!line) return set_lines(setter, std::move(list), style, place.width, {false, false, place.align});
  std::vector<SetLine> lines;
  lines.push_back(std::move(*line));
  return lines;
}

SetCell set_cell(const Setter& setter, const Cell& cell, const CellPlace& place, const std::string& decimal_sign, Leaf leaf) {
  SetCell set;
  add_cell_text(setter, set, cell, place, decimal_sign, leaf);
  leaf.line = static_cast<std::int16_t>(cell.lines.size());
  if (cell.plan) add_cell_chart(setter, set, *cell.plan, place, leaf);
  return set;
}

}  // namespace tilstand::layout
