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

/// What a column has for certain, and its part of what is left.
struct Share {
  Length base{}, weight{};
};

/// Rounded by running sums, so that the widths fill the room to the unit.
std::vector<Length> widths_of(const std::vector<Share>& shares, Length room) {
  Length rest = room, total{}, sum{}, given{};
  for (const Share& share : shares) {
    rest -= share.base;
    total += share.weight;
  }
  std::vector<Length> widths;
  for (const Share& share : shares) {
    sum += share.weight;
    const Length until = scaled(rest, sum.units, total.units);
    widths.push_back(share.base + until - given);
    given = until;
  }
  return widths;
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
  std::vector<Share> shares;
  for (const ColumnWish& wish : wishes) {
    if (natural.units == 0) shares.push_back({{}, Length{1}});
    else if (natural <= room) shares.push_back({wish.natural, wish.natural});
    else if (least <= room) shares.push_back({wish.least, wish.natural - wish.least});
    else shares.push_back({{}, wish.least});
  }
  return widths_of(shares, room);
}

}  // namespace tilstand::layout
