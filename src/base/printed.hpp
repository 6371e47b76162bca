// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/id.hpp"

namespace tilstand {

/// One use of a number that was printed from data; what it is stands in the content tree's list of uses.
using PrintedId = Id<struct PrintedTag>;

/// Bytes of a text that were printed from data.
struct PrintedRange {
  std::uint32_t begin = 0, end = 0;
  PrintedId id{};
  bool operator==(const PrintedRange&) const = default;
};
using PrintedRanges = std::vector<PrintedRange>;

/// Adds what `from` says of the bytes from `begin` to `end` of its text, which now begin at byte `at`. A range that goes on where
/// the last one of `to` ends is joined with it.
void add_part(PrintedRanges& to, const PrintedRanges& from, std::size_t begin, std::size_t end, std::size_t at);

/// All of a text of `bytes` bytes; nothing without an id.
PrintedRanges whole_text(std::size_t bytes, PrintedId id);

/// The ranges of a text that are numbers, each with `id`: digits with the signs between them, "9 257", "3,5", "16–79". Nothing
/// without an id.
PrintedRanges numbers_in(std::string_view text, PrintedId id);

/// The ranges of `from` as they stand in `to`, which has its words in the same order from byte `at` on.
PrintedRanges carried_over(const PrintedRanges& ranges, std::string_view from, std::string_view to, std::size_t at = 0);

/// The ranges that end within the first `bytes` bytes of their text.
PrintedRanges within(const PrintedRanges& ranges, std::size_t bytes);

}  // namespace tilstand
