// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tilstand::locale {

/// What a character is in running text (Unicode general category).
enum class Letter {
  letter,  ///< letters and the marks on them
  digit,   ///< a decimal digit of any script (Nd)
  number,  ///< a character that is a number by itself: ½, Ⅷ; raised and lowered digits are `raised`
  raised,
  space,
  other
};

Letter letter_kind(char32_t point);
/// The small letter of a capital; any other character itself. No language's exceptions.
char32_t small_letter(char32_t point);
bool is_capital(char32_t point);

}  // namespace tilstand::locale
