// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "text/paragraph.hpp"

namespace tilstand::text {

/// Keeps measured paragraphs: the rounds of layout set the same text again, and a table asks for the widths of cells before it
/// sets them. What no measure hangs on (ink, origin, figure, leaf) is no part of the key. When its room is filled the first ones
/// stay and what is new is measured each time. Short texts have a small room of their own, so that the cells of a long table
/// neither take much nor leave none for prose.
class ParagraphMemo {
 public:
  struct Room {
    std::size_t prose = std::size_t{16} << 20, short_texts = std::size_t{1} << 20;  ///< bytes, about
  };
  explicit ParagraphMemo(Room room) : free_(room) {}

  /// The paragraph of `spans`, measured now or before; good until the next call.
  const Paragraph& measured(const std::vector<Span>& spans, Tools& tools);
  std::size_t count() const { return kept_.size(); }

 private:
  Room free_;
  std::map<std::string, Paragraph> kept_;
  Paragraph passing_;  ///< the last one that found no room
};

}  // namespace tilstand::text
