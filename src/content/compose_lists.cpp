// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "content/composer.hpp"
#include "content/inline_lists.hpp"
#include "content/origins.hpp"
#include "content/references.hpp"
#include "content/source_list.hpp"

namespace tilstand::content {
namespace {

/// A page number of `target` in words of the language.
Inline page_of(NodeId target, std::string words) {
  Inline one;
  one.kind = Inline::Kind::page_reference;
  one.target = target;
  one.text = std::move(words);
  return one;
}

/// The cell of a loop's row that a text was taken from; `otherwise` when it was put together.
SourceSpan cell_of(const Scope& scope, const std::string& text, SourceSpan otherwise) {
  const RowValue* row = scope.row();
  for (std::size_t i = 0; row != nullptr && i < row->table->columns().size(); ++i)
    if (row->table->text(row->row, i) == text) return row->table->span(row->row, i);
  return otherwise;
}

}  // namespace

/// What a term means is Markdown in the data, so that terms can speak of one another.
std::vector<Inline> Composer::meaning(const definition::Text& written, const Scope& scope) {
  const std::string text = printed(written, scope);
  const SourceSpan place = cell_of(scope, text, written.span);
  return inlines_of({text, place.file, place.begin}, {scope, evaluator_, diagnostics_, {}, {}, {}, tell_ ? &tell_ : nullptr});
}

void Composer::glossary(const definition::Block& source, const definition::Glossary& body, NodeId parent, Scope& scope) {
  struct Row {
    std::string key, term;
    std::vector<Inline> meaning;
    PrintedRanges printed{};
  };
  std::vector<Row> rows;
  each(body.rows, scope, [&] {
    PrintedRanges ranges;
    std::string term = printed(body.term, scope, &ranges);
    rows.push_back({resolved(body.key, scope), std::move(term), meaning(body.meaning, scope), std::move(ranges)});
  });
  const locale::Collation collation(in_.forms.locale());
  std::stable_sort(rows.begin(), rows.end(), [&collation](const Row& a, const Row& b) { return collation.before(a.term, b.term); });
  const NodeId list = add(parent, List{false, 1, "fact-text"}, source, scope);
  for (Row& row : rows) {
    const NodeId item = grower_.add(list, ListItem{row.term, true, "fact-label", true, row.printed}, body.term.span, {}, term_prefix + row.key);
    const NodeId meaning = grower_.add(item, Paragraph{"fact-text", std::move(row.meaning), 0, false, false}, body.meaning.span);
    terms_.push_back({row.key, item, meaning});
  }
}

void Composer::index(const definition::Block& source, NodeId parent, Scope& scope) { indexes_.push_back(add(parent, Index{}, source, scope)); }

void Composer::source_list(const definition::Block& source, NodeId parent, Scope& scope) {
  source_lists_.push_back(add(parent, List{false, 1, "fact-text"}, source, scope));
}

/// The first reference to a term gets an anchor, and the term's entry its page. References from one term to another don't count.
void Composer::note_first_uses() {
  std::vector<std::pair<NodeId, NodeId>> anchors;  // parent of the anchor, paragraph that names its page
  std::vector<bool> noted(terms_.size());
  const std::size_t count = terms_.empty() ? 0 : tree_.nodes.size();
  std::vector<bool> explains(count);
  for (const Term& one : terms_) explains[one.meaning.value] = true;
  for (std::uint32_t i = 0; i < count; ++i) {
    if (explains[i]) continue;
    for (std::vector<Inline>* list : inline_lists(tree_.nodes[i].body))
      for (std::size_t at = 0; at < list->size(); ++at) {
        const std::optional<std::size_t> term = term_of((*list)[at], terms_, in_.forms);
        if (!term || noted[*term]) continue;
        noted[*term] = true;
        Inline anchor;
        anchor.kind = Inline::Kind::anchor;
        anchor.target = {static_cast<std::uint32_t>(count + anchors.size())};
        anchors.emplace_back(NodeId{i}, terms_[*term].meaning);
        list->insert(list->begin() + static_cast<std::ptrdiff_t>(at++), std::move(anchor));
      }
  }
  for (const auto& [parent, meaning] : anchors) {
    const NodeId anchor = grower_.add(parent, Anchor{}, grower_.node(parent).span);
    std::vector<Inline>& words = std::get<Paragraph>(grower_.node(meaning).body).inlines;
    words.emplace_back().text = " ";
    words.push_back(page_of(anchor, in_.words("glossary.first")));
  }
}

/// What can only be listed when all of the report is known. New nodes stand at the end of the tree until it is put in order.
void Composer::finish_lists() {
  const locale::Collation collation(in_.forms.locale());
  const std::vector<PlacedMark> marks = take_marks(grower_, diagnostics_);
  note_first_uses();
  finish_figure_lists();
  const std::vector<SourceEntry> sources = source_lists_.empty() ? std::vector<SourceEntry>() : sources_of(tree_, in_.dataset.figures, chart_data_, in_.words, collation);
  std::vector<std::vector<TocLine>> contents;
  for (const TocPlace& one : tocs_) contents.push_back(one.depth > 0 ? toc_lines(one.depth) : numbered_lines(one.of));
  for (std::size_t i = 0; i < tocs_.size(); ++i) grow_toc(tocs_[i].toc, std::move(contents[i]));
  const std::size_t before = diagnostics_.list().size();
  const std::vector<IndexWord> words = index_words(marks, collation, diagnostics_);
  if (indexes_.empty() && !marks.empty())
    diagnostics_.warning("content.no-index", "the text is marked for an index, but the report has none", marks.front().span, "add a block of kind \"index\"");
  if (diagnostics_.list().size() == before)
    for (const NodeId place : indexes_) grow_index(grower_, place, words, collation, in_.words);
  for (const NodeId list : source_lists_)
    for (const SourceEntry& entry : sources) {
      ListItem label{translator_.words(entry.source), true, "fact-label", true};
      if (label.label.find_first_of("0123456789") != std::string::npos)
        label.label_printed = numbers_in(label.label, evaluator_.list(printed_of({&in_.dataset.figures.at(entry.figure.value), {}}, "source", label.label, in_.dataset)));
      const NodeId item = grower_.add(list, std::move(label), tree_[list].span);
      Paragraph uses{"fact-text", {}, 0, false, false};
      for (const SourceUse& use : entry.uses) {
        const std::string name = uses.inlines.empty() ? in_.forms.capitalised(use.name) : use.name;
        if (!uses.inlines.empty()) uses.inlines.emplace_back().text = "; ";
        uses.inlines.push_back(page_of(use.node, definition::fill(in_.words("sources.use"), {{"name", name}})));
      }
      uses.inlines.emplace_back().text = ".";
      grower_.add(item, std::move(uses), tree_[list].span);
    }
}

}  // namespace tilstand::content
