// SPDX-License-Identifier: Apache-2.0
#include "content/selection.hpp"

#include "content/inline_lists.hpp"

namespace tilstand::content {

bool is_left_out(const Tree& tree, NodeId node) {
  for (; node && node.value < tree.nodes.size(); node = tree[node].parent)
    if (const auto* part = std::get_if<Part>(&tree[node].body)) return part->left_out;
  return false;
}

void release_references(Tree& tree, const definition::Words& words) {
  const auto release = [&](Inline& one) {
    using Kind = Inline::Kind;
    if (one.kind == Kind::note_mark || one.kind == Kind::anchor || !is_left_out(tree, one.target)) return;
    if (one.kind == Kind::page_reference || one.kind == Kind::page_range) one.text = words("ref.left-out");
    one.kind = Kind::text;
    one.target = NodeId::none();
  };
  for (Node& node : tree.nodes)
    for (std::vector<Inline>* list : inline_lists(node.body))
      for (Inline& one : *list) release(one);
}

}  // namespace tilstand::content
