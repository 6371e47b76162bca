// SPDX-License-Identifier: Apache-2.0
#include "definition/read_blocks.hpp"

#include <algorithm>

namespace tilstand::definition {
namespace {

/// Sectors of a disc, by the names that other programs have for them.
constexpr std::string_view pies[] = {"pie", "donut", "doughnut", "ring", "sunburst"};

bool is_pie(const Text& type) { return std::find(std::begin(pies), std::end(pies), type.value) != std::end(pies); }

constexpr std::string_view chart_types[] = {"rank-series", "dumbbell", "rank-dumbbell", "columns", "slope",
                                            "pairs", "scale", "status", "counts", "matrix"};

void read_type(KeyReader& keys, Text& type) {
  if (!keys.text("type", type, Need::required)) return;
  if (graph_kind(type.value) || std::find(std::begin(chart_types), std::end(chart_types), type.value) != std::end(chart_types)) return;
  if (is_pie(type))
    return keys.error("type", "definition.pie", "there is no \"" + type.value + "\" chart: angles are hard to compare",
                      "take \"bar\" with order = \"falling\", or \"waffle\" for parts of a hundred, or \"bar\" with stack = \"percent\" for several wholes");
  std::vector<std::string> known = graph_types();
  known.insert(known.begin(), std::begin(chart_types), std::end(chart_types));
  keys.unknown_value(type, known);
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

}  // namespace

Chart read_chart(KeyReader& keys) {
  Chart body;
  read_type(keys, body.type);
  keys.text("title", body.title);
  keys.text("unit", body.unit);
  keys.text("source", body.source);
  keys.text("description", body.description);
  keys.length("size", body.size);
  keys.boolean("in-appendix", body.in_appendix);
  if (is_pie(body.type)) {  // its other keys are those of a bar chart
    body.type = {};
    if (keys.has("data")) read_graph(keys, GraphKind::bar);
    else body.rows = read_chart_rows(keys);
    return body;
  }
  const std::optional<GraphKind> kind = graph_kind(body.type.value);
  const bool shared = kind == GraphKind::slope || kind == GraphKind::dumbbell;  // a name of two kinds
  if (kind && (!shared || keys.has("data"))) {
    body.graph = read_graph(keys, *kind);
    return body;
  }
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
  keys.text("series-a", body.series_a);
  keys.text("series-b", body.series_b);
  keys.text("rest", body.rest);
  if (body.step && *body.step <= 0) keys.error("step", "definition.out-of-range", "expected a step above zero");
  return body;
}

}  // namespace tilstand::definition
