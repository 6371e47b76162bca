// SPDX-License-Identifier: Apache-2.0
#include "text/span.hpp"

namespace tilstand::text {
namespace {

Length spaces_stretch(const ParagraphStyle& style, Length spaces) { return scaled(spaces, style.space_most - style.space, style.space); }
Length spaces_shrink(const ParagraphStyle& style, Length spaces) { return scaled(spaces, style.space - style.space_least, style.space); }
Length letters_give(const ParagraphStyle& style, Length letters) { return scaled(letters, style.letter_fit, 1000); }

}  // namespace

Length most_stretch(const ParagraphStyle& style, Length spaces, Length letters) { return spaces_stretch(style, spaces) + letters_give(style, letters); }
Length most_shrink(const ParagraphStyle& style, Length spaces, Length letters) { return spaces_shrink(style, spaces) + letters_give(style, letters); }

Justification justify(const ParagraphStyle& style, Length rest, Length spaces, Length letters) {
  const bool tight = rest.units < 0;
  const Length amount = tight ? -rest : rest;
  const Length by_spaces = min(amount, tight ? spaces_shrink(style, spaces) : spaces_stretch(style, spaces));
  const Length by_letters = min(amount - by_spaces, letters_give(style, letters));
  // A line that is too tight even so sticks out: spaces never go below their limit.
  const Length for_spaces = tight ? by_spaces : amount - by_letters;
  return tight ? Justification{-for_spaces, -by_letters} : Justification{for_spaces, by_letters};
}

}  // namespace tilstand::text
