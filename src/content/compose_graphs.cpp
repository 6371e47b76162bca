// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <set>
#include <utility>

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

/// Reads the channels of one row of a chart over a table, and lists what is printed from them. Names that come again are
/// listed once, with the cell that says them first.
class RowReader {
 public:
  RowReader(const Evaluator& evaluator, const Scope& scope, std::map<std::pair<std::string, std::string>, PrintedId>& names)
      : evaluator_(evaluator), scope_(scope), names_(names) {}

  /// A channel's value: of the column that it names, else of the expression. A whole number is no quantity here: it may be a year.
  Value value(const definition::Text& channel) const {
    if (channel.empty()) return {};
    Value found;
    const RowValue* row = scope_.row();
    const auto column = row != nullptr ? row->table->column(channel.value) : std::nullopt;
    if (!column) return evaluator_.evaluate(definition::Located(channel), scope_);
    found = value_of_cell(*row, *column);
    found.quantity = false;
    return found;
  }

  std::optional<double> number(const definition::Text& channel, PrintedId& id) const {
    const Value found = value(channel);
    const std::optional<tables::Decimal> read = as_number(found);
    if (!read) return std::nullopt;
    id = id_of(found, evaluator_.forms().number(read->mantissa, read->decimals), channel);
    return read->to_double();
  }

  std::string name(const definition::Text& channel, PrintedId& id) const { return said(value(channel), channel, id); }

  /// The words of a channel's value.
  std::string said(const Value& found, const definition::Text& channel, PrintedId& id) const {
    std::string words = evaluator_.say(found);
    if (words.find_first_of("0123456789") == std::string::npos) return words;
    const auto [known, fresh] = names_.try_emplace({channel.value, words});
    if (fresh) known->second = id_of(found, words, channel);
    id = known->second;
    return words;
  }

 private:
  PrintedId id_of(const Value& found, const std::string& words, const definition::Text& channel) const {
    const PrintedRanges ranges = evaluator_.printed(found, words, channel.value);
    return ranges.empty() ? PrintedId{} : ranges.front().id;
  }

  const Evaluator& evaluator_;
  const Scope& scope_;
  std::map<std::pair<std::string, std::string>, PrintedId>& names_;
};

/// Values of a chart that its own words repeat, typed by hand: they lead to the cells that say them.
class Repeats {
 public:
  Repeats(const graph::Input& input, const graph::Speech& speech) {
    const int decimals = graph::decimals_of(input);
    for (const graph::Datum& datum : input.rows) {
      const auto add = [&](const std::optional<double>& value, PrintedId id) {
        if (value && id) ids_.try_emplace(bare(graph::number_text(*value, decimals, speech)), id);
      };
      if (datum.at && datum.ids.base) ids_.try_emplace(bare(datum.base), datum.ids.base);
      add(datum.value, datum.ids.value), add(datum.low, datum.ids.low), add(datum.high, datum.ids.high), add(datum.target, datum.ids.target);
    }
  }

  /// Adds the numbers of `words` that have no id and repeat a value.
  void add_to(PrintedRanges& printed, const std::string& words) const {
    for (PrintedRange one : numbers_in(words, {0})) {
      const auto found = ids_.find(bare(words.substr(one.begin, one.end - one.begin)));
      const bool known = std::any_of(printed.begin(), printed.end(), [&](const PrintedRange& other) { return other.begin < one.end && one.begin < other.end; });
      if (known || found == ids_.end()) continue;
      one.id = found->second;
      printed.insert(std::upper_bound(printed.begin(), printed.end(), one, [](const PrintedRange& a, const PrintedRange& b) { return a.begin < b.begin; }), one);
    }
  }

 private:
  /// Digits and decimal signs alone.
  static std::string bare(const std::string& number) {
    std::string digits;
    std::copy_if(number.begin(), number.end(), std::back_inserter(digits), [](char c) { return (c >= '0' && c <= '9') || c == ',' || c == '.'; });
    return digits;
  }

  std::map<std::string, PrintedId> ids_;
};

/// Lists what a chart reckons from its rows. What many numbers rest on, the bins of a histogram, is gathered once.
class DerivedLister {
 public:
  DerivedLister(const Evaluator& evaluator, const PrintedList& list, const data::Dataset& dataset) : evaluator_(evaluator), list_(list), dataset_(dataset) {}

  PrintedId operator()(const graph::Derived& derived) {
    if (derived.from != from_) gather(derived.from);
    if (inputs_.cells.empty()) return {};
    Printed printed = inputs_;
    printed.text = derived.text;
    printed.derivation = replaced(derived.how, inputs_.name);
    return evaluator_.list(std::move(printed));
  }

 private:
  void gather(const std::vector<PrintedId>& from) {
    from_ = from;
    inputs_ = {};
    inputs_.form = "reckoned";
    for (const PrintedId id : from) {
      if (!id) continue;
      const Printed one = list_.at(id, dataset_);
      if (inputs_.name.empty()) inputs_.name = one.derivation.empty() ? one.name : one.derivation;
      for (const data::Cell& cell : one.cells) add_cell(inputs_.cells, cell);
    }
  }
  static std::string replaced(std::string how, const std::string& name) {
    for (std::size_t at = how.find("{}"); at != std::string::npos; at = how.find("{}", at + name.size())) how.replace(at, 2, name);
    return how;
  }

  const Evaluator& evaluator_;
  const PrintedList& list_;
  const data::Dataset& dataset_;
  std::vector<PrintedId> from_;
  Printed inputs_;
};

}  // namespace

