// SPDX-License-Identifier: Apache-2.0
#include "base/xml_text.hpp"

#include "base/utf8.hpp"

namespace tilstand {

std::string xml_escaped(std::string_view text) {
  std::string escaped;
  for (const char32_t point : decode_utf8(text)) {
    const bool is_allowed = (point >= 0x20 && point != 0xFFFE && point != 0xFFFF) || point == '\t' || point == '\n' || point == '\r';
    if (point == '&') escaped += "&amp;";
    else if (point == '<') escaped += "&lt;";
    else if (point == '>') escaped += "&gt;";
    else if (point == '"') escaped += "&quot;";
    else append_utf8(escaped, is_allowed ? point : U'\uFFFD');
  }
  return escaped;
}

}  // namespace tilstand
