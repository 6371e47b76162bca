// SPDX-License-Identifier: Apache-2.0
#include "layout/column_widths.hpp"

#include <algorithm>

namespace tilstand::layout {
namespace {

constexpr std::size_t most_rows = 200;

ColumnWish wish_of_text(const Setter& setter, const content::CellText& text, NodeId table) {
  const SpanList list = spans_of(setter, text.inlines, setter.style(text.style), table);
  if (list.spans.empty()) return {};
  return {setter.config.in.shaper.least_measure(list.spans), setter.config.in.shaper.line(list.spans).width};
}

void widen(ColumnWish& wish, const ColumnWish& other) {
  wish.least = max(wish.least, other.least);
  wish.natural = max(wish.natural, other.natural);
}

void widen_by_cell(ColumnWish& wish, const Setter& setter, const content::Cell& cell, NodeId table, Length room) {
  for (const content::CellText& text : cell.lines) widen(wish, wish_of_text(setter, text, table));
  if (!cell.plan) return;
  const Length width = min(room, chart::natural_size(*cell.plan, room, setter.config.in.theme).width);
  widen(wish, {width, width});
}

}  // namespace

ColumnWish wish_of(const Setter& setter, NodeId table, std::size_t column, Length room) {
  const auto& body = std::get<content::Table>(setter.node(table).body);
  ColumnWish wish;
  if (column < body.head.size()) widen_by_cell(wish, setter, body.head[column], table, room);
  const std::size_t rows = std::min(body.row_count(), most_rows);
  for (std::size_t row = 0; row < rows; ++row) {
    if (body.plain) widen_by_cell(wish, setter, body.cell(row, column), table, room);
    else if (column < body.rows[row].cells.size()) widen_by_cell(wish, setter, body.rows[row].cells[column], table, room);
  }
  return wish;
}

std::vector<Length> share_out(const std::vector<ColumnWish>& wishes, Length room) {
  Length least{}, natural{};
  for (const ColumnWish& wish : wishes) {
    least += wish.least;
    natural += wish.natural;
  }
  const auto count = static_cast<std::int64_t>(wishes.size());
  std::vector<Length> widths;
  for (const ColumnWish& wish : wishes) {
    Length width = count > 0 ? room / count : Length{};
    if (natural.units > 0 && natural <= room) width = scaled(room, wish.natural.units, natural.units);
    else if (natural > least && least <= room) width = wish.least + scaled(room - least, (wish.natural - wish.least).units, (natural - least).units);
    else if (least.units > 0) width = scaled(room, wish.least.units, least.units);
    widths.push_back(width);
  }
  return widths;
}

}  // namespace tilstand::layout
