// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "text/paragraph.hpp"

namespace tilstand::text {

/// Spans whose raised, lowered and small-capital words say how they are drawn: by features of their face when it has glyphs for
/// all of a span, else as smaller glyphs, off the baseline or as capitals. The characters stay as they are.
class Formed {
 public:
  Formed(const std::vector<Span>& spans, Tools& tools);
  /// Those given, when there is nothing to say.
  const std::vector<Span>& spans() const { return formed_.empty() ? given_ : formed_; }

 private:
  const std::vector<Span>& given_;
  std::vector<Span> formed_;
};

}  // namespace tilstand::text
