// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iterator>

#include "content/composer.hpp"

namespace tilstand::content {

void Composer::toc(const definition::Block& source, const definition::Toc& body, NodeId parent, Scope& scope) {
  toc_ = TocPlace{add(parent, Toc{}, source, scope), body.depth};
}

/// Listed parts, and below them their listed headings as deep as the contents go; the first level of headings repeats the part.
std::vector<Composer::TocLine> Composer::toc_lines() {
  std::vector<TocLine> lines;
  bool inside = false;
  for (std::uint32_t i = 0; i < tree_.nodes.size(); ++i) {
    const Node& node = tree_.nodes[i];
    if (std::holds_alternative<Part>(node.body)) {
      const auto part = std::find_if(listed_.begin(), listed_.end(), [i](const TocPart& one) { return one.part == NodeId{i}; });
      inside = part != listed_.end();
      if (inside) lines.push_back({{NodeId{i}, std::move(part->title), std::move(part->subtitle), std::move(part->status), 1}, node.span});
    }
    const auto* heading = std::get_if<Paragraph>(&node.body);
    if (!inside || heading == nullptr || !heading->listed || heading->heading_level < 2 || heading->heading_level > toc_->depth) continue;
    std::vector<Inline> title = heading->inlines;
    std::erase_if(title, [](const Inline& one) { return one.kind == Inline::Kind::note_mark; });
    lines.push_back({{NodeId{i}, std::move(title), {}, std::nullopt, heading->heading_level}, node.span});
  }
  return lines;
}

/// Entries are children of the contents list, which stands before the parts they lead to: they are put in when all parts are
/// known, and every id after the list moves up by their number.
void Composer::finish_toc() {
  if (!toc_) return;
  std::vector<TocLine> lines = toc_lines();
  const std::uint32_t first = toc_->toc.value + 1;
  const auto count = static_cast<std::uint32_t>(lines.size());
  const auto shift = [&](NodeId& id) {
    if (id && id.value >= first) id.value += count;
  };
  for (Node& node : tree_.nodes) {
    shift(node.parent);
    for (NodeId& child : node.children) shift(child);
    if (auto* paragraph = std::get_if<Paragraph>(&node.body))
      for (Inline& one : paragraph->inlines) shift(one.target);
  }
  std::vector<Node> entries;
  for (TocLine& line : lines) {
    shift(line.entry.target);
    entries.push_back({toc_->toc, {}, std::move(line.entry), {}, {}, line.span});
  }
  for (std::uint32_t i = 0; i < count; ++i) tree_.nodes[toc_->toc.value].children.push_back({first + i});
  tree_.nodes.insert(tree_.nodes.begin() + first, std::make_move_iterator(entries.begin()), std::make_move_iterator(entries.end()));
}

}  // namespace tilstand::content
