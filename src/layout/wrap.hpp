// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "layout/set_paragraph.hpp"

namespace tilstand::layout {

/// A block that text is wrapped round, with the text beside it. Paragraphs, and lists of them, are gathered until they reach its
/// foot; then all is sent on, held together. Fewer than three lines beside it, or lines shorter than 40 mm: it stands above the text in the
/// full measure.
class Wrap {
 public:
  /// Takes a block that wants text beside it, or text for the open one. False: the block is no matter of a wrap; what
  /// was gathered before it has been sent on, unless the block takes no room here or only holds others.
  bool take(const Setter& setter, NodeId node, const Measure& measure, const Emit& emit);
  /// Sends on what is gathered; what comes next starts below the block.
  void close(const Emit& emit);
  /// The room of a paragraph's lines whose measure below the block is `measure`; they are gathered next.
  LineRoom room_of(const Measure& measure, const definition::Style& style);
  /// How far right of its place below the block the text stands that `room_of` was asked for last.
  Length shift() const { return text_shift_; }

 private:
  bool begin(const Setter& setter, NodeId node, const Measure& measure);
  void add_text(NodeId node);
  void gather(Piece&& piece);
  void send(const Emit& emit);
  void reset();

  struct Block {
    Setter setter;
    NodeId node{};
    Measure measure;            ///< of the text below the block
    Measure beside;             ///< of the text beside it
    Piece piece;
  };
  std::optional<Block> block_;
  std::vector<NodeId> texts_;
  std::vector<Piece> pieces_;   ///< the lines of `texts_`
  std::size_t lines_beside_ = 0;
  Keep last_keep_ = Keep::none; ///< that the last of them would have elsewhere
  Length text_shift_{};
  Length shift_{};              ///< of the block below the top of the first line
  Length depth_{};              ///< of what lines must keep clear of, from the top of the first one
  Length y_{}, after_{};        ///< foot of the last line, and the wished distance below it
};

}  // namespace tilstand::layout
