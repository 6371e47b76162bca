// SPDX-License-Identifier: Apache-2.0
#include "base/printed.hpp"

#include <algorithm>

namespace tilstand {

void add_part(PrintedRanges& to, const PrintedRanges& from, std::size_t begin, std::size_t end, std::size_t at) {
  for (const PrintedRange& range : from) {
    const std::size_t first = std::max<std::size_t>(range.begin, begin), last = std::min<std::size_t>(range.end, end);
    if (first >= last) continue;
    const auto moved = [&](std::size_t byte) { return static_cast<std::uint32_t>(byte - begin + at); };
    if (!to.empty() && to.back().id == range.id && to.back().end == moved(first)) to.back().end = moved(last);
    else to.push_back({moved(first), moved(last), range.id});
  }
}

PrintedRanges whole_text(std::size_t bytes, PrintedId id) {
  if (!id || bytes == 0) return {};
  return {{0, static_cast<std::uint32_t>(bytes), id}};
}

}  // namespace tilstand
