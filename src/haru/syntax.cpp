// SPDX-License-Identifier: Apache-2.0
#include "haru/syntax.hpp"

#include <algorithm>
#include <charconv>

#include "base/utf8.hpp"

namespace tilstand::haru {

void append_integer(std::string& text, std::int64_t value) {
  char digits[24];
  text.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}

void append_hex16(std::string& text, std::uint32_t value) {
  constexpr char hex[] = "0123456789ABCDEF";
  const char digits[] = {hex[value >> 12 & 15], hex[value >> 8 & 15], hex[value >> 4 & 15], hex[value & 15]};
  text.append(digits, sizeof digits);
}

std::string reference(ObjectNumber number) {
  std::string text;
  append_integer(text, number);
  return text += " 0 R";
}

std::string utf16_hex(std::string_view utf8) {
  std::string hex;
  for (const char32_t point : decode_utf8(utf8)) {
    if (point < 0x10000) {
      append_hex16(hex, point);
    } else {
      append_hex16(hex, 0xD800 + ((point - 0x10000) >> 10));
      append_hex16(hex, 0xDC00 + ((point - 0x10000) & 0x3FF));
    }
  }
  return hex;
}

std::string name_object(std::string_view text) {
  constexpr char hex[] = "0123456789ABCDEF";
  std::string name = "/";
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
    const auto byte = static_cast<unsigned char>(c);
    if (plain) name += c;
    else ((name += '#') += hex[byte >> 4]) += hex[byte & 15];
  }
  return name;
}

std::string byte_string(std::string_view bytes) {
  std::string text = "(";
  for (const char byte : bytes) {
    if (byte == '\r') {  // a bare carriage return in a literal would be read as a line feed
      text += "\\r";
      continue;
    }
    if (byte == '(' || byte == ')' || byte == '\\') text += '\\';
    text += byte;
  }
  return text += ')';
}

std::string text_string(std::string_view utf8) {
  const bool plain = std::all_of(utf8.begin(), utf8.end(), [](char byte) { return byte >= ' ' && byte <= '~'; });
  return plain ? byte_string(utf8) : "<FEFF" + utf16_hex(utf8) + ">";
}

std::string date_string(std::string_view iso) {
  std::string digits;
  for (const char c : iso) {
    if (c >= '0' && c <= '9' && digits.size() < 14) digits += c;
  }
  return digits.size() < 14 ? "(D:" + digits + ")" : "(D:" + digits + "Z)";
}

}  // namespace tilstand::haru
