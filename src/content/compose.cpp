// SPDX-License-Identifier: Apache-2.0
#include "content/compose.hpp"

#include <algorithm>
#include <utility>

#include "base/suggest.hpp"
#include "content/composer.hpp"
#include "content/reading_order.hpp"
#include "content/references.hpp"
#include "content/selection.hpp"

namespace tilstand::content {

Composer::Composer(const Inputs& inputs, Sources& sources, Diagnostics& diagnostics)
    : in_(inputs), sources_(sources), diagnostics_(diagnostics), translator_(inputs.home),
      forms_(inputs.forms, inputs.words, inputs.definition.flat_within, &translator_),
      home_forms_(inputs.home != nullptr ? inputs.home->forms : inputs.forms, inputs.home != nullptr ? inputs.home->words : inputs.words, inputs.definition.flat_within),
      evaluator_(inputs.dataset, forms_, diagnostics, {&tree_.printed, &translator_, Evaluator::Manner::words, &home_evaluator_, &in_.reasons}),
      home_evaluator_(inputs.dataset, home_forms_, diagnostics, {&tree_.printed, nullptr, Evaluator::Manner::words, nullptr, &in_.reasons}),
      names_(inputs.dataset, home_forms_, diagnostics, {nullptr, nullptr, Evaluator::Manner::names}), grower_(tree_) {
  if (inputs.passages) tell_ = [this](const Passage& passage) { tell(passage); };
}

Tree Composer::run() {
  Scope scope;
  const definition::Definition& report = in_.definition;
  tree_.language = in_.forms.language();
  tree_.name = resolved(report.name, scope);
  tree_.title = printed(report.title, scope);
  const bool blank = tree_.title.find_first_not_of(" \t\r\n") == std::string::npos;
  if (blank && report.title.span.file) diagnostics_.error("content.no-title", "the report's title is empty", report.title.span, "PDF/UA-1 asks for one");
  tree_.author = resolved(report.author, scope);
  tree_.subject = printed(report.subject, scope);
  tree_.keywords = printed(report.keywords, scope);
  tree_.licence = printed(report.licence, scope);
  tree_.running = printed(report.running, scope, &tree_.running_printed);
  tree_.date = resolved(report.date, scope);
  grower_.add({}, Document{}, report.title.span);
  for (const definition::Part& one : report.parts)
    each(one.loop, scope, [&] {
      if (evaluator_.holds(one.when, scope)) part(one, scope);
    });
  finish_lists();
  put_in_reading_order(tree_);
  settle_references(tree_, {in_.words, in_.forms, in_.home}, failed_, diagnostics_);
  if (!in_.parts.empty()) release_references(tree_, in_.words);
  translator_.report(tree_.language, diagnostics_);
  report_prose_at_home();
  return std::move(tree_);
}

void Composer::part(const definition::Part& source, Scope& scope) {
  Part body;
  body.title = printed(source.title, scope, &body.title_printed);
  body.subtitle = printed(source.subtitle, scope);
  body.running = source.running.empty() ? body.title : printed(source.running, scope, &body.running_printed);
  if (source.running.empty()) body.running_printed = body.title_printed;
  body.thumb = printed(source.thumb, scope, &body.thumb_printed);
  body.master = resolved(source.master, scope);
  body.start = source.start;
  body.listed = source.listed;
  body.numbering = source.numbering;
  body.number_from = source.number_from;
  const std::string name = resolved(source.id, scope);
  body.left_out = source.listed && !in_.parts.empty() && std::find(in_.parts.begin(), in_.parts.end(), name) == in_.parts.end();
  const NodeId id = grower_.add({0}, body, source.source, {}, name);
  if (source.listed && !body.left_out) {
    TocPart entry{id, inlines(source.title, scope), inlines(source.subtitle, scope), std::nullopt};
    if (!source.toc_status.empty()) {
      definition::Chart status;
      status.type = {"status", source.toc_status.span};
      status.value = source.toc_status;
      status.levels = source.toc_levels;
      status.size = mm(3.4);
      entry.status = plan(status, source.source, scope);
    }
    listed_.push_back(std::move(entry));
  }
  for (const definition::Block& one : source.blocks) block(one, id, scope);
}

void Composer::each(const definition::Loop& loop, Scope& scope, const std::function<void()>& visit) {
  if (loop.rows.empty()) return visit();
  const std::string rows = resolved(loop.rows, scope), name = resolved(loop.as, scope);
  const auto turn = [&](Value value) {
    scope.variables.push_back({name, std::move(value)});
    if (evaluator_.holds(loop.where, scope)) visit();
    scope.variables.pop_back();
  };
  if (rows == "figures") {
    for (const data::Figure& one : in_.dataset.figures) turn(Value{FigureValue{&one, {}}, one.id});
    return;
  }
  const auto table = in_.dataset.tables.find(rows);
  if (table == in_.dataset.tables.end()) {
    std::vector<std::string> known = table_names();
    known.emplace_back("figures");
    diagnostics_.error("content.unknown-table", "there is no table \"" + rows + "\" in the data", loop.rows.span, did_you_mean(rows, known));
    return;
  }
  for (std::size_t row = 0; row < table->second.rows(); ++row) turn(Value{RowValue{&table->second, row}, {}});
}

std::vector<std::string> Composer::table_names() const {
  std::vector<std::string> names;
  for (const auto& [name, unused] : in_.dataset.tables) names.push_back(name);
  return names;
}

void Composer::block(const definition::Block& source, NodeId parent, Scope& scope) {
  each(source.loop, scope, [&] {
    if (evaluator_.holds(source.when, scope)) one_block(source, parent, scope);
  });
}

void Composer::one_block(const definition::Block& source, NodeId parent, Scope& scope) {
  struct Visit {
    Composer& self;
    const definition::Block& block;
    NodeId parent;
    Scope& scope;
    void operator()(const definition::Heading& body) const { self.heading(block, body, parent, scope); }
    void operator()(const definition::TextBlock& body) const { self.text(block, body, parent, scope); }
    void operator()(const definition::Prose& body) const { self.prose(block, body, parent, scope); }
    void operator()(const definition::Facts& body) const { self.facts(block, body, parent, scope); }
    void operator()(const definition::Toc& body) const { self.toc(block, body, parent, scope); }
    void operator()(const definition::Chart& body) const { self.chart(block, body, parent, scope); }
    void operator()(const definition::Table& body) const { self.table(block, body, parent, scope); }
    void operator()(const definition::Tiles& body) const { self.tiles(block, body, parent, scope); }
    void operator()(const definition::KeyFigures& body) const { self.key_figures(block, body, parent, scope); }
    void operator()(const definition::Group& body) const { self.group(block, body, parent, scope); }
    void operator()(const definition::Panel& body) const { self.panel(block, body, parent, scope); }
    void operator()(const definition::PageBreak& body) const { self.add(parent, PageBreak{self.resolved(body.master, scope)}, block, scope); }
    void operator()(const definition::ChartData&) const { self.chart_data(block, parent, scope); }
    void operator()(const definition::Image& body) const { self.image(block, body, parent, scope); }
    void operator()(const definition::PullQuote& body) const { self.quote(block, body, parent, scope); }
    void operator()(const definition::ListOf& body) const { self.list_of(block, body, parent, scope); }
    void operator()(const definition::Glossary& body) const { self.glossary(block, body, parent, scope); }
    void operator()(const definition::Index&) const { self.index(block, parent, scope); }
    void operator()(const definition::SourceList&) const { self.source_list(block, parent, scope); }
    void operator()(const definition::FigureList& body) const { self.figure_list(block, body, parent, scope); }
  };
  std::visit(Visit{*this, source, parent, scope}, source.body);
}

Placement Composer::placement(const definition::Block& source, Scope& scope) {
  return {resolved(source.frame, scope), source.place, source.at, source.before, source.after, source.column, source.span,
          source.wrap};
}

NodeId Composer::add(NodeId parent, Body body, const definition::Block& source, Scope& scope) {
  return grower_.add(parent, std::move(body), source.source, placement(source, scope), resolved(source.id, scope));
}

std::string Composer::style(const definition::Block& source, const char* otherwise, Scope& scope) {
  return source.style.empty() ? std::string(otherwise) : resolved(source.style, scope);
}

std::string Composer::resolved(const definition::Text& text, const Scope& scope) {
  return text.empty() ? std::string() : resolve(text, scope, names_, diagnostics_);
}

Composer::Reading Composer::reading(const definition::Text& written) const {
  const Evaluator::Reading read = evaluator_.reading(written.value, written.span);
  return {read.translation != nullptr ? read.translation : &written, read.evaluator, read.language};
}

std::string Composer::printed(const definition::Text& text, const Scope& scope, PrintedRanges* ranges) {
  if (text.empty()) return {};
  const Reading read = reading(text);
  if (!in_.passages) return resolve(*read.text, scope, *read.evaluator, diagnostics_, nullptr, ranges);
  Passage passage;
  std::string words = resolve(*read.text, scope, *read.evaluator, diagnostics_, &passage, ranges);
  tell(std::move(passage));
  return words;
}

std::vector<Inline> Composer::inlines(const definition::Text& text, const Scope& scope) {
  if (text.empty()) return {};
  const Reading read = reading(text);
  return inlines_of(definition::Located(*read.text), {scope, *read.evaluator, diagnostics_, {}, {}, {}, tell_ ? &tell_ : nullptr, read.language});
}

void Composer::tell(Passage passage) const {
  passage.about = about_;
  passage.series = series_;
  passage.numbers = numbers_;
  passage.label = label_;
  in_.passages(passage);
}

std::optional<FigureValue> Composer::figure(const definition::Text& expression, const Scope& scope) {
  const Value value = evaluator_.evaluate(definition::Located(expression), scope);
  if (const auto* one = value.get<FigureValue>()) return *one;
  if (const auto* name = value.get<std::string>())  // a table's cell may name a figure
    if (const data::Figure* named = in_.dataset.figure(*name)) return FigureValue{named, {}};
  if (!value.failed()) diagnostics_.error("content.no-figure", "a figure was expected here", expression.span, "name a figure of figures.csv");
  return std::nullopt;
}

std::optional<Tree> compose(const Inputs& inputs, Sources& sources, Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.list().size();
  Tree tree = Composer(inputs, sources, diagnostics).run();
  for (std::size_t i = before; i < diagnostics.list().size(); ++i)
    if (diagnostics.list()[i].severity == Severity::error) return std::nullopt;
  return tree;
}

}  // namespace tilstand::content
