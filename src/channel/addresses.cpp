// SPDX-License-Identifier: Apache-2.0
#include "channel/addresses.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace tilstand::channel {
namespace {

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
bool is_letter(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'); }

/// ASCII for letters that names in Latin script have beside ASCII's.
std::string_view plain_form(char32_t point) {
  constexpr std::array<std::pair<std::u32string_view, std::string_view>, 12> forms = {{
      {U"æÆ", "ae"}, {U"øØöÖóÓòÒôÔ", "o"}, {U"åÅ", "aa"}, {U"äÄáÁàÀâÂ", "a"}, {U"éÉèÈêÊë", "e"}, {U"üÜúÚ", "u"},
      {U"íÍïÏ", "i"}, {U"čČç", "c"}, {U"đĐð", "d"}, {U"ŋŊñ", "n"}, {U"šŠ", "s"}, {U"žŽ", "z"},
  }};
  for (const auto& [letters, form] : forms)
    if (letters.find(point) != std::u32string_view::npos) return form;
  return "";
}

}  // namespace

std::string domain_of(std::string_view mailbox) { return std::string(mailbox.substr(mailbox.rfind('@') + 1)); }

bool is_file_name(std::string_view text) {
  const auto fits = [](char byte) { return static_cast<unsigned char>(byte) >= 0x20 && byte != 0x7F && byte != '/' && byte != '\\'; };
  return !text.empty() && text.size() <= 200 && text.front() != '.' && std::all_of(text.begin(), text.end(), fits) && !first_invalid_utf8(text);
}

std::string slug(std::string_view text) {
  constexpr std::size_t longest = 60;
  std::string name;
  for (const char32_t point : decode_utf8(text)) {
    const char byte = point < 0x80 ? static_cast<char>(point) : ' ';
    if (is_digit(byte) || (is_letter(byte) && byte >= 'a')) name += byte;
    else if (is_letter(byte)) name += static_cast<char>(byte - 'A' + 'a');
    else if (const std::string_view form = plain_form(point); !form.empty()) name += form;
    else if (!name.empty() && name.back() != '-') name += '-';
  }
  name.resize(std::min(name.size(), longest));
  while (!name.empty() && name.back() == '-') name.pop_back();
  return name.empty() ? "parcel" : name;
}

}  // namespace tilstand::channel
