// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "text/break_lines.hpp"
#include "text/paragraph.hpp"

namespace tilstand::text {

/// Puts the glyphs of each chosen line together: alignment, word spaces, hyphens, order of right-to-left runs.
/// Characters without glyph are added to `missing`.
struct MissingCharacter {
  char32_t character = 0;
  NodeId origin{};
};
std::vector<Line> assemble(const Paragraph& paragraph, const std::vector<Span>& spans, const Breaking& breaking, const ParagraphStyle& style,
                           const Measures& measures, Tools& tools, std::vector<MissingCharacter>& missing);

}  // namespace tilstand::text