void Composer::graph_rows(const definition::Graph& body, graph::Input& input, Scope& scope) {
  std::map<std::pair<std::string, std::string>, PrintedId> names;
  each(body.loop, scope, [&] {
    const RowReader row(evaluator_, scope, names);
    graph::Datum datum;
    PrintedId unprinted{};
    if (!body.by.empty()) {
      const Value base = row.value(body.by);
      datum.base = row.said(base, body.by, datum.ids.base);
      if (const auto at = as_number(base)) datum.at = at->to_double();
    }
    if (body.value_axis.scale == graph::ScaleKind::ordinal) datum.level = row.name(body.value, datum.ids.value);
    else datum.value = row.number(body.value, datum.ids.value);
    datum.low = row.number(body.low, datum.ids.low), datum.high = row.number(body.high, datum.ids.high);
    datum.size = row.number(body.size, datum.ids.size), datum.target = row.number(body.target, datum.ids.target);
    datum.row = row.number(body.tile_row, unprinted), datum.column = row.number(body.tile_column, unprinted);
    datum.label = row.name(body.label, datum.ids.label), datum.series = row.name(body.series, datum.ids.series), datum.panel = row.name(body.panel, datum.ids.panel);
    datum.span = body.value.span;
    if (const RowValue* of = scope.row())
      if (const auto column = of->table->column(body.value.value)) datum.span = of->table->span(of->row, *column);
    input.rows.push_back(std::move(datum));
  });
}

void Composer::graph_words(const definition::Graph& body, graph::Input& input, Scope& scope) {
  const auto axis = [&](graph::Channel& channel, const definition::GraphAxis& given, const definition::Text& column) {
    channel.label = given.label.empty() ? column.value : printed(given.label, scope, &channel.label_printed);
    channel.unit = given.unit.value == "percent" ? given.unit.value : printed(given.unit, scope);
    channel.scale = given.scale.value_or(graph::ScaleKind::linear);
    for (const definition::Text& level : given.levels) channel.levels.push_back(as_data_say(level, scope));
    channel.minimum = given.minimum, channel.maximum = given.maximum, channel.step = given.step, channel.span = given.span;
  };
  axis(input.base, body.by_axis, body.by);
  axis(input.value, body.value_axis, body.value);
  if (!body.by_axis.scale) input.base.scale = fitting_scale(input);
  for (const definition::Text& one : body.highlights) input.highlights.push_back(as_data_say(one, scope));
  for (const definition::GraphReference& one : body.references) {
    input.references.push_back({one.value ? *one.value : one.from.value_or(0), one.to, {}, one.on_base, {}});
    input.references.back().label = printed(one.label, scope, &input.references.back().label_printed);
  }
  for (const definition::GraphAnnotation& one : body.annotations) {
    input.annotations.push_back({as_data_say(one.by, scope), as_data_say(one.series, scope), {}, one.text.span, {}});
    input.annotations.back().text = printed(one.text, scope, &input.annotations.back().text_printed);
  }
}

std::string Composer::as_data_say(const definition::Text& name, const Scope& scope) {
  const Reading read = reading(name);
  return name.empty() ? std::string() : resolve(*read.text, scope, *read.evaluator, diagnostics_);
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

void Composer::speak_of(const graph::Input& input) {
  const graph::Speech speech{in_.words, in_.forms};
  const int decimals = graph::decimals_of(input);
  const auto said = [&](const graph::Datum& datum) { return graph::number_text(*datum.value, decimals, speech) + " (" + datum.base + ")"; };
  for (const graph::Movement& one : graph::movements_of(input)) {
    const double from = *one.first->value, to = *one.last->value;
    series_.push_back({one.name, to > from ? data::Direction::rising : to < from ? data::Direction::falling : data::Direction::flat, said(*one.first) + " to " + said(*one.last)});
  }
  std::set<std::string> numbers;
  for (const graph::Datum& datum : input.rows) {
    if (datum.at) numbers.insert(datum.base);
    for (const std::optional<double>& value : {datum.value, datum.low, datum.high, datum.target})
      if (value) numbers.insert(graph::number_text(*value, decimals, speech));
  }
  numbers_.assign(numbers.begin(), numbers.end());
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
  bound.neutral = as_data_say(body.graph->neutral, scope);
  if (!graph_shapes(*body.graph, bound)) return std::nullopt;
  graph_rows(*body.graph, bound, scope);
  if (in_.passages) speak_of(bound);
  graph_words(*body.graph, bound, scope);
  chart::Input words;
  words.span = span;
  const Repeats repeats(bound, {in_.words, in_.forms});
  for (graph::Reference& one : bound.references) repeats.add_to(one.label_printed, one.label);
  for (graph::Annotation& one : bound.annotations) repeats.add_to(one.text_printed, one.text);
  words.title = bound.title = printed(body.title, scope, &words.title_printed);
  words.unit = printed(body.unit, scope, &words.unit_printed);
  repeats.add_to(words.title_printed, words.title), repeats.add_to(words.unit_printed, words.unit);
  words.description = bound.description = printed(body.description, scope);
  series_.clear(), numbers_.clear();
  words.source = printed(body.source, scope, &words.source_printed);
  DerivedLister lister(evaluator_, tree_.printed, in_.dataset);
  return chart::plan(std::move(words), std::move(bound), in_.words, in_.forms, diagnostics_, [&lister](const graph::Derived& one) { return lister(one); });
}

}  // namespace tilstand::content
