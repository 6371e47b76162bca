// SPDX-License-Identifier: Apache-2.0
#include "layout/table_frame.hpp"

#include <algorithm>

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
  return has_large_text(setter, table) ? quarter * 3 : quarter * 2;
}

}  // namespace

TableFrame frame_of(const Setter& setter, NodeId id, const Measure& measure) {
  const auto& table = std::get<content::Table>(setter.node(id).body);
  const Length gap = scaled(setter.config.in.theme.page.gutter, 4, 5);
  TableFrame frame{{}, measure.left, measure.width, padding_of(setter, table)};
  Length given{};
  std::int64_t sharing = 0;
  for (const content::TableColumn& column : table.columns) {
    given += column.width.value_or(Length{});
    if (!column.width) ++sharing;
  }
  const auto count = static_cast<std::int64_t>(table.columns.size());
  const Length rest = measure.width - given - gap * std::max<std::int64_t>(count - 1, 0);
  if (rest < Length{-72} || (sharing > 0 && rest < mm(1) * sharing))
    setter.reports.error(setter.node(id), id, "layout.too-wide", "the columns of the table are wider than its frame",
                         "make columns narrower or leave a width out");
  const Length share = sharing > 0 ? max(mm(1), rest / sharing) : Length{};
  Length left = measure.left;
  for (const content::TableColumn& column : table.columns) {
    const Length width = column.width.value_or(share);
    frame.columns.push_back({left, width, align_of(column.align)});
    left += width + gap;
  }
  return frame;
}

}  // namespace tilstand::layout
