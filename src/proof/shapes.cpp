// SPDX-License-Identifier: Apache-2.0
#include "proof/shapes.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "locale/letters.hpp"

namespace tilstand::proof {
namespace {

using locale::Letter;

bool is_small_ascii(char32_t point) { return point >= 'a' && point <= 'z'; }
bool is_ascii_digit(char32_t point) { return point >= '0' && point <= '9'; }
bool is_letter(char32_t point) { return locale::letter_kind(point) == Letter::letter; }

/// "name.ext": up to four small letters or digits after the last point, a letter among them, and a letter in the name.
bool is_file(std::u32string_view text) {
  const std::size_t point = text.rfind(U'.');
  if (point == std::u32string_view::npos || point == 0) return false;
  const std::u32string_view ending = text.substr(point + 1), name = text.substr(0, point);
  if (ending.empty() || ending.size() > 4 || !std::any_of(ending.begin(), ending.end(), is_small_ascii)) return false;
  const bool plain = std::all_of(ending.begin(), ending.end(), [](char32_t c) { return is_small_ascii(c) || is_ascii_digit(c); });
  return plain && std::any_of(name.begin(), name.end(), is_letter);
}

/// Groups of digits between the same sign, or none when signs differ or something else stands there.
std::vector<std::size_t> groups(std::u32string_view digits, char32_t sign) {
  std::vector<std::size_t> lengths{0};
  for (const char32_t point : digits) {
    if (point == sign) lengths.push_back(0);
    else if (locale::letter_kind(point) == Letter::digit) ++lengths.back();
    else return {};
  }
  return lengths;
}

using Lengths = std::vector<std::size_t>;

bool is_thousands(const Lengths& lengths) {
  return lengths.front() <= 3 && std::all_of(lengths.begin() + 1, lengths.end(), [](std::size_t length) { return length == 3; });
}

}  // namespace

bool is_address(std::u32string_view text) {
  if (text.find(U"://") != std::u32string_view::npos || text.starts_with(U"www.")) return true;
  const std::size_t at = text.find(U'@');
  if (at != std::u32string_view::npos && at > 0 && at + 1 < text.size()) return true;
  const bool path = text.find(U'/') != std::u32string_view::npos && (is_letter(text.front()) || text.front() == '/' || text.front() == '.');
  const bool digits = std::any_of(text.begin(), text.end(), [](char32_t c) { return locale::letter_kind(c) == Letter::digit; });
  return (path && digits) || is_file(text);
}

bool is_date_or_version(std::u32string_view digits) {
  const Lengths dashed = groups(digits, U'-'), pointed = groups(digits, U'.'), timed = groups(digits, U':');
  if (dashed == Lengths{4, 2, 2}) return true;
  if (timed == Lengths{2, 2} || timed == Lengths{2, 2, 2}) return true;
  return pointed.size() >= 3 && !is_thousands(pointed);
}

bool is_inside_number(char32_t point) { return std::u32string_view(U".,'’/:-–—‐‑−\u066B\u066C").find(point) != std::u32string_view::npos; }

bool is_number_ending(std::u32string_view letters) {
  constexpr std::array<std::u32string_view, 5> endings{U"st", U"nd", U"rd", U"th", U"s"};
  return std::find(endings.begin(), endings.end(), letters) != endings.end();
}

}  // namespace tilstand::proof
