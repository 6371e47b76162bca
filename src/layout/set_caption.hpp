// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layout/set_text.hpp"

namespace tilstand::layout {

/// What stands in the title line of a figure or table.
struct Caption {
  std::string number;  ///< "Figur 8"
  std::string title;
  PrintedRanges printed{};  ///< of `title`
  NodeId target{};          ///< where the number leads, or the title of one without; none: nowhere
};

/// Adds the title line, number in "caption-number" before the title in "caption-title"; gives its last baseline.
Length add_caption(const Setter& setter, Piece& piece, const Caption& caption, Point top, Length measure, Leaf leaf);

}  // namespace tilstand::layout
