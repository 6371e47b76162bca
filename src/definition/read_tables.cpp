// SPDX-License-Identifier: Apache-2.0
#include "definition/read_blocks.hpp"

namespace tilstand::definition {
namespace {

constexpr int most_shares = 1000;

constexpr std::array<std::pair<std::string_view, Column::Align>, 4> aligns{{{"left", Column::Align::left},
                                                                            {"right", Column::Align::right},
                                                                            {"centre", Column::Align::centre},
                                                                            {"decimal", Column::Align::decimal}}};
constexpr std::array<std::pair<std::string_view, Column::Total>, 3> totals{
    {{"sum", Column::Total::sum}, {"mean", Column::Total::mean}, {"count", Column::Total::count}}};
constexpr std::array<std::pair<std::string_view, Table::Foot>, 2> feet{{{"last", Table::Foot::last}, {"each-page", Table::Foot::each_page}}};

void read_lines(KeyReader& keys, Column& column) {
  CellLine only;
  const bool shorthand = keys.text("text", only.text);
  keys.text("note", only.note);
  if (shorthand && keys.has("line"))
    keys.error("line", "definition.conflict", "a column has both \"text\" and \"line\"; expected one");
  if (shorthand) column.lines.push_back(std::move(only));
  for (const Toml* table : keys.tables("line")) {
    KeyReader inner(*table, keys.context());
    CellLine line;
    inner.text("text", line.text, Need::required);
    inner.text("style", line.style);
    inner.text("note", line.note);
    inner.finish();
    column.lines.push_back(std::move(line));
  }
}

void read_width(KeyReader& keys, Column& column) {
  keys.length("width", column.width);
  keys.length("min-width", column.least);
  keys.length("max-width", column.most);
  keys.integer("share", column.share, {1, most_shares});
  if (column.width && (column.least || column.most || column.share > 0))
    keys.error("width", "definition.conflict", "a column has both a width and bounds or a share; expected one");
  if (column.least && column.most && *column.most < *column.least)
    keys.error("max-width", "definition.conflict", "a column's greatest width is less than its least");
}

void read_total(KeyReader& keys, Column& column) {
  keys.text("value", column.value);
  keys.choice("total", column.total, totals);
  keys.text("total-text", column.total_text);
  if (column.total != Column::Total::none && column.value.empty())
    keys.error("total", "definition.missing-key", "missing key \"value\": there is nothing to make a total from");
}

Column read_column(const Toml& table, ReadContext& context) {
  KeyReader keys(table, context);
  Column column;
  keys.text("head", column.head);
  keys.texts("over", column.over);
  read_lines(keys, column);
  read_width(keys, column);
  keys.choice("align", column.align, aligns);
  keys.text("style", column.style);
  keys.boolean("row-head", column.row_head);
  keys.boolean("once-per-group", column.once_per_group);
  keys.boolean("span-rows", column.span_rows);
  keys.boolean("span-columns", column.span_columns);
  keys.text("trend", column.trend);
  if (const Toml* chart = keys.table("chart")) {
    KeyReader inner(*chart, context);
    column.chart = read_chart(inner);
    inner.finish();
  }
  read_total(keys, column);
  keys.text("foot", column.foot);
  keys.finish();
  return column;
}

/// Keys that say nothing without another one.
void check_table(KeyReader& keys, const Table& body) {
  bool has_total = false, has_sum = false;
  for (const Column& column : body.columns) {
    has_total = has_total || column.total != Column::Total::none;
    has_sum = has_sum || column.total == Column::Total::sum;
  }
  if (body.group.empty() && !body.group_head.empty())
    keys.error("group-head", "definition.missing-key", "missing key \"group\": there are no groups to head");
  if (body.group.empty() && !body.subtotal.empty())
    keys.error("subtotal", "definition.missing-key", "missing key \"group\": there are no groups to sum up");
  for (const char* key : {"subtotal", "total"})
    if (keys.has(key) && !has_total) keys.error(key, "definition.missing-key", "no column has a \"total\"");
  if (body.carried && !has_sum) keys.error("carried", "definition.missing-key", "no column has total = \"sum\"");
}

}  // namespace

Table read_table(KeyReader& keys) {
  Table body;
  keys.text("title", body.title);
  body.rows = read_loop(keys);
  keys.text("group", body.group);
  keys.text("group-head", body.group_head);
  keys.text("subtotal", body.subtotal);
  keys.text("total", body.total);
  keys.boolean("carried", body.carried);
  keys.choice("foot", body.foot, feet);
  keys.boolean("continued", body.continued);
  keys.boolean("break-rows", body.break_rows);
  keys.boolean("turned", body.turned);
  keys.boolean("column-sets", body.column_sets);
  for (const Toml* column : keys.tables("column", Need::required)) body.columns.push_back(read_column(*column, keys.context()));
  keys.text("note", body.note);
  keys.boolean("numbered", body.numbered);
  check_table(keys, body);
  return body;
}

}  // namespace tilstand::definition
