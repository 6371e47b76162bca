// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include "base/geometry.hpp"
#include "base/id.hpp"

namespace tilstand::layout {

/// How tall a foot note is, and one line of it.
struct NoteSize {
  Length height{}, line{};
};
using NoteSizes = std::function<NoteSize(NodeId)>;

/// The lines of a foot note that stand on one page: `height` of it from `from` on.
struct NotePart {
  NodeId note{};
  Length from{}, height{};
  bool operator==(const NotePart&) const = default;
};

/// A block at the foot of a page, as far as room goes.
struct FootBlock {
  Length height{}, before{}, after{};
};

/// What stands at the foot of a page: blocks from top to bottom, foot notes below them.
struct FootRoom {
  Length unit{};                  ///< of the baseline grid
  std::vector<FootBlock> blocks;
  std::vector<NotePart> notes;

  bool empty() const { return blocks.empty() && notes.empty(); }
  /// Free space between the flow, the blocks and the notes.
  Length gap() const { return unit * 2; }
  /// Between the rule above the notes and the first of them.
  Length below_rule() const { return unit / 2; }
  /// Distance between the lowest block and one below it, or between the flow and a first one.
  Length gap_above(const FootBlock& block) const { return blocks.empty() ? gap() : max(blocks.back().after, block.before); }

  Length notes_height() const {
    Length sum = notes.empty() ? Length{} : below_rule();
    for (const NotePart& part : notes) sum += part.height;
    return sum;
  }

  /// Height that is taken from the flow.
  Length taken() const {
    Length sum = notes_height() + (notes.empty() ? Length{} : gap());
    for (std::size_t i = 0; i < blocks.size(); ++i)
      sum += blocks[i].height + (i == 0 ? gap() : max(blocks[i - 1].after, blocks[i].before));
    return sum;
  }
};

}  // namespace tilstand::layout
