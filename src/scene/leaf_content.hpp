// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <string>
#include <vector>

#include "content/tree.hpp"
#include "layout/page.hpp"

namespace tilstand::scene {

/// Where a leaf stands in the reading order of the content.
struct ReadingKey {
  std::uint32_t node = 0;
  int rank = 0;  ///< of the part inside its node
  std::int32_t row = -1;
  int column = -1, line = 0;
  auto operator<=>(const ReadingKey&) const = default;
};

/// Order of a leaf's part inside its node: captions first, notes and sources last.
int rank_of(layout::Leaf::Part part);
ReadingKey reading_key(const layout::Leaf& leaf);

/// The inlines that a leaf was set from; null when it was set from plain text or is a drawing.
const std::vector<content::Inline>* inlines_of(const content::Tree& tree, const layout::Leaf& leaf);
/// Whether the leaf's line holds links or words of another language, which are elements of their own inside.
bool is_mixed(const content::Tree& tree, const layout::Leaf& leaf);
/// The chart that a leaf's drawing shows; null when there is none.
const chart::Plan* plan_of(const content::Tree& tree, const layout::Leaf& leaf);
/// What a node is called where others speak of it: a part or heading by its words, a figure or table by its title; empty
/// for what has no name.
std::string title_of(const content::Tree& tree, NodeId node);
/// The words of inlines on one line, without discretionary hyphens.
std::string plain_text(const std::vector<content::Inline>& inlines);

}  // namespace tilstand::scene
