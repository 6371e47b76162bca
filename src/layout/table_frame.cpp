// SPDX-License-Identifier: Apache-2.0
#include "layout/table_frame.hpp"

#include <algorithm>

#include "layout/column_widths.hpp"

namespace tilstand::layout {
namespace {

using definition::Column;

text::Align align_of(Column::Align align) {
  if (align == Column::Align::right) return text::Align::right;
  return align == Column::Align::centre ? text::Align::centre : text::Align::left;
}

/// Text of a whole unit's leading gets more air than small type.
bool has_large_text(const Setter& setter, const content::Table& table) {
  return std::any_of(table.rows.begin(), table.rows.end(), [&setter](const content::Table::Row& row) {
    return std::any_of(row.cells.begin(), row.cells.end(), [&setter](const content::Cell& cell) {
      return !cell.lines.empty() && setter.style(cell.lines.front().style).leading >= setter.unit() && cell.lines.size() > 1;
    });
  });
}

Length padding_of(const Setter& setter, const content::Table& table) {
  const Length quarter = setter.unit() / 4;
  if (table.plain) return quarter;
  return has_large_text(setter, table) ? quarter * 3 : scaled(quarter, 3, 2);  // rows of small type are whole ¾ units high
}

/// Given widths as they are; the other columns share what is left by what stands in them.
std::vector<Length> widths_of(const Setter& setter, NodeId id, const content::Table& table, Length room, Length gap) {
  std::vector<Length> widths;
  std::vector<std::size_t> sharing;
  Length rest = room - gap * std::max<std::int64_t>(static_cast<std::int64_t>(table.columns.size()) - 1, 0);
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    widths.push_back(table.columns[i].width.value_or(Length{}));
    rest -= widths.back();
    if (!table.columns[i].width) sharing.push_back(i);
  }
  if (rest < Length{-72} || (!sharing.empty() && rest < mm(1) * static_cast<std::int64_t>(sharing.size())))
    setter.reports.error(setter.node(id), id, "layout.too-wide", "the columns of the table are wider than its frame",
                         "make columns narrower or leave a width out");
  rest = max(rest, mm(1) * static_cast<std::int64_t>(sharing.size()));
  std::vector<ColumnWish> wishes;
  for (const std::size_t column : sharing) wishes.push_back(sharing.size() == 1 ? ColumnWish{} : wish_of(setter, id, column, rest));
  const std::vector<Length> shares = share_out(wishes, rest);
  for (std::size_t i = 0; i < sharing.size(); ++i) widths[sharing[i]] = shares[i];
  return widths;
}

}  // namespace

TableFrame frame_of(const Setter& setter, NodeId id, const Measure& measure) {
  const auto& table = std::get<content::Table>(setter.node(id).body);
  const Length gap = scaled(setter.config.in.theme.page.gutter, 4, 5);
  TableFrame frame{{}, measure.left, measure.width, padding_of(setter, table)};
  const std::vector<Length> widths = widths_of(setter, id, table, measure.width, gap);
  Length left = measure.left;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    frame.columns.push_back({left, widths[i], align_of(table.columns[i].align)});
    left += widths[i] + gap;
  }
  return frame;
}

}  // namespace tilstand::layout
