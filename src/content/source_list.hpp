// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "content/tree.hpp"
#include "definition/words.hpp"
#include "locale/collation.hpp"

namespace tilstand::content {

/// What is made from a source: a numbered figure or table, or a part that uses it otherwise.
struct SourceUse {
  NodeId node{};
  std::string name;   ///< "figur 3", or the part's title
};
struct SourceEntry {
  std::string source;
  FigureId figure{};            ///< the first one that names it
  std::vector<SourceUse> uses;  ///< in reading order, each name once
};

/// Every source of the figures that stand in the tree, in the order of the language; `left_out` are nodes that only repeat others.
std::vector<SourceEntry> sources_of(const Tree& tree, const std::vector<data::Figure>& figures, const std::vector<NodeId>& left_out,
                                    const definition::Words& words, const locale::Collation& collation);

}  // namespace tilstand::content
