// SPDX-License-Identifier: Apache-2.0
#include "text/no_break.hpp"

#include <glib.h>

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace tilstand::text {
namespace {

// Signs that mean the same in every language.
constexpr std::array<std::string_view, 4> signs_after{"%", "‰", "°", "°C"};
constexpr std::array<std::string_view, 2> signs_before{"§", "§§"};
constexpr std::string_view openers[] = {"(", "[", "«", "“", "‘", "\""};
constexpr std::string_view closers[] = {")", "]", "»", "”", "’", "\"", ",", ";", ":", "!", "?", "."};
constexpr std::string_view dashes[] = {"–", "—"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

char32_t first_of(std::string_view word) { return word.empty() ? 0 : g_utf8_get_char_validated(word.data(), static_cast<gssize>(word.size())); }
bool starts_lower(std::string_view word) { return g_unichar_islower(first_of(word)); }
bool starts_upper(std::string_view word) { return g_unichar_isupper(first_of(word)); }

std::string_view without_openers(std::string_view word) {
  for (const std::string_view opener : openers)
    if (word.starts_with(opener)) return without_openers(word.substr(opener.size()));
  return word;
}

bool is_dash(std::string_view word) { return std::find(std::begin(dashes), std::end(dashes), word) != std::end(dashes); }

std::size_t digits_at_start(std::string_view word) {
  return static_cast<std::size_t>(std::find_if_not(word.begin(), word.end(), is_digit) - word.begin());
}

/// "12", "12,5", "16–79", "9 257" with a no-break space.
bool is_number(std::string_view word) {
  word = without_openers(word);
  if (word.starts_with("-") || word.starts_with("+")) word.remove_prefix(1);
  if (word.starts_with("−")) word.remove_prefix(std::string_view("−").size());
  if (word.empty() || !is_digit(word.front()) || !is_digit(word.back())) return false;
  for (const char32_t c : decode_utf8(word))
    if (!(c >= U'0' && c <= U'9') && c != U',' && c != U'.' && c != U':' && c != U'\u2013' && c != U'\u00A0' && c != U'\u202F') return false;
  return true;
}

bool is_ordinal(std::string_view word) {
  word = without_openers(word);
  const std::size_t digits = digits_at_start(word);
  return digits > 0 && word.substr(digits) == ".";
}

/// One of the words, with or without the marks that close a phrase.
template <class Words>
bool is_one_of(std::string_view word, const Words& words) {
  for (;;) {
    if (std::find(words.begin(), words.end(), word) != words.end()) return true;
    const auto* closer = std::find_if(std::begin(closers), std::end(closers), [&](std::string_view one) { return word.ends_with(one); });
    if (closer == std::end(closers)) return false;
    word.remove_suffix(closer->size());
  }
}

/// Groups of three digits after one of at most three.
bool is_grouped(std::string_view before, std::string_view after) {
  before = without_openers(before);
  const std::size_t digits = digits_at_start(before);
  return digits > 0 && digits <= 3 && digits == before.size() && digits_at_start(after) == 3;
}

bool is_date(const Neighbours& words, const NoBreakWords& language) {
  if (is_one_of(words.after, language.months)) return is_number(words.before) || is_ordinal(words.before);
  return is_one_of(words.before, language.months) && digits_at_start(words.after) > 0;
}

/// "J.", "J.P."
bool is_initial(std::string_view word) {
  word = without_openers(word);
  while (!word.empty()) {
    if (!starts_upper(word)) return false;
    word.remove_prefix(static_cast<std::size_t>(g_utf8_skip[static_cast<unsigned char>(word.front())]));
    if (!word.starts_with(".")) return false;
    word.remove_prefix(1);
    if (word.empty()) return true;
  }
  return false;
}

}  // namespace

bool hold_together(const Neighbours& words, const NoBreakWords& language) {
  const auto& [earlier, before, after] = words;
  if (before.empty() || after.empty()) return false;
  const std::string_view bare = without_openers(before);
  const bool counted = digits_at_start(after) > 0;
  if (counted && (is_one_of(bare, language.before_number) || is_one_of(bare, signs_before))) return true;
  if (is_number(before) && (is_one_of(after, language.after_number) || is_one_of(after, signs_after))) return true;
  if (is_grouped(before, after) || is_date(words, language)) return true;
  if (is_ordinal(before) && starts_lower(after)) return true;
  if (is_initial(before) && starts_upper(after)) return true;
  return is_dash(after) || (is_dash(before) && is_number(earlier) && is_number(after));
}

}  // namespace tilstand::text
