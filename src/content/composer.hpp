// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "content/compose.hpp"
#include "content/grow.hpp"
#include "content/index.hpp"
#include "content/inlines.hpp"
#include "content/prose.hpp"
#include "content/totals.hpp"

namespace tilstand::content {

/// Composes parts and blocks into a tree. One file for each family of blocks.
class Composer {
 public:
  Composer(const Inputs& inputs, Sources& sources, Diagnostics& diagnostics);
  Tree run();

 private:
  // compose.cpp
  void part(const definition::Part& part, Scope& scope);
  void block(const definition::Block& block, NodeId parent, Scope& scope);
  void one_block(const definition::Block& block, NodeId parent, Scope& scope);
  Placement placement(const definition::Block& block, Scope& scope);
  NodeId add(NodeId parent, Body body, const definition::Block& block, Scope& scope);
  std::string style(const definition::Block& block, const char* otherwise, Scope& scope);

  // compose_text.cpp
  void heading(const definition::Block& block, const definition::Heading& body, NodeId parent, Scope& scope);
  void text(const definition::Block& block, const definition::TextBlock& body, NodeId parent, Scope& scope);
  void prose(const definition::Block& block, const definition::Prose& body, NodeId parent, Scope& scope);
  void facts(const definition::Block& block, const definition::Facts& body, NodeId parent, Scope& scope);
  void group(const definition::Block& block, const definition::Group& body, NodeId parent, Scope& scope);
  void panel(const definition::Block& block, const definition::Panel& body, NodeId parent, Scope& scope);

  // compose_toc.cpp
  struct TocLine {
    TocEntry entry;
    SourceSpan span;
  };
  void toc(const definition::Block& source, const definition::Toc& body, NodeId parent, Scope& scope);
  void list_of(const definition::Block& source, const definition::ListOf& body, NodeId parent, Scope& scope);
  std::vector<TocLine> toc_lines(int depth) const;
  std::vector<TocLine> numbered_lines(definition::ListOf::What of) const;
  void grow_toc(NodeId toc, std::vector<TocLine>&& lines);

  // compose_lists.cpp
  void glossary(const definition::Block& source, const definition::Glossary& body, NodeId parent, Scope& scope);
  std::vector<Inline> meaning(const definition::Text& written, const Scope& scope);
  void index(const definition::Block& source, NodeId parent, Scope& scope);
  void source_list(const definition::Block& source, NodeId parent, Scope& scope);
  void note_first_uses();
  // compose_figure_list.cpp
  void figure_list(const definition::Block& source, const definition::FigureList& body, NodeId parent, Scope& scope);
  void finish_figure_lists();

  void finish_lists();

  // compose_figures.cpp
  void chart(const definition::Block& block, const definition::Chart& body, NodeId parent, Scope& scope);
  std::optional<chart::Plan> plan(const definition::Chart& body, SourceSpan span, Scope& scope);
  void chart_rows(const definition::Chart& body, chart::Input& input, Scope& scope);
  void chart_words(const definition::Chart& body, chart::Input& input, Scope& scope);
  void chart_levels(const definition::Chart& body, chart::Input& input, Scope& scope);
  std::string field(const data::Figure& figure, const std::string& name, PrintedRanges* ranges = nullptr);
  std::optional<chart::Row> chart_row(const Value& value, SourceSpan span);
  std::optional<chart::Plan> scale_of(const FigureValue& figure, SourceSpan span);
  void note_large(Inline& value, Inline& sign, const FigureValue& figure);
  void tiles(const definition::Block& block, const definition::Tiles& body, NodeId parent, Scope& scope);
  void key_figures(const definition::Block& block, const definition::KeyFigures& body, NodeId parent, Scope& scope);
  std::string source_line(chart::Input& input);

  // compose_graphs.cpp
  std::optional<chart::Plan> graph_plan(const definition::Chart& body, SourceSpan span, Scope& scope);
  void graph_rows(const definition::Graph& body, graph::Input& input, Scope& scope);
  bool graph_shapes(const definition::Graph& body, graph::Input& input);
  void graph_words(const definition::Graph& body, graph::Input& input, Scope& scope);
  /// A name of the definition in the words of the data, in the edition's language, as far as it is translated.
  std::string as_data_say(const definition::Text& name, const Scope& scope);

  // compose_images.cpp
  void image(const definition::Block& block, const definition::Image& body, NodeId parent, Scope& scope);
  void quote(const definition::Block& block, const definition::PullQuote& body, NodeId parent, Scope& scope);

