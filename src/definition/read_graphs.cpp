// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <utility>

#include "definition/graph.hpp"
#include "definition/read_blocks.hpp"

namespace tilstand::definition {
namespace {

template <class Choice, std::size_t count>
using Choices = std::array<std::pair<std::string_view, Choice>, count>;

constexpr Choices<GraphKind, 20> kinds{{{"line", GraphKind::line},
                                        {"area", GraphKind::area},
                                        {"column", GraphKind::column},
                                        {"bar", GraphKind::bar},
                                        {"dot", GraphKind::dot},
                                        {"lollipop", GraphKind::lollipop},
                                        {"dumbbell", GraphKind::dumbbell},
                                        {"scatter", GraphKind::scatter},
                                        {"histogram", GraphKind::histogram},
                                        {"box", GraphKind::box},
                                        {"heat-map", GraphKind::heat_map},
                                        {"bump", GraphKind::bump},
                                        {"slope", GraphKind::slope},
                                        {"waffle", GraphKind::waffle},
                                        {"pictogram", GraphKind::pictogram},
                                        {"bullet", GraphKind::bullet},
                                        {"gauge", GraphKind::gauge},
                                        {"tree-map", GraphKind::tree_map},
                                        {"tile-map", GraphKind::tile_map},
                                        {"map", GraphKind::map}}};
constexpr Choices<GraphScale, 6> scales{{{"linear", GraphScale::linear},
                                         {"log", GraphScale::logarithmic},
                                         {"bands", GraphScale::bands},
                                         {"time", GraphScale::time},
                                         {"rank", GraphScale::rank},
                                         {"ordinal", GraphScale::ordinal}}};
constexpr Choices<GraphStack, 4> stacks{
    {{"none", GraphStack::none}, {"stacked", GraphStack::stacked}, {"percent", GraphStack::percent}, {"diverging", GraphStack::diverging}}};
constexpr Choices<GraphOrder, 4> orders{
    {{"given", GraphOrder::given}, {"rising", GraphOrder::rising}, {"falling", GraphOrder::falling}, {"name", GraphOrder::name}}};
constexpr Choices<GraphMark, 6> marks{{{"square", GraphMark::square},
                                       {"disc", GraphMark::disc},
                                       {"diamond", GraphMark::diamond},
                                       {"person", GraphMark::person},
                                       {"house", GraphMark::house},
                                       {"page", GraphMark::page}}};
constexpr Choices<GraphProjection, 3> projections{{{"equirectangular", GraphProjection::equirectangular},
                                                   {"transverse-mercator", GraphProjection::transverse_mercator},
                                                   {"equal-area", GraphProjection::equal_area}}};
constexpr Choices<GraphClassing, 2> classings{{{"quantile", GraphClassing::quantile}, {"equal", GraphClassing::equal}}};
constexpr Choices<bool, 2> axes{{{"by", true}, {"value", false}}};

GraphAxis read_axis(KeyReader& keys, std::string_view key) {
  GraphAxis axis;
  const Toml* table = keys.table(key);
  if (table == nullptr) return axis;
  axis.span = table->span;
  KeyReader inner(*table, keys.context());
  inner.text("label", axis.label);
  inner.text("unit", axis.unit);
  if (GraphScale scale{}; inner.choice("scale", scale, scales)) axis.scale = scale;
  inner.real("minimum", axis.minimum);
  inner.real("maximum", axis.maximum);
  inner.real("step", axis.step);
  inner.texts("levels", axis.levels);
  if (axis.levels.empty() == (axis.scale == GraphScale::ordinal))
    inner.error("levels", "definition.conflict", "\"levels\" belong to scale = \"ordinal\", which has the steps of its axis there, the least first");
  inner.finish();
  return axis;
}

/// Two scales side by side let any two series seem to go together: there is one value axis.
void refuse_second_axis(KeyReader& keys) {
  for (const std::string_view key : {"second-axis", "secondary-axis", "right-axis", "value-axis-2", "second-value", "value-2"}) {
    if (keys.refused(key))
      keys.error(key, "definition.dual-axes", "a chart has one value axis: where two scales meet is chance, but looks like a finding",
                 "draw two charts, or one with a panel a series, or show both as an index of a common year");
  }
}

GraphReference read_reference(const Toml& table, ReadContext& context) {
  GraphReference reference;
  KeyReader keys(table, context);
  reference.span = keys.span();
  keys.real("value", reference.value);
  keys.real("from", reference.from);
  keys.real("to", reference.to);
  keys.choice("axis", reference.on_base, axes);
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

/// `breaks` says where classes end, else `classes` and `class-count` how they are found.
void read_map(KeyReader& keys, Graph& graph) {
  keys.text("geometry", graph.geometry, Need::required);
  if (GraphProjection projection{}; keys.choice("projection", projection, projections)) graph.projection = projection;
  keys.choice("classes", graph.classing, classings);
  keys.integer("class-count", graph.classes, {2, 9});
  if (!keys.reals("breaks", graph.breaks)) return;
  graph.classing = GraphClassing::breaks;
  const bool ascends = std::adjacent_find(graph.breaks.begin(), graph.breaks.end(), [](double a, double b) { return !(a < b); }) == graph.breaks.end();
  if (graph.breaks.empty() || graph.breaks.size() > 8 || !ascends) keys.error("breaks", "definition.out-of-range", "breaks are one to eight rising numbers, the ends between two to nine classes");
  if (keys.has("classes") || keys.has("class-count")) keys.error("breaks", "definition.conflict", "breaks say which classes there are; leave out \"classes\" and \"class-count\"");
}

}  // namespace

std::optional<GraphKind> graph_kind(std::string_view name) {
  for (const auto& [known, kind] : kinds)
    if (known == name) return kind;
  return std::nullopt;
}

std::string name_of(GraphKind kind) {
  const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const auto& entry) { return entry.second == kind; });
  return found == kinds.end() ? std::string() : std::string(found->first);
}

