// SPDX-License-Identifier: Apache-2.0
#include "definition/located.hpp"

#include <algorithm>

namespace tilstand::definition {

SourceSpan Located::span(std::size_t begin, std::size_t end) const {
  begin = std::min(begin, text.size());
  end = std::clamp(end, begin, text.size());
  const Position first = advanced(start, text.substr(0, begin));
  return {file, first, advanced(first, text.substr(begin, end - begin))};
}

Located Located::part(std::size_t begin, std::size_t length) const {
  begin = std::min(begin, text.size());
  return {text.substr(begin, length), file, advanced(start, text.substr(0, begin))};
}

}  // namespace tilstand::definition
