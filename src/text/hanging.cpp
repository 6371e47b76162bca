// SPDX-License-Identifier: Apache-2.0
#include "text/hanging.hpp"

#include <algorithm>
#include <iterator>

namespace tilstand::text {
namespace {

struct Hanging {
  char32_t character;
  int at_start, at_end;  ///< thousandths of the character's width
};

/// The lighter a sign, the further it hangs; what stands as tall as a letter (brackets, "!") hangs little. Ascending.
constexpr Hanging table[] = {
    {U'!', 0, 150},          {U'"', 600, 600},        {U'\'', 600, 600},       {U'(', 100, 0},          {U')', 0, 100},
    {U',', 0, 600},          {U'-', 0, 600},          {U'.', 0, 600},          {U':', 0, 300},          {U';', 0, 300},
    {U'?', 0, 150},          {U'[', 100, 0},          {U']', 0, 100},          {U'\u00AB', 350, 350},   {U'\u00BB', 350, 350},
    {U'\u2013', 250, 300},   {U'\u2014', 150, 200},   {U'\u2018', 600, 600},   {U'\u2019', 600, 600},   {U'\u201A', 600, 600},
    {U'\u201C', 500, 500},   {U'\u201D', 500, 500},   {U'\u201E', 500, 500},   {U'\u2026', 0, 250},
};

}  // namespace

int hanging_permille(char32_t character, bool at_end) {
  const auto* found = std::lower_bound(std::begin(table), std::end(table), character, [](const Hanging& one, char32_t c) { return one.character < c; });
  if (found == std::end(table) || found->character != character) return 0;
  return at_end ? found->at_end : found->at_start;
}

}  // namespace tilstand::text
