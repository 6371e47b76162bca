// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "text/paragraph.hpp"
#include "text/span.hpp"

namespace tilstand::text {

/// Chosen line ends: indices into `Paragraph::breaks`, ascending, the last one the paragraph's end.
struct Breaking {
  std::vector<std::uint32_t> ends;
  bool overfull = false;  ///< some line is wider than the measure
};

/// Total-fit line breaking after Knuth and Plass, "Breaking Paragraphs into Lines" (1981): the least sum of demerits over the
/// whole paragraph. Ragged text takes the shortfall of a line as its badness; in justified text a tight line next to a loose one
/// costs more. The search keeps one path for each state that can matter later (fitness, divided lines in a row, lines of their own measure or beside
/// an initial), so time grows with breakpoints times those of one line.
Breaking break_lines(const Paragraph& paragraph, const ParagraphStyle& style, const Measures& measures);

/// Demerits of a chosen breaking; for tests, which compare with exhaustive search. Infinite when a line can't be set.
double demerits_of(const Paragraph& paragraph, const ParagraphStyle& style, const Measures& measures, const std::vector<std::uint32_t>& ends);

}  // namespace tilstand::text
