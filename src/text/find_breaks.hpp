// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "text/paragraph.hpp"

namespace tilstand::text {

/// Fills `Paragraph::breaks` of a paragraph whose pieces are measured: where UAX 14 allows a break and no rule of the language
/// is against it, at hyphens, and where patterns divide a word. The text stays as it is.
void find_breaks(Paragraph& paragraph, const std::vector<Span>& spans, Tools& tools);

}  // namespace tilstand::text
