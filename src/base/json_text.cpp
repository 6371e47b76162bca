// SPDX-License-Identifier: Apache-2.0
#include "base/json_text.hpp"

namespace tilstand {

std::string json_string(std::string_view text) {
  constexpr char digits[] = "0123456789abcdef";
  std::string json = "\"";
  for (const char byte : text) {
    const auto value = static_cast<unsigned char>(byte);
    if (byte == '"' || byte == '\\') {
      json += '\\';
      json += byte;
    } else if (byte == '\n') {
      json += "\\n";
    } else if (value < 0x20) {
      json += "\\u00";
      json += digits[value >> 4];
      json += digits[value & 0xF];
    } else {
      json += byte;
    }
  }
  return json + "\"";
}

}  // namespace tilstand
