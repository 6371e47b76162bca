// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "base/suggest.hpp"
#include "content/composer.hpp"

namespace tilstand::content {
namespace {

bool is_year(const graph::Datum& datum) { return datum.at && *datum.at >= 1000 && *datum.at < 3000 && std::floor(*datum.at) == *datum.at; }

/// The scale that suits a kind and its data when the definition names none.
graph::ScaleKind fitting_scale(const graph::Input& input) {
  using graph::Kind;
  const bool numbers = std::all_of(input.rows.begin(), input.rows.end(), [](const graph::Datum& datum) { return datum.at.has_value(); });
  const bool years = std::all_of(input.rows.begin(), input.rows.end(), is_year);
  if (input.kind == Kind::scatter) return graph::ScaleKind::linear;
  if (input.kind != Kind::line && input.kind != Kind::area && input.kind != Kind::bump) return graph::ScaleKind::bands;
  if (years) return graph::ScaleKind::time;
  return numbers ? graph::ScaleKind::linear : graph::ScaleKind::bands;
}

}  // namespace

Value Composer::channel(const definition::Text& channel, const Scope& scope) {
  if (channel.empty()) return {};
  if (const RowValue* row = scope.row())
    if (const auto column = row->table->column(channel.value)) return from_data(row->table->value(row->row, *column));
  return evaluator_.evaluate(definition::Located(channel), scope);
}

void Composer::graph_rows(const definition::Graph& body, graph::Input& input, Scope& scope) {
  each(body.loop, scope, [&] {
    const auto number = [&](const definition::Text& text) -> std::optional<double> {
      const std::optional<tables::Decimal> found = text.empty() ? std::nullopt : as_number(channel(text, scope));
      return found ? std::optional(found->to_double()) : std::nullopt;
    };
    graph::Datum datum;
    if (!body.by.empty()) {
      const Value base = channel(body.by, scope);
      datum.base = evaluator_.say(base);
      if (const auto at = as_number(base)) datum.at = at->to_double();
    }
    if (body.value_axis.scale == graph::ScaleKind::ordinal) datum.level = evaluator_.say(channel(body.value, scope));
    else datum.value = number(body.value);
    datum.low = number(body.low), datum.high = number(body.high), datum.size = number(body.size);
    datum.target = number(body.target), datum.row = number(body.tile_row), datum.column = number(body.tile_column);
    if (!body.label.empty()) datum.label = evaluator_.say(channel(body.label, scope));
    if (!body.series.empty()) datum.series = evaluator_.say(channel(body.series, scope));
    if (!body.panel.empty()) datum.panel = evaluator_.say(channel(body.panel, scope));
    datum.span = body.value.span;
    if (const RowValue* row = scope.row())
      if (const auto column = row->table->column(body.value.value)) datum.span = row->table->span(row->row, *column);
    input.rows.push_back(std::move(datum));
  });
}

void Composer::graph_words(const definition::Graph& body, graph::Input& input, Scope& scope) {
  const auto axis = [&](graph::Channel& channel, const definition::GraphAxis& given, const definition::Text& column) {
    channel.label = given.label.empty() ? column.value : resolved(given.label, scope);
    channel.unit = resolved(given.unit, scope);
    channel.scale = given.scale.value_or(graph::ScaleKind::linear);
    for (const definition::Text& level : given.levels) channel.levels.push_back(resolved(level, scope));
    channel.minimum = given.minimum, channel.maximum = given.maximum, channel.step = given.step;
  };
  axis(input.base, body.by_axis, body.by);
  axis(input.value, body.value_axis, body.value);
  if (!body.by_axis.scale) input.base.scale = fitting_scale(input);
  for (const definition::Text& one : body.highlights) input.highlights.push_back(resolved(one, scope));
  for (const definition::GraphReference& one : body.references)
    input.references.push_back({one.value ? *one.value : one.from.value_or(0), one.to, resolved(one.label, scope), one.on_base});
  for (const definition::GraphAnnotation& one : body.annotations)
    input.annotations.push_back({resolved(one.by, scope), resolved(one.series, scope), resolved(one.text, scope), one.text.span});
}

/// The shapes of a map, by the name that `data.toml` gives them.
bool Composer::graph_shapes(const definition::Graph& body, graph::Input& input) {
  if (body.kind != graph::Kind::map || body.geometry.empty()) return body.kind != graph::Kind::map;
  const auto found = in_.dataset.geometries.find(body.geometry.value);
  if (found != in_.dataset.geometries.end()) return input.shapes = found->second.shapes, true;
  std::vector<std::string> known;
  for (const auto& one : in_.dataset.geometries) known.push_back(one.first);
  diagnostics_.error("chart.unknown-geometry", "the data have no geometry \"" + body.geometry.value + "\"", body.geometry.span,
                     known.empty() ? "describe it in data.toml, [geometry." + body.geometry.value + "] with file and key" : did_you_mean(body.geometry.value, known));
  return false;
}

std::optional<chart::Plan> Composer::graph_plan(const definition::Chart& body, SourceSpan span, Scope& scope) {
  if (body.graph->loop.rows.empty()) return std::nullopt;  // its reader has reported it
  graph::Input bound;
  bound.kind = body.graph->kind;
  bound.span = span;
  bound.stack = body.graph->stack.value_or(bound.kind == graph::Kind::area ? graph::Stack::stacked : graph::Stack::none);
  bound.order = body.graph->order;
  bound.size = body.size;
  bound.decimals = body.graph->decimals;
  bound.mark = body.graph->mark, bound.each = body.graph->each;
  bound.projection = body.graph->projection;
  bound.classes = {body.graph->classing, body.graph->classes, body.graph->breaks};
  bound.neutral = resolved(body.graph->neutral, scope);
  if (!graph_shapes(*body.graph, bound)) return std::nullopt;
  graph_rows(*body.graph, bound, scope);
  graph_words(*body.graph, bound, scope);
  chart::Input words;
  words.span = span;
  words.title = bound.title = resolved(body.title, scope);
  words.unit = resolved(body.unit, scope);
  words.description = bound.description = resolved(body.description, scope);
  words.source = resolved(body.source, scope);
  return chart::plan(std::move(words), std::move(bound), in_.words, in_.forms, diagnostics_);
}

}  // namespace tilstand::content