std::vector<std::string> graph_types() {
  std::vector<std::string> names;
  for (const auto& entry : kinds) names.emplace_back(entry.first);
  return names;
}

Graph read_graph(KeyReader& keys, GraphKind kind) {
  Graph graph;
  graph.kind = kind;
  const auto is = [kind](auto... asked) { return ((kind == asked) || ...); };
  keys.text("data", graph.loop.rows, Need::required);
  keys.text("where", graph.loop.where);
  graph.loop.as = graph.loop.rows;
  if (!is(GraphKind::histogram)) keys.text("by", graph.by, is(GraphKind::box, GraphKind::gauge) ? Need::optional : Need::required);
  keys.text("value", graph.value, Need::required);
  keys.text("series", graph.series, is(GraphKind::bump, GraphKind::slope, GraphKind::heat_map, GraphKind::dumbbell) ? Need::required : Need::optional);
  keys.text("panel", graph.panel);
  keys.text("low", graph.low);
  keys.text("high", graph.high);
  keys.text("mark-size", graph.size);
  if (is(GraphKind::scatter, GraphKind::tile_map, GraphKind::map)) keys.text("label", graph.label);
  if (is(GraphKind::bullet)) keys.text("target", graph.target);
  if (is(GraphKind::tile_map)) {
    keys.text("tile-row", graph.tile_row, Need::required);
    keys.text("tile-column", graph.tile_column, Need::required);
  }
  if (is(GraphKind::waffle, GraphKind::pictogram)) keys.choice("mark", graph.mark, marks);
  if (is(GraphKind::pictogram)) keys.real("each", graph.each);
  if (is(GraphKind::map)) read_map(keys, graph);
  graph.by_axis = read_axis(keys, "by-axis");
  graph.value_axis = read_axis(keys, "value-axis");
  if (GraphStack stack{}; keys.choice("stack", stack, stacks)) graph.stack = stack;
  if (graph.stack == GraphStack::diverging) keys.text("neutral", graph.neutral);
  keys.choice("order", graph.order, orders);
  keys.texts("highlight", graph.highlights);
  for (const Toml* one : keys.tables("reference")) graph.references.push_back(read_reference(*one, keys.context()));
  for (const Toml* one : keys.tables("annotation")) graph.annotations.push_back(read_annotation(*one, keys.context()));
  int decimals = 0;
  if (keys.integer("decimals", decimals, {0, 6})) graph.decimals = decimals;
  refuse_second_axis(keys);
  return graph;
}

}  // namespace tilstand::definition
