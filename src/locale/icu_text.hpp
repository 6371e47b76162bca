// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unicode/unistr.h>

#include <string>

namespace tilstand::locale {

/// ICU's text as UTF-8, as it is.
inline std::string utf8(const icu::UnicodeString& text) {
  std::string result;
  text.toUTF8String(result);
  return result;
}

}  // namespace tilstand::locale
