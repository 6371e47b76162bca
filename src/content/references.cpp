// SPDX-License-Identifier: Apache-2.0
#include "content/references.hpp"

#include <algorithm>
#include <map>

#include "base/suggest.hpp"
#include "content/inlines.hpp"

namespace tilstand::content {
namespace {

using Lists = std::vector<std::vector<Inline>*>;

void add_cells(Lists& lists, std::vector<Cell>& cells) {
  for (Cell& cell : cells)
    for (CellText& line : cell.lines) lists.push_back(&line.inlines);
}

/// All lists of inlines that a body holds.
struct ListsOf {
  Lists operator()(Paragraph& one) const { return {&one.inlines}; }
  Lists operator()(Tile& one) const { return {&one.label, &one.value, &one.unit, &one.trend, &one.before, &one.source}; }
  Lists operator()(KeyFigure& one) const { return {&one.value, &one.sentence, &one.trend, &one.label}; }
  Lists operator()(TocEntry& one) const { return {&one.title, &one.subtitle}; }
  Lists operator()(Table& table) const {
    Lists lists;
    add_cells(lists, table.head);
    for (std::vector<Cell>& level : table.over) add_cells(lists, level);
    for (Table::Row& row : table.rows) add_cells(lists, row.cells);
    for (Table::Row& row : table.foot) add_cells(lists, row.cells);
    return lists;
  }
  template <class Other>
  Lists operator()(Other&) const { return {}; }
};

std::string heading_words(const Node& node) {
  const auto* paragraph = std::get_if<Paragraph>(&node.body);
  std::string words;
  if (paragraph == nullptr || paragraph->heading_level == 0) return words;
  for (const Inline& one : paragraph->inlines) words += one.kind == Inline::Kind::line_break ? std::string(" ") : one.text;
  return words;
}

class Settler {
 public:
  Settler(Tree& tree, const definition::Words& words, const std::vector<std::string>& failed, Diagnostics& diagnostics)
      : tree_(tree), words_(words), failed_(failed), diagnostics_(diagnostics) {
    for (std::uint32_t i = 0; i < tree.nodes.size(); ++i) {
      if (tree.nodes[i].name.empty()) continue;
      known_.push_back(tree.nodes[i].name);
      const auto [found, is_new] = names_.emplace(tree.nodes[i].name, NodeId{i});
      if (!is_new) refuse_second(tree.nodes[i], tree.nodes[found->second.value]);
    }
  }

  void run() {
    for (Node& node : tree_.nodes)
      for (std::vector<Inline>* list : std::visit(ListsOf{}, node.body))
        for (Inline& one : *list)
          if (one.uri.starts_with(pending_reference)) settle(one);
  }

 private:
  void refuse_second(const Node& second, const Node& first) {
    diagnostics_.add({Severity::error, "content.duplicate-id", "the id \"" + second.name + "\" is given twice, a reference could mean either", second.span,
                      {{"the first one", first.span}}, "give one of them another id; in a loop, put a binding into it"});
  }

  void settle(Inline& one) {
    std::string name = one.uri.substr(pending_reference.size());
    one.uri.clear();
    const bool page = name.starts_with("page:");
    if (page) name = name.substr(5);
    const auto target = names_.find(name);
    if (std::find(failed_.begin(), failed_.end(), name) != failed_.end()) return;
    if (target == names_.end()) {
      diagnostics_.error("content.unknown-reference", "there is nothing named \"" + name + "\" to refer to", one.span, did_you_mean(name, known_));
      return;
    }
    one.target = target->second;
    if (page) one.kind = Inline::Kind::page_reference;
    one.text = page ? words_("ref.page") : said(one.target);
    if (one.text.empty())
      diagnostics_.error("content.unknown-reference", "\"" + name + "\" has neither number nor title that could be printed", one.span,
                         "refer to its page by [@page:" + name + "]");
  }

  std::string said(NodeId id) const {
    const Node& node = tree_[id];
    if (const auto* figure = std::get_if<Figure>(&node.body)) return numbered("ref.figure", figure->number);
    if (const auto* image = std::get_if<Image>(&node.body)) return numbered("ref.figure", image->number);
    if (const auto* table = std::get_if<Table>(&node.body)) return numbered("ref.table", table->number);
    if (const auto* part = std::get_if<Part>(&node.body)) return part->title;
    std::string words = heading_words(node);
    for (std::size_t i = 0; words.empty() && i < node.children.size(); ++i) words = heading_words(tree_[node.children[i]]);
    return words;
  }

  std::string numbered(const char* kind, int number) const { return number == 0 ? std::string() : words_(kind) + "\u00A0" + std::to_string(number); }

  Tree& tree_;
  const definition::Words& words_;
  const std::vector<std::string>& failed_;
  Diagnostics& diagnostics_;
  std::map<std::string, NodeId> names_;
  std::vector<std::string> known_;
};

}  // namespace

void settle_references(Tree& tree, const definition::Words& words, const std::vector<std::string>& failed, Diagnostics& diagnostics) {
  Settler(tree, words, failed, diagnostics).run();
}

}  // namespace tilstand::content
