// SPDX-License-Identifier: Apache-2.0
#include "recipients/covered.hpp"

#include <algorithm>

namespace tilstand::recipients {
namespace {

bool goes_on(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }  // inside a code point of UTF-8

/// Appends what stands for `text` covered.
void cover(std::string_view text, std::string& out) {
  for (const char byte : text)
    if (byte == '\n' || byte == '\r') out += byte;
    else if (!goes_on(byte)) out += '.';
}

/// Where the string that is opened at `at` by `quote` ends (behind its inner text).
std::size_t end_of(std::string_view text, std::size_t at, std::string_view quote) {
  const bool escapes = quote[0] == '"';
  for (; at < text.size(); ++at) {
    if (escapes && text[at] == '\\') { ++at; continue; }
    if (text.substr(at).starts_with(quote)) return at;
    if (quote.size() == 1 && text[at] == '\n') return at;
  }
  return text.size();
}

}  // namespace

std::string covered(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char one = text[at];
    if (one == '#') {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      out += one;
      cover(text.substr(at + 1, end - at - 1), out);
      at = end;
    } else if (one == '"' || one == '\'') {
      const bool is_long = text.substr(at).starts_with(std::string(3, one));
      const std::string quote(is_long ? 3 : 1, one);
      const std::size_t begin = at + quote.size(), end = end_of(text, begin, quote);
      out += quote;
      cover(text.substr(begin, end - begin), out);
      const bool is_closed = text.substr(end).starts_with(quote);
      if (is_closed) out += quote;
      at = end + (is_closed ? quote.size() : 0);
    } else {
      out += one;
      ++at;
    }
  }
  return out;
}

}  // namespace tilstand::recipients
