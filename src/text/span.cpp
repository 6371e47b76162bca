// SPDX-License-Identifier: Apache-2.0
#include "text/span.hpp"

namespace tilstand::text {

Span part_of(const Span& span, std::size_t begin, std::size_t end) {
  Span part = span;
  part.text = span.text.substr(begin, end - begin);
  part.printed.clear();
  add_part(part.printed, span.printed, begin, end, 0);
  return part;
}

}  // namespace tilstand::text
