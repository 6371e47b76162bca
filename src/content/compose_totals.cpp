// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "content/composer.hpp"
#include "content/origins.hpp"

namespace tilstand::content {
namespace {

using Total = definition::Column::Total;

std::size_t first_total(const definition::Table& body) {
  const auto found = std::find_if(body.columns.begin(), body.columns.end(), [](const definition::Column& column) { return column.total != Total::none; });
  return static_cast<std::size_t>(found - body.columns.begin());
}

}  // namespace

void Composer::heads(const definition::Table& body, Table& table, Scope& scope) {
  std::size_t levels = 0;
  for (const definition::Column& column : body.columns) levels = std::max(levels, column.over.size());
  table.over.resize(levels);
  for (const definition::Column& column : body.columns) {
    table.columns.push_back({column.width, column.align, column.row_head, column.least, column.most, column.share});
    table.head.push_back({{{{}, inlines(column.head, scope)}}, std::nullopt});
    // Fewer heads than levels stand at the top.
    for (std::size_t level = 0; level < levels; ++level) {
      Cell over;
      if (level < column.over.size()) over.lines.push_back({{}, inlines(column.over[level], scope)});
      table.over[level].push_back(std::move(over));
    }
  }
}

void Composer::count_in(const definition::Table& body, Totals& totals, Scope& scope) {
  if (!totals.any()) return;
  for (std::size_t i = 0; i < body.columns.size(); ++i) {
    const definition::Column& column = body.columns[i];
    if (column.total == Total::none) continue;
    const Value value = evaluator_.evaluate(definition::Located(column.value), scope);
    const auto* text = value.get<std::string>();
    if (value.missing() || value.failed() || (text != nullptr && text->empty())) continue;
    const std::optional<tables::Decimal> number = as_number(value);
    if (number) totals.add(i, *number, printed_of(value, {}, column.value.value, in_.dataset));
    else if (column.total == Total::count) totals.add(i, {}, printed_of(value, {}, column.value.value, in_.dataset));
    else if (!value.get<FigureValue>()) diagnostics_.error("content.no-number", "\"" + evaluator_.say(value) + "\" is no number, so it has no part in a total", column.value.span, "give an expression of a number");
  }
}

Table::Row Composer::total_row(const definition::Table& body, const Totals& totals, const definition::Text& label, bool of_group, Scope& scope) {
  Table::Row row;
  row.kind = of_group ? Table::Row::Kind::subtotal : Table::Row::Kind::total;
  row.cells.resize(body.columns.size());
  const std::size_t first = first_total(body);
  for (std::size_t i = 0; i < body.columns.size(); ++i) {
    const definition::Column& column = body.columns[i];
    row.cells[i].covered = i > 0 && i < first;
    if (column.total == Total::none) continue;
    const std::optional<tables::Decimal> total = totals.of(i, of_group);
    if (!total && column.total == Total::sum) diagnostics_.error("content.too-large", "the sum of this column is too large", column.value.span, "give smaller numbers, as in thousands");
    if (!total) continue;
    Inline one;
    one.text = definition::fill(column.total_text.empty() ? "{number}" : printed(column.total_text, scope), {{"number", evaluator_.forms().number(total->mantissa, total->decimals)}});
    one.span = column.value.span;
    one.printed = whole_text(one.text.size(), evaluator_.list(totals.printed(i, of_group)));
    row.cells[i].lines.push_back({{}, {one}});
  }
  if (first == 0) return row;
  row.cells.front().lines.push_back({{}, inlines(label, scope)});
  row.cells.front().columns = static_cast<int>(first);
  return row;
}

void Composer::foot(const definition::Table& body, Table& table, const Totals& totals, Scope& scope) {
  const bool own = std::any_of(body.columns.begin(), body.columns.end(), [](const definition::Column& column) { return !column.foot.empty(); });
  if (own) {
    Table::Row row;
    row.kind = Table::Row::Kind::foot;
    for (const definition::Column& column : body.columns) row.cells.push_back({{{{}, inlines(column.foot, scope)}}, std::nullopt});
    table.foot.push_back(std::move(row));
  }
  if (!body.total.empty()) table.foot.push_back(total_row(body, totals, body.total, false, scope));
}

}  // namespace tilstand::content
