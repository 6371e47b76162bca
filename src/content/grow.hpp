// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>

#include "content/tree.hpp"

namespace tilstand::content {

/// Adds nodes to a tree in reading order, so that ids rise as the report is read.
class Grower {
 public:
  explicit Grower(Tree& tree) : tree_(tree) {}

  NodeId add(NodeId parent, Body body, SourceSpan span, Placement placement = {}, std::string name = {}) {
    const NodeId id{static_cast<std::uint32_t>(tree_.nodes.size())};
    tree_.nodes.push_back({parent, {}, std::move(body), std::move(placement), std::move(name), span});
    if (parent) tree_.nodes[parent.value].children.push_back(id);
    return id;
  }
  Node& node(NodeId id) { return tree_.nodes.at(id.value); }
  Tree& tree() { return tree_; }

 private:
  Tree& tree_;
};

}  // namespace tilstand::content