  // compose_tables.cpp
  void table(const definition::Block& block, const definition::Table& body, NodeId parent, Scope& scope);
  void heads(const definition::Table& body, Table& table, Scope& scope);
  BoundText quietly_bound(const definition::Text& text, const Scope& scope) const;
  void plain_rows(const definition::Table& body, Table& table, Totals& totals, Scope& scope);
  void rich_rows(const definition::Table& body, Table& table, Totals& totals, Scope& scope);
  void group_head(const definition::Table& body, Table& table, Scope& scope);
  Cell cell(const definition::Column& column, Scope& scope);
  Inline cell_note(const std::string& words, SourceSpan span);
  void settle_cell_notes(NodeId table, NodeId parent);
  void foot(const definition::Table& body, Table& table, const Totals& totals, Scope& scope);
  /// Takes what the columns of the row in scope give to totals.
  void count_in(const definition::Table& body, Totals& totals, Scope& scope);
  /// A row of totals: its label up to the first of them.
  Table::Row total_row(const definition::Table& body, const Totals& totals, const definition::Text& label, bool of_group, Scope& scope);
  void chart_data(const definition::Block& block, NodeId parent, Scope& scope);

  // shared
  /// Calls `visit` once for each row of the loop with its variable in scope; once without a loop.
  void each(const definition::Loop& loop, Scope& scope, const std::function<void()>& visit);
  /// The text with its bindings printed: a name, a style, a file. Words that the reader sees go through `printed`.
  std::string resolved(const definition::Text& text, const Scope& scope);
  /// In the edition's language, as far as it is translated. `ranges` takes what was printed from data; null: it is not listed.
  std::string printed(const definition::Text& text, const Scope& scope, PrintedRanges* ranges = nullptr);
  /// What the words of a chart over a table are compared with.
  void speak_of(const graph::Input& input);
  /// Gives a passage away, with what it speaks of and the trend beside it.
  void tell(Passage passage) const;
  std::vector<Inline> inlines(const definition::Text& text, const Scope& scope);
  /// A written text in the language that it is to be read in, and who evaluates its bindings.
  struct Reading {
    const definition::Text* text;
    const Evaluator* evaluator;
    std::string language;  ///< empty: the edition's
  };
  Reading reading(const definition::Text& written) const;
  void report_prose_at_home();
  /// Where a file of prose stands: the edition's, or else the report's own.
  ProseContext prose_context(const definition::Prose& body, Scope& scope, std::string& path);
  std::optional<FigureValue> figure(const definition::Text& expression, const Scope& scope);
  std::vector<Inline> trend_inlines(data::Trend trend, std::string words);
  int level_of(const std::string& name, const std::vector<std::string>& levels);
  std::vector<std::string> levels(const definition::Text& table);
  std::vector<std::string> table_names() const;

  const Inputs& in_;
  Sources& sources_;
  Diagnostics& diagnostics_;
  Translator translator_;
  FigureForms forms_, home_forms_;         ///< in the edition's language, and in the report's
  Evaluator evaluator_, home_evaluator_, names_;
  std::vector<SourceSpan> prose_at_home_;  ///< what asked for prose that only the report's own language has
  Tree tree_;
  Grower grower_;
  int figures_ = 0, tables_ = 0;
  struct TocPlace {
    NodeId toc{};
    int depth = 1;                                ///< 0: a list of what `of` says
    definition::ListOf::What of{};
  };
  struct TocPart {
    NodeId part{};
    std::vector<Inline> title, subtitle;
    std::optional<chart::Plan> status;
  };
  std::vector<TocPart> listed_;
  std::vector<TocPlace> tocs_;
  std::vector<NodeId> indexes_, source_lists_, figure_lists_;
  std::vector<Term> terms_;
  std::vector<NodeId> chart_data_;       ///< tables that repeat what a chart shows
  std::vector<NodeId> charts_;
  struct CellNote {
    std::string words;
    SourceSpan span;
  };
  std::vector<CellNote> cell_notes_;     ///< of the table that is being composed
  PassageSink tell_;                     ///< `tell`, for prose; empty when nobody asks
  std::vector<const data::Figure*> about_;  ///< figures of the chart whose words are being composed
  std::vector<Passage::Series> series_;  ///< of the chart over a table whose words are being composed
  std::vector<std::string> numbers_;     ///< its values as they are printed
  std::optional<data::Trend> label_;     ///< trend beside the words that are being composed
  std::vector<std::string> failed_;      ///< names of charts that could not be planned; what refers to them need not be told
  std::vector<std::string> open_prose_;  ///< files of prose that are being composed, each in a fence of the one before
};

}  // namespace tilstand::content
