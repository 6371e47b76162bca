// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "definition/graph.hpp"
#include "definition/read_blocks.hpp"

namespace tilstand::definition {
namespace {

constexpr std::array<std::string_view, 4> scales{"linear", "log", "bands", "time"};
constexpr std::array<std::string_view, 3> stacks{"none", "stacked", "percent"};
constexpr std::array<std::string_view, 4> orders{"given", "rising", "falling", "name"};

template <std::size_t count>
void one_of(KeyReader& keys, std::string_view key, Text& into, const std::array<std::string_view, count>& words) {
  if (!keys.text(key, into)) return;
  if (std::find(words.begin(), words.end(), into.value) == words.end()) keys.unknown_value(into, {words.begin(), words.end()});
}

GraphAxis read_axis(KeyReader& keys, std::string_view key) {
  GraphAxis axis;
  const Toml* table = keys.table(key);
  if (table == nullptr) return axis;
  KeyReader inner(*table, keys.context());
  inner.text("label", axis.label);
  inner.text("unit", axis.unit);
  one_of(inner, "scale", axis.scale, scales);
  inner.real("minimum", axis.minimum);
  inner.real("maximum", axis.maximum);
  inner.real("step", axis.step);
  inner.finish();
  return axis;
}

GraphReference read_reference(const Toml& table, ReadContext& context) {
  GraphReference reference;
  KeyReader keys(table, context);
  reference.span = keys.span();
  keys.real("value", reference.value);
  keys.real("from", reference.from);
  keys.real("to", reference.to);
  one_of(keys, "axis", reference.axis, std::array<std::string_view, 2>{"by", "value"});
  keys.text("label", reference.label);
  const bool line = reference.value && !reference.from && !reference.to, band = !reference.value && reference.from && reference.to;
  if (!line && !band) keys.error("value", "definition.conflict", "a reference has a \"value\", or both \"from\" and \"to\"");
  keys.finish();
  return reference;
}

GraphAnnotation read_annotation(const Toml& table, ReadContext& context) {
  GraphAnnotation annotation;
  KeyReader keys(table, context);
  keys.text("by", annotation.by, Need::required);
  keys.text("series", annotation.series);
  keys.text("text", annotation.text, Need::required);
  keys.finish();
  return annotation;
}

}  // namespace

const std::vector<std::string>& graph_types() {
  static const std::vector<std::string> types{"line", "area", "column", "bar", "dot", "lollipop", "scatter", "histogram", "box",
                                              "heat-map", "bump", "waffle", "bullet", "gauge", "tree-map", "tile-map"};
  return types;
}

Graph read_graph(KeyReader& keys, const Text& type) {
  const auto is = [&](std::string_view name) { return type.value == name; };
  Graph graph;
  keys.text("data", graph.loop.rows, Need::required);
  keys.text("where", graph.loop.where);
  graph.loop.as = graph.loop.rows;
  if (!is("histogram")) keys.text("by", graph.by, is("box") || is("gauge") ? Need::optional : Need::required);
  keys.text("value", graph.value, Need::required);
  keys.text("series", graph.series, is("bump") || is("slope") || is("heat-map") ? Need::required : Need::optional);
  keys.text("panel", graph.panel);
  keys.text("low", graph.low);
  keys.text("high", graph.high);
  keys.text("mark-size", graph.size);
  if (is("scatter") || is("tile-map")) keys.text("label", graph.label);
  if (is("bullet")) keys.text("target", graph.target);
  if (is("tile-map")) keys.text("tile-row", graph.tile_row, Need::required), keys.text("tile-column", graph.tile_column, Need::required);
  graph.by_axis = read_axis(keys, "by-axis");
  graph.value_axis = read_axis(keys, "value-axis");
  one_of(keys, "stack", graph.stack, stacks);
  one_of(keys, "order", graph.order, orders);
  keys.texts("highlight", graph.highlights);
  for (const Toml* one : keys.tables("reference")) graph.references.push_back(read_reference(*one, keys.context()));
  for (const Toml* one : keys.tables("annotation")) graph.annotations.push_back(read_annotation(*one, keys.context()));
  int decimals = 0;
  if (keys.integer("decimals", decimals, {0, 6})) graph.decimals = decimals;
  return graph;
}

}  // namespace tilstand::definition
