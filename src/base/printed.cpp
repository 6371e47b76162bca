// SPDX-License-Identifier: Apache-2.0
#include "base/printed.hpp"

#include <algorithm>

namespace tilstand {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Bytes of the sign that may stand between the digits of one number or range.
std::size_t sign_at(std::string_view text) {
  for (const std::string_view sign : {std::string_view("."), std::string_view(","), std::string_view("\u00A0"), std::string_view("\u202F"), std::string_view("–")})
    if (text.starts_with(sign)) return sign.size();
  return 0;
}

}  // namespace

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

PrintedRanges numbers_in(std::string_view text, PrintedId id) {
  PrintedRanges ranges;
  for (std::size_t at = 0; id && at < text.size();) {
    if (!is_digit(text[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < text.size() && is_digit(text[at])) {
      const std::size_t sign = sign_at(text.substr(++at));
      if (at + sign < text.size() && is_digit(text[at + sign])) at += sign;
    }
    ranges.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at), id});
  }
  return ranges;
}

PrintedRanges carried_over(const PrintedRanges& ranges, std::string_view from, std::string_view to, std::size_t at) {
  PrintedRanges carried;
  for (const PrintedRange& range : ranges) {
    const std::string_view words = from.substr(range.begin, range.end - range.begin);
    const std::size_t begin = to.find(words, at);
    if (begin == std::string_view::npos) continue;
    at = begin + words.size();
    carried.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at), range.id});
  }
  return carried;
}

PrintedRanges within(const PrintedRanges& ranges, std::size_t bytes) {
  PrintedRanges kept;
  for (const PrintedRange& range : ranges)
    if (range.end <= bytes) kept.push_back(range);
  return kept;
}

}  // namespace tilstand
