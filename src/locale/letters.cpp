// SPDX-License-Identifier: Apache-2.0
#include "locale/letters.hpp"

#include <unicode/uchar.h>

namespace tilstand::locale {

Letter letter_kind(char32_t point) {
  const auto c = static_cast<UChar32>(point);
  if (u_isUWhiteSpace(c)) return Letter::space;
  if (u_isdigit(c)) return Letter::digit;
  if (u_isalpha(c) && u_charType(c) != U_LETTER_NUMBER) return Letter::letter;
  switch (u_charType(c)) {
    case U_NON_SPACING_MARK:
    case U_COMBINING_SPACING_MARK:
    case U_FORMAT_CHAR:  // soft hyphens and joiners stand inside words
      return Letter::letter;
    case U_LETTER_NUMBER: return Letter::number;
    case U_OTHER_NUMBER: {
      const auto kind = static_cast<UDecompositionType>(u_getIntPropertyValue(c, UCHAR_DECOMPOSITION_TYPE));
      return kind == U_DT_SUPER || kind == U_DT_SUB ? Letter::raised : Letter::number;
    }
    default: return Letter::other;
  }
}

char32_t small_letter(char32_t point) { return static_cast<char32_t>(u_tolower(static_cast<UChar32>(point))); }

bool is_capital(char32_t point) { return u_isupper(static_cast<UChar32>(point)) != 0; }

}  // namespace tilstand::locale
