// SPDX-License-Identifier: Apache-2.0
#include "content/reading_order.hpp"

#include <utility>

#include "content/inline_lists.hpp"

namespace tilstand::content {
namespace {

std::vector<std::uint32_t> preorder(const Tree& tree) {
  std::vector<std::uint32_t> order, open{0};
  order.reserve(tree.nodes.size());
  while (!open.empty()) {
    const std::uint32_t id = open.back();
    open.pop_back();
    order.push_back(id);
    const std::vector<NodeId>& children = tree.nodes[id].children;
    for (auto child = children.rbegin(); child != children.rend(); ++child) open.push_back(child->value);
  }
  return order;
}

}  // namespace

void put_in_reading_order(Tree& tree) {
  if (tree.nodes.empty()) return;
  const std::vector<std::uint32_t> order = preorder(tree);
  std::vector<std::uint32_t> places(tree.nodes.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) places[order[i]] = i;
  const auto move = [&places](NodeId& id) {
    if (id) id.value = places.at(id.value);
  };
  std::vector<Node> nodes;
  nodes.reserve(order.size());
  for (const std::uint32_t id : order) {
    Node& node = nodes.emplace_back(std::move(tree.nodes[id]));
    move(node.parent);
    for (NodeId& child : node.children) move(child);
    for (std::vector<Inline>* list : inline_lists(node.body))
      for (Inline& one : *list) move(one.target);
    if (auto* figure = std::get_if<Figure>(&node.body)) move(figure->table);
    if (auto* table = std::get_if<Table>(&node.body)) move(table->figure);
    if (auto* entry = std::get_if<TocEntry>(&node.body)) move(entry->target);
    if (auto* entry = std::get_if<IndexEntry>(&node.body))
      for (IndexEntry::Place& place : entry->places) move(place.first), move(place.last);
  }
  tree.nodes = std::move(nodes);
}

}  // namespace tilstand::content
