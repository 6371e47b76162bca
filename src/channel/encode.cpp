// SPDX-License-Identifier: Apache-2.0
#include "channel/encode.hpp"

#include <algorithm>
#include <vector>

#include "base/utf8.hpp"

namespace tilstand::channel {
namespace {

constexpr std::string_view hex = "0123456789ABCDEF";
constexpr std::size_t line_limit = 76;

unsigned value(char byte) { return static_cast<unsigned char>(byte); }

bool is_printable(char byte) { return value(byte) >= 0x20 && value(byte) < 0x7F; }
bool continues(char byte) { return (value(byte) & 0xC0U) == 0x80; }  // of a UTF-8 character

/// UTF-8 without control characters, and nothing that is ill-formed.
std::string in_one_line(std::string_view text) {
  std::string line;
  for (const char32_t point : decode_utf8(text)) append_utf8(line, point < 0x20 || point == 0x7F ? U' ' : point);
  return line;
}

/// Where a part of at most `most` bytes from `start` ends, so that no character is divided.
std::size_t part_end(std::string_view text, std::size_t start, std::size_t most) {
  std::size_t end = std::min(start + most, text.size());
  while (end > start + 1 && end < text.size() && continues(text[end])) --end;
  return end;
}

void append_quoted(std::string& text, char byte) { (text += '=') += {hex[value(byte) >> 4U], hex[value(byte) & 0xFU]}; }

/// One line of text, without its end, by soft line breaks.
void append_quoted_line(std::string& into, std::string_view line) {
  std::size_t column = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char byte = line[i];
    const bool at_end = i + 1 == line.size();
    const bool plain = (is_printable(byte) && byte != '=' && (byte != ' ' || !at_end)) || (byte == '\t' && !at_end);
    const std::size_t width = plain ? 1 : 3;
    if (column + width > line_limit - 1) into += "=\r\n", column = 0;
    plain ? void(into += byte) : append_quoted(into, byte);
    column += width;
  }
}

/// A character as an extended value has it (RFC 2231, 7: attribute-char).
std::string percent(std::string_view character) {
  constexpr std::string_view special = "*'%()<>@,;:\\\"/[]?= ";
  std::string text;
  for (const char byte : character) {
    if (is_printable(byte) && special.find(byte) == std::string_view::npos) text += byte;
    else (text += '%') += {hex[value(byte) >> 4U], hex[value(byte) & 0xFU]};
  }
  return text;
}

bool is_ascii(std::string_view text) { return std::all_of(text.begin(), text.end(), is_printable); }

}  // namespace

std::string base64(std::string_view bytes) {
  constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
    unsigned bits = value(bytes[i]) << 16U;
    if (count > 1) bits |= value(bytes[i + 1]) << 8U;
    if (count > 2) bits |= value(bytes[i + 2]);
    text += alphabet[bits >> 18U];
    text += alphabet[(bits >> 12U) & 0x3FU];
    text += count > 1 ? alphabet[(bits >> 6U) & 0x3FU] : '=';
    text += count > 2 ? alphabet[bits & 0x3FU] : '=';
  }
  return text;
}

std::string base64_lines(std::string_view bytes) {
  const std::string text = base64(bytes);
  std::string lines;
  lines.reserve(text.size() + text.size() / line_limit * 2 + 2);
  for (std::size_t i = 0; i < text.size(); i += line_limit) lines.append(text, i, line_limit) += "\r\n";
  return lines;
}

std::string quoted_printable(std::string_view text) {
  std::string lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    append_quoted_line(lines, line);
    lines += "\r\n";
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string header_text(std::string_view text, std::size_t column) {
  const std::string line = in_one_line(text);
  if (is_ascii(line) && line.find("=?") == std::string::npos && line.size() <= 900) return line;
  constexpr std::size_t longest = 75;  // characters of an encoded word
  const auto room = [](std::size_t characters) { return (characters - std::string_view("=?UTF-8?B?" "?=").size()) / 4 * 3; };
  std::string words;
  for (std::size_t start = 0; start < line.size();) {
    const std::size_t end = part_end(line, start, room(words.empty() ? longest - column : longest));
    words += (words.empty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") + base64(std::string_view(line).substr(start, end - start)) + "?=";
    start = end;
  }
  return words;
}

std::string named_mailbox(std::string_view name, std::string_view mailbox, std::size_t column) {
  if (name.empty()) return std::string(mailbox);
  const std::string line = in_one_line(name);
  std::string phrase;
  if (is_ascii(line) && line.find("=?") == std::string::npos && line.size() < 200) {
    for (const char byte : line) (phrase += byte == '"' || byte == '\\' ? "\\" : "") += byte;
    phrase = "\"" + phrase + "\"";
  } else {
    phrase = header_text(line, column);
  }
  return phrase + "\r\n <" + std::string(mailbox) + ">";
}

std::string parameter(std::string_view name, std::string_view text) {
  const std::string line = in_one_line(text);
  const std::string fold = ";\r\n " + std::string(name);
  if (is_ascii(line) && line.size() < 60 && line.find_first_of("\"\\") == std::string::npos) return fold + "=\"" + line + "\"";
  constexpr std::size_t longest = 54;  // characters of a part, and no character is divided: readers decode each part alone
  std::vector<std::string> parts{"UTF-8''"};
  for (std::size_t start = 0, end = 0; start < line.size(); start = end) {
    for (end = start + 1; end < line.size() && continues(line[end]);) ++end;
    const std::string written = percent(std::string_view(line).substr(start, end - start));
    if (parts.back().size() + written.size() > longest) parts.emplace_back();
    parts.back() += written;
  }
  if (parts.size() == 1) return fold + "*=" + parts.front();
  std::string all;
  for (std::size_t i = 0; i < parts.size(); ++i) all += fold + "*" + std::to_string(i) + "*=" + parts[i];
  return all;
}

}  // namespace tilstand::channel
