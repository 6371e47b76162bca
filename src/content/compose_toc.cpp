// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "content/composer.hpp"
#include "content/selection.hpp"

namespace tilstand::content {

void Composer::toc(const definition::Block& source, const definition::Toc& body, NodeId parent, Scope& scope) {
  tocs_.push_back({add(parent, Toc{}, source, scope), body.depth, {}});
}

void Composer::list_of(const definition::Block& source, const definition::ListOf& body, NodeId parent, Scope& scope) {
  tocs_.push_back({add(parent, Toc{}, source, scope), 0, body.of});
}

/// Listed parts, and below them their listed headings as deep as the contents go; the first level of headings repeats the part.
std::vector<Composer::TocLine> Composer::toc_lines(int depth) const {
  std::vector<TocLine> lines;
  bool inside = false;
  for (std::uint32_t i = 0; i < tree_.nodes.size(); ++i) {
    const Node& node = tree_.nodes[i];
    if (std::holds_alternative<Part>(node.body)) {
      const auto part = std::find_if(listed_.begin(), listed_.end(), [i](const TocPart& one) { return one.part == NodeId{i}; });
      inside = part != listed_.end();
      if (inside) lines.push_back({{NodeId{i}, part->title, part->subtitle, part->status, 1, {}}, node.span});
    }
    const auto* heading = std::get_if<Paragraph>(&node.body);
    if (!inside || heading == nullptr || !heading->listed || heading->heading_level < 2 || heading->heading_level > depth) continue;
    std::vector<Inline> title = heading->inlines;
    std::erase_if(title, [](const Inline& one) { return one.kind == Inline::Kind::note_mark || one.kind == Inline::Kind::anchor; });
    lines.push_back({{NodeId{i}, std::move(title), {}, std::nullopt, heading->heading_level, {}}, node.span});
  }
  return lines;
}

namespace {

/// What a numbered figure or table is called; number 0: it is neither, or has none.
struct Numbered {
  int number = 0;
  std::string title;
  PrintedRanges printed{};  ///< of `title`
};

Numbered numbered(const Body& body, definition::ListOf::What of) {
  const auto* table = std::get_if<Table>(&body);
  if (of == definition::ListOf::What::tables) return table != nullptr ? Numbered{table->number, table->title, table->title_printed} : Numbered{};
  if (const auto* image = std::get_if<Image>(&body)) return {image->number, image->title, image->title_printed};
  const auto* figure = std::get_if<Figure>(&body);
  return figure != nullptr ? Numbered{figure->number, figure->title, figure->title_printed} : Numbered{};
}

}  // namespace

std::vector<Composer::TocLine> Composer::numbered_lines(definition::ListOf::What of) const {
  std::vector<TocLine> lines;
  for (std::uint32_t i = 0; i < tree_.nodes.size(); ++i) {
    const Node& node = tree_.nodes[i];
    const Numbered found = numbered(node.body, of);
    if (found.number == 0 || is_left_out(tree_, {i})) continue;
    Inline title;
    title.text = found.title;
    title.printed = found.printed;
    title.span = node.span;
    const std::string label = in_.words(of == definition::ListOf::What::figures ? "caption.figure" : "caption.table");
    lines.push_back({{NodeId{i}, {title}, {}, std::nullopt, 1, definition::fill(label, {{"number", std::to_string(found.number)}})}, node.span});
  }
  return lines;
}

/// An entry holds the list of those below it; a level that is passed over holds nothing.
void Composer::grow_toc(NodeId toc, std::vector<TocLine>&& lines) {
  std::vector<std::pair<int, NodeId>> open;
  for (TocLine& line : lines) {
    const int level = line.entry.level;
    while (!open.empty() && open.back().first >= level) open.pop_back();
    NodeId list = toc;
    if (!open.empty()) {
      const NodeId above = open.back().second;
      const bool first = tree_[above].children.empty();
      list = first ? grower_.add(above, Toc{}, line.span) : tree_[above].children.back();
    }
    open.emplace_back(level, grower_.add(list, std::move(line.entry), line.span));
  }
}

}  // namespace tilstand::content
