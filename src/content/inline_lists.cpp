// SPDX-License-Identifier: Apache-2.0
#include "content/inline_lists.hpp"

#include <type_traits>

namespace tilstand::content {
namespace {

template <class List>
struct ListsOf {
  using Lists = std::vector<List*>;
  template <class Kind>
  using As = std::conditional_t<std::is_const_v<List>, const Kind, Kind>;

  Lists operator()(As<Paragraph>& one) const { return {&one.inlines}; }
  Lists operator()(As<Tile>& one) const { return {&one.label, &one.value, &one.unit, &one.trend, &one.before, &one.source}; }
  Lists operator()(As<KeyFigure>& one) const { return {&one.value, &one.sentence, &one.trend, &one.label}; }
  Lists operator()(As<TocEntry>& one) const { return {&one.title, &one.subtitle}; }
  Lists operator()(As<IndexEntry>& one) const { return {&one.see}; }
  Lists operator()(As<Table>& table) const {
    Lists lists;
    add_cells(lists, table.head);
    for (auto& level : table.over) add_cells(lists, level);
    for (auto& row : table.rows) add_cells(lists, row.cells);
    for (auto& row : table.foot) add_cells(lists, row.cells);
    return lists;
  }
  template <class Other>
  Lists operator()(Other&) const {
    return {};
  }

 private:
  template <class Cells>
  static void add_cells(Lists& lists, Cells& cells) {
    for (auto& cell : cells)
      for (auto& line : cell.lines) lists.push_back(&line.inlines);
  }
};

}  // namespace

std::vector<std::vector<Inline>*> inline_lists(Body& body) { return std::visit(ListsOf<std::vector<Inline>>{}, body); }
std::vector<const std::vector<Inline>*> inline_lists(const Body& body) { return std::visit(ListsOf<const std::vector<Inline>>{}, body); }

std::string words_of(const std::vector<Inline>& inlines) {
  std::string words;
  for (const Inline& one : inlines) words += one.kind == Inline::Kind::line_break ? std::string(" ") : one.text;
  return words;
}

}  // namespace tilstand::content
