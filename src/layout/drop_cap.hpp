// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "layout/set_text.hpp"

namespace tilstand::layout {

/// The initial of a paragraph, cut off its words: it reaches from the capital height of the first line to the baseline of line `lines`.
/// One with a sign above it is smaller, so that the sign stays off the line before.
struct DropCap {
  text::Line mark;      ///< opens a quotation, in the size of the text; empty: none
  text::Line line;      ///< ink at its left edge, or beside the mark
  Length indent{};      ///< of the lines beside it
  int lines = 0;
};

/// Takes the first letter, and a mark that opens a quotation before it, off `list` and sets it as the style says. Nothing, and `list` as it
/// was, when the style has no initials or the paragraph begins with something else than a letter.
std::optional<DropCap> take_drop_cap(const Setter& setter, SpanList& list, const definition::Style& style);

}  // namespace tilstand::layout
