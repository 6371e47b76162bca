// SPDX-License-Identifier: Apache-2.0
#include "base/roman.hpp"

#include <array>
#include <utility>

namespace tilstand {
namespace {

constexpr std::array<std::pair<std::uint32_t, std::string_view>, 13> steps{{{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"},
                                                                             {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}}};

}  // namespace

std::string roman(std::uint32_t value) {
  std::string text;
  if (value == 0 || value > 3999) return text;
  for (const auto& [size, letters] : steps)
    for (; value >= size; value -= size) text += letters;
  return text;
}

std::optional<std::uint32_t> from_roman(const std::string& text) {
  std::uint32_t value = 0;
  std::string_view rest = text;
  for (const auto& [size, letters] : steps)
    for (; rest.starts_with(letters) && value <= 3999; rest.remove_prefix(letters.size())) value += size;
  if (!rest.empty() || text.empty() || roman(value) != text) return std::nullopt;
  return value;
}

}  // namespace tilstand
