// SPDX-License-Identifier: Apache-2.0
#include "sheets/lettering.hpp"

#include <map>

#include "base/number_text.hpp"
#include "base/utf8.hpp"

namespace tilstand::sheets {
namespace {

/// Strokes of a letter, divided by spaces: pairs of digits, x from 0 to 4 and y from 0 to 6.
const std::map<char32_t, const char*>& letters() {
  static const std::map<char32_t, const char*> table = {
      {U'A', "002640 1232"}, {U'B', "00063645443303 3342413000"}, {U'C', "4536160501103041"}, {U'D', "00062644422000"}, {U'E', "46060040 0333"},
      {U'F', "460600 0333"}, {U'G', "45361605011030414323"}, {U'H', "0006 4046 0343"}, {U'I', "2026"}, {U'J', "4641301001"}, {U'K', "0006 4602 1340"},
      {U'L', "060040"}, {U'M', "0006234640"}, {U'N', "00064046"}, {U'O', "103041453616050110"}, {U'P', "00063645443303"}, {U'Q', "103041453616050110 2240"},
      {U'R', "00063645443303 2340"}, {U'S', "453616050413334241301001"}, {U'T', "0646 2026"}, {U'U', "060110304146"}, {U'V', "062046"}, {U'W', "0610233046"},
      {U'X', "0046 0640"}, {U'Y', "062346 2320"}, {U'Z', "06460040"}, {U'Æ', "0026 46262040 2343 1222"}, {U'Ø', "103041453616050110 0046"},
      {U'Å', "002440 1131 1526352415"}, {U'0', "103041453616050110"}, {U'1', "052620"}, {U'2', "05163645440040"}, {U'3', "05163645443313 334241301001"},
      {U'4', "30360242"}, {U'5', "460604344341301001"}, {U'6', "4536160501103041423303"}, {U'7', "064610"}, {U'8', "13040516364544331302011030414233"},
      {U'9', "0110304145361605041343"}, {U'-', "1333"}, {U'.', "2021"}, {U',', "2110"}, {U'/', "0046"}, {U'(', "36242230"}, {U')', "16242210"},
      {U':', "2122 2425"}, {U'×', "1135 1531"}, {U'+', "2125 0343"}};
  return table;
}

char32_t capital(char32_t point) {
  const bool is_small = (point >= U'a' && point <= U'z') || (point >= U'à' && point <= U'þ' && point != U'÷');
  return is_small ? point - 32 : point;
}

}  // namespace

std::string lettering(std::string_view text, double x, double y, double height) {
  constexpr double rows = 6, step = 5.6;  // a letter and the space behind it, in the letters' units
  const double unit = height / rows;
  std::string operators;
  for (const char32_t point : decode_utf8(text)) {
    const auto found = letters().find(capital(point));
    bool is_first = true;
    for (const char* at = found == letters().end() ? "" : found->second; *at != '\0';) {
      if (*at == ' ') {
        is_first = true;
        ++at;
        continue;
      }
      operators += decimal(x + (at[0] - '0') * unit) + " " + decimal(y + (at[1] - '0') * unit) + (is_first ? " m " : " l ");
      is_first = false;
      at += 2;
    }
    x += step * unit;
  }
  return operators.empty() ? operators : operators + "S\n";
}

}  // namespace tilstand::sheets
