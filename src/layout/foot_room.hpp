// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <functional>
#include <vector>

#include "base/geometry.hpp"
#include "base/id.hpp"

namespace tilstand::layout {

using NoteHeight = std::function<Length(NodeId)>;

/// A block at the foot of a page, as far as room goes.
struct FootBlock {
  Length height{}, before{}, after{};
};

/// What stands at the foot of a page: blocks from top to bottom, foot notes below them.
struct FootRoom {
  Length unit{};                  ///< of the baseline grid
  std::vector<FootBlock> blocks;
  std::vector<NodeId> notes;

  bool empty() const { return blocks.empty() && notes.empty(); }
  /// Free space between the flow, the blocks and the notes.
  Length gap() const { return unit * 2; }
  /// Distance between the lowest block and one below it, or between the flow and a first one.
  Length gap_above(const FootBlock& block) const { return blocks.empty() ? gap() : max(blocks.back().after, block.before); }

  Length notes_height(const std::vector<NodeId>& list, const NoteHeight& height) const {
    if (list.empty()) return {};
    Length sum = unit / 2;
    for (const NodeId note : list) sum += height(note);
    return sum;
  }

  /// Height that is taken from the flow, were `more` notes placed too.
  Length taken(const std::vector<NodeId>& more, const NoteHeight& height) const {
    std::vector<NodeId> all = notes;
    for (const NodeId note : more)
      if (std::find(all.begin(), all.end(), note) == all.end()) all.push_back(note);
    Length sum = notes_height(all, height);
    for (std::size_t i = 0; i < blocks.size(); ++i)
      sum += blocks[i].height + (i == 0 ? gap() : max(blocks[i - 1].after, blocks[i].before));
    return all.empty() ? sum : sum + gap();
  }
};

}  // namespace tilstand::layout
