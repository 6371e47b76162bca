// SPDX-License-Identifier: Apache-2.0
#include "definition/read_blocks.hpp"

#include <algorithm>

namespace tilstand::definition {
namespace {

constexpr std::string_view chart_types[] = {"rank-series", "dumbbell", "rank-dumbbell", "columns", "slope",
                                            "pairs", "scale", "status", "counts", "matrix"};

constexpr std::array<std::pair<std::string_view, Column::Align>, 3> aligns{
    {{"left", Column::Align::left}, {"right", Column::Align::right}, {"centre", Column::Align::centre}}};

void read_type(KeyReader& keys, Text& type) {
  if (!keys.text("type", type, Need::required)) return;
  if (std::find(std::begin(chart_types), std::end(chart_types), type.value) != std::end(chart_types)) return;
  keys.unknown_value(type, {std::begin(chart_types), std::end(chart_types)});
}

/// `labels` and `groups` go with `figures` one by one.
void check_count(KeyReader& keys, std::string_view key, std::size_t count, std::size_t figures) {
  if (count == 0 || count == figures) return;
  keys.error(key, "definition.wrong-count", "expected as many " + std::string(key) + " as figures (" +
                                                std::to_string(figures) + "), found " + std::to_string(count));
}

ChartRows read_chart_rows(KeyReader& keys) {
  ChartRows rows;
  keys.texts("figures", rows.figures);
  keys.texts("labels", rows.labels);
  keys.texts("groups", rows.groups);
  check_count(keys, "labels", rows.labels.size(), rows.figures.size());
  check_count(keys, "groups", rows.groups.size(), rows.figures.size());
  rows.loop = read_loop(keys);
  keys.text("figure", rows.figure);
  keys.text("label", rows.label);
  if (!rows.figures.empty() && !rows.loop.rows.empty())
    keys.error("repeat", "definition.conflict", "a chart has both \"figures\" and \"repeat\"; expected one");
  return rows;
}

void read_lines(KeyReader& keys, Column& column) {
  CellLine only;
  const bool shorthand = keys.text("text", only.text);
  if (shorthand && keys.has("line"))
    keys.error("line", "definition.conflict", "a column has both \"text\" and \"line\"; expected one");
  if (shorthand) column.lines.push_back(std::move(only));
  for (const Toml* table : keys.tables("line")) {
    KeyReader inner(*table, keys.context());
    CellLine line;
    inner.text("text", line.text, Need::required);
    inner.text("style", line.style);
    inner.finish();
    column.lines.push_back(std::move(line));
  }
}

Column read_column(const Toml& table, ReadContext& context) {
  KeyReader keys(table, context);
  Column column;
  keys.text("head", column.head);
  read_lines(keys, column);
  keys.length("width", column.width);
  keys.choice("align", column.align, aligns);
  keys.text("style", column.style);
  keys.boolean("row-head", column.row_head);
  keys.boolean("once-per-group", column.once_per_group);
  keys.text("trend", column.trend);
  if (const Toml* chart = keys.table("chart")) {
    KeyReader inner(*chart, context);
    column.chart = read_chart(inner);
    inner.finish();
  }
  keys.finish();
  return column;
}

}  // namespace

Chart read_chart(KeyReader& keys) {
  Chart body;
  read_type(keys, body.type);
  keys.text("title", body.title);
  keys.text("unit", body.unit);
  keys.text("source", body.source);
  keys.text("description", body.description);
  body.rows = read_chart_rows(keys);
  keys.real("maximum", body.maximum);
  keys.real("step", body.step);
  const std::string& type = body.type.value;
  const auto needed_by = [&](std::initializer_list<std::string_view> types) {
    return std::find(types.begin(), types.end(), type) == types.end() ? Need::optional : Need::required;
  };
  keys.text("value", body.value, needed_by({"status", "counts", "matrix"}));
  keys.text("total", body.total, needed_by({"counts"}));
  body.names = read_loop_table(keys, "names");
  keys.text("levels", body.levels, needed_by({"status", "matrix"}));
  keys.length("size", body.size);
  keys.text("series-a", body.series_a);
  keys.text("series-b", body.series_b);
  keys.text("rest", body.rest);
  keys.boolean("in-appendix", body.in_appendix);
  if (body.step && *body.step <= 0) keys.error("step", "definition.out-of-range", "expected a step above zero");
  return body;
}

Table read_table(KeyReader& keys) {
  Table body;
  keys.text("title", body.title);
  body.rows = read_loop(keys);
  keys.text("group", body.group);
  for (const Toml* column : keys.tables("column", Need::required)) body.columns.push_back(read_column(*column, keys.context()));
  keys.text("note", body.note);
  keys.boolean("numbered", body.numbered);
  return body;
}

}  // namespace tilstand::definition
