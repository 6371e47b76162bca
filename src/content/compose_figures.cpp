// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/suggest.hpp"
#include "content/composer.hpp"
#include "content/origins.hpp"

namespace tilstand::content {

std::vector<std::string> Composer::levels(const definition::Text& table) {
  std::vector<std::string> names;
  if (table.empty()) return names;  // its reader has reported it
  const auto found = in_.dataset.tables.find(table.value);
  if (found == in_.dataset.tables.end()) {
    diagnostics_.error("content.unknown-table", "there is no table \"" + table.value + "\" of levels in the data", table.span, did_you_mean(table.value, table_names()));
    return names;
  }
  for (std::size_t row = 0; row < found->second.rows(); ++row) names.emplace_back(found->second.text(row, 0));
  return names;
}

int Composer::level_of(const std::string& name, const std::vector<std::string>& list) {
  const auto found = std::find(list.begin(), list.end(), name);
  return found == list.end() ? -1 : static_cast<int>(found - list.begin());
}

/// A text cell of the figure's row with its bindings printed.
std::string Composer::field(const data::Figure& figure, const std::string& name, PrintedRanges* ranges) {
  const auto text = figure.fields.find(name);
  const SourceSpan place = in_.dataset.field_place(figure.id, name);
  if (text == figure.fields.end() || !place.file) return text == figure.fields.end() ? std::string() : text->second;
  Scope scope;
  scope.variables.push_back({"this", Value{FigureValue{&figure, {}}, figure.id}});
  return printed({text->second, place}, scope, ranges);
}

std::optional<chart::Row> Composer::chart_row(const Value& value, SourceSpan span) {
  const auto* given = value.get<FigureValue>();
  const data::Figure* figure = given != nullptr ? given->figure : nullptr;
  if (const auto* name = value.get<std::string>()) figure = in_.dataset.figure(*name);
  if (figure == nullptr) {
    if (!value.failed()) diagnostics_.error("content.no-figure", "a figure was expected here", span, "name a figure of figures.csv");
    return std::nullopt;
  }
  chart::Row row;
  row.label = field(*figure, "label", &row.label_printed);
  row.figure = figure->id;
  row.unit = figure->unit;
  row.scope = figure->scope.to_double();
  row.favourable = figure->favourable;
  const FigureValue shown = given != nullptr ? *given : FigureValue{figure, {}};
  const int last_year = shown.observation ? figure->observations[*shown.observation].year : figure->status_year;
  row.trend = forms_.trend(shown);
  for (std::size_t i = 0; i < figure->observations.size(); ++i) {
    const data::Observation& one = figure->observations[i];
    if (one.year < shown.first_year || one.year > last_year) continue;
    const FigureValue then{figure, i};
    row.points.push_back({one.year, figure->printed(one.value), evaluator_.list(printed_of(then, "value", forms_.short_form(then), in_.dataset)), {}, {}});
    row.points.back().year_printed = evaluator_.list(printed_of(then, "year", std::to_string(one.year), in_.dataset));
    if (i > 0) row.points.back().step = evaluator_.list(printed_of(then, "change-number", {}, in_.dataset));
  }
  row.note = field(*figure, "note");
  row.note_printed = evaluator_.list(printed_of({figure, {}}, row.scope > 0 ? "scope" : "note", row.note, in_.dataset));
  return row;
}

void Composer::chart_rows(const definition::Chart& body, chart::Input& input, Scope& scope) {
  const definition::ChartRows& rows = body.rows;
  const auto label_of = [&](const definition::Text& label, PrintedRanges& ranges) {
    ranges.clear();
    return printed(label, scope, &ranges);
  };
  const auto add = [&](const definition::Text& expression, const definition::Text* label, const definition::Text* group) {
    std::optional<chart::Row> row = chart_row(evaluator_.evaluate(definition::Located(expression), scope), expression.span);
    if (!row) return;
    if (label != nullptr && !label->empty()) row->label = label_of(*label, row->label_printed);
    row->indented = group != nullptr && !group->empty();
    input.rows.push_back(std::move(*row));
  };
  for (std::size_t i = 0; i < rows.figures.size(); ++i)
    add(rows.figures[i], i < rows.labels.size() ? &rows.labels[i] : nullptr, i < rows.groups.size() ? &rows.groups[i] : nullptr);
  if (rows.loop.rows.empty() || rows.figure.empty()) return;
  each(rows.loop, scope, [&] { add(rows.figure, &rows.label, nullptr); });
}

void Composer::chart_levels(const definition::Chart& body, chart::Input& input, Scope& scope) {
  if (!body.levels.empty()) input.levels = levels(body.levels);
  const auto value = [&] { return evaluator_.evaluate(definition::Located(body.value), scope); };
  if (input.kind == chart::Kind::status) input.level = level_of(names_.say(value()), input.levels);
  if (input.kind == chart::Kind::matrix)
    each(body.rows.loop, scope, [&] {
      input.matrix.push_back({{}, level_of(names_.say(value()), input.levels), {}});
      input.matrix.back().label = printed(body.rows.label, scope, &input.matrix.back().label_printed);
    });
  for (std::string& level : input.levels) level = translator_.words(level, body.levels.span);
  if (input.kind != chart::Kind::counts) return;
  const auto number = [&](const definition::Text& text, PrintedId& id) {
    const Value found_value = text.empty() ? Value{} : evaluator_.evaluate(definition::Located(text), scope);
    const PrintedRanges ranges = evaluator_.printed(found_value, evaluator_.say(found_value), text.value);
    if (!ranges.empty()) id = ranges.front().id;
    const auto found = as_number(found_value);
    return found ? static_cast<int>(std::clamp(found->to_double(), 0.0, 1e6)) : 0;
  };
  input.count = number(body.value, input.count_printed);
  input.total = number(body.total, input.total_printed);
  if (!body.names.rows.empty()) each(body.names, scope, [&] { input.names.push_back(printed(body.rows.label, scope, &input.names_printed.emplace_back())); });
}

/// The sources of the figures, each once; numbers in a source's name are of its cell.
std::string Composer::source_line(chart::Input& input) {
  std::vector<std::string> sources;
  std::vector<PrintedRanges> printed;
  for (const chart::Row& row : input.rows) {
    const data::Figure& figure = in_.dataset.figures.at(row.figure.value);
    const std::string name = figure.source.empty() ? in_.words("source.none") : translator_.words(figure.source, figure.span);
    if (std::find(sources.begin(), sources.end(), name) != sources.end()) continue;
    sources.push_back(name);
    const bool digits = name.find_first_of("0123456789") != std::string::npos;
    printed.push_back(digits ? numbers_in(name, evaluator_.list(printed_of({&figure, {}}, "source", name, in_.dataset))) : PrintedRanges{});
  }
  if (sources.empty()) return {};
  std::string list = sources.front();
  for (std::size_t i = 1; i < sources.size(); ++i) list += "; " + sources[i];
  std::string line = definition::fill(in_.words(sources.size() == 1 ? "source.one" : "source.many"), {{"sources", list}});
  for (std::size_t i = 0, at = 0; i < sources.size(); ++i, at += sources[i - 1].size()) {
    at = line.find(sources[i], at);
    if (at == std::string::npos) break;
    add_part(input.source_printed, printed[i], 0, sources[i].size(), at);
  }
  return line;
}

void Composer::chart_words(const definition::Chart& body, chart::Input& input, Scope& scope) {
  input.unit = printed(body.unit, scope, &input.unit_printed);
  input.series_a = printed(body.series_a, scope, &input.series_a_printed);
  input.series_b = printed(body.series_b, scope, &input.series_b_printed);
  input.rest = printed(body.rest, scope, &input.rest_printed);
  for (const chart::Row& row : input.rows) about_.push_back(&in_.dataset.figures.at(row.figure.value));
  input.title = printed(body.title, scope, &input.title_printed);
  input.description = printed(body.description, scope);
  about_.clear();
}

std::optional<chart::Plan> Composer::plan(const definition::Chart& body, SourceSpan span, Scope& scope) {
  if (body.type.empty()) return std::nullopt;  // its reader has reported it
  if (body.graph) return graph_plan(body, span, scope);
  const std::string kind = resolved(body.type, scope);
  const std::optional<chart::Kind> known = chart::kind_of(kind);
  if (!known) {
    diagnostics_.error("content.unknown-chart", "there is no chart of type \"" + kind + "\"", body.type.span, did_you_mean(kind, chart::kind_names()));
    return std::nullopt;
  }
  chart::Input input;
  input.kind = *known;
  input.span = span;
  input.maximum = body.maximum;
  input.step = body.step;
  input.size = body.size;
  for (const data::Figure& one : in_.dataset.figures) input.status_year = one.status_year;
  chart_rows(body, input, scope);
  chart_levels(body, input, scope);
  input.source = body.source.empty() ? source_line(input) : printed(body.source, scope, &input.source_printed);
  chart_words(body, input, scope);
  return chart::plan(std::move(input), in_.words, in_.forms, diagnostics_);
}

void Composer::chart(const definition::Block& source, const definition::Chart& body, NodeId parent, Scope& scope) {
  std::optional<chart::Plan> made = plan(body, source.source, scope);
  if (!made) return failed_.push_back(resolved(source.id, scope));
  Figure figure{std::move(*made), 0, {}, {}, {}, {}, {}, {}};
  figure.title = figure.plan.input.title;
  figure.unit = figure.plan.input.unit;
  figure.title_printed = figure.plan.input.title_printed;
  figure.unit_printed = figure.plan.input.unit_printed;
  if (!figure.title.empty()) {
    figure.number = ++figures_;
    figure.source = figure.plan.input.source;
    figure.source_printed = figure.plan.input.source_printed;
  }
  const NodeId id = add(parent, std::move(figure), source, scope);
  if (body.in_appendix && std::get<Figure>(grower_.node(id).body).number > 0) charts_.push_back(id);
}

std::vector<Inline> Composer::trend_inlines(data::Trend trend, std::string words) {
  Inline mark;
  mark.kind = Inline::Kind::trend_mark;
  mark.trend = trend;
  Inline text;
  text.text = std::move(words);
  text.style = trend.judgement == data::Judgement::negative ? "trend-negative" : trend.judgement == data::Judgement::positive ? "trend-positive" : "trend-flat";
  if (trend.direction == data::Direction::none) return {text};
  return {mark, text};
}

std::optional<chart::Plan> Composer::scale_of(const FigureValue& figure, SourceSpan span) {
  chart::Input input;
  input.kind = chart::Kind::scale;
  input.span = span;
  input.status_year = figure.figure->status_year;
  const auto row = chart_row(Value{figure, {}}, span);
  if (row) input.rows.push_back(*row);
  return chart::plan(std::move(input), in_.words, in_.forms, diagnostics_);
}

/// The number and the sign that follows it are one print of the figure.
void Composer::note_large(Inline& value, Inline& sign, const FigureValue& figure) {
  const PrintedId id = evaluator_.list(printed_of(figure, "short", value.text + sign.text, in_.dataset));
  value.printed = whole_text(value.text.size(), id);
  sign.printed = whole_text(sign.text.size(), id);
}

void Composer::tiles(const definition::Block& source, const definition::Tiles& body, NodeId parent, Scope& scope) {
  const NodeId id = add(parent, Tiles{}, source, scope);
  each(body.rows, scope, [&] {
    const std::optional<FigureValue> one = figure(body.figure, scope);
    std::optional<chart::Plan> scale = one ? scale_of(*one, source.source) : std::nullopt;
    if (!one || !scale) return;
    Tile tile;
    tile.label = inlines(body.label, scope);
    Inline value, sign, before;
    value.text = forms_.large_form(*one), value.figure = one->figure->id;
    sign.text = forms_.large_sign(*one), sign.style = "tile-unit-sign", sign.figure = one->figure->id;
    note_large(value, sign, *one);
    tile.value.push_back(value);
    if (!sign.text.empty()) tile.value.push_back(sign);
    tile.unit = inlines(body.unit, scope);
    const data::Trend trend = forms_.trend(*one);
    tile.trend = trend_inlines(trend, forms_.trend_words(trend));
    before.text = forms_.before_line(*one), before.figure = one->figure->id;
    before.printed = evaluator_.printed(*one, "before", before.text);
    if (!before.text.empty()) tile.before.push_back(before);
    tile.source = inlines(body.source, scope);
    const std::vector<Inline> note = inlines(body.note, scope);
    if (!tile.source.empty() && !note.empty()) tile.source.emplace_back().text = " ";
    tile.source.insert(tile.source.end(), note.begin(), note.end());
    tile.scale = std::move(*scale);
    grower_.add(id, std::move(tile), one->figure->span);
  });
}

void Composer::key_figures(const definition::Block& source, const definition::KeyFigures& body, NodeId parent, Scope& scope) {
  const NodeId id = add(parent, KeyFigures{}, source, scope);
  each(body.rows, scope, [&] {
    const std::optional<FigureValue> one = figure(body.figure, scope);
    if (!one) return;
    KeyFigure key;
    Inline value, sign;
    value.text = forms_.large_form(*one), value.figure = one->figure->id;
    sign.text = forms_.large_sign(*one), sign.style = "tile-unit-sign", sign.figure = one->figure->id;
    note_large(value, sign, *one);
    key.value.push_back(value);
    if (!sign.text.empty()) key.value.push_back(sign);
    key.sentence = inlines(body.sentence, scope);
    key.trend = trend_inlines(forms_.trend(*one), forms_.moved(*one));
    key.trend.back().printed = evaluator_.printed(*one, "moved", key.trend.back().text);
    key.label = inlines(body.label, scope);
    grower_.add(id, std::move(key), one->figure->span);
  });
}

}  // namespace tilstand::content
