// SPDX-License-Identifier: Apache-2.0
#include "registry/moment.hpp"

#include <algorithm>
#include <chrono>

namespace tilstand::registry {
bool is_day(const std::string& text) {
  const auto is_digit = [](char one) { return one >= '0' && one <= '9'; };
  constexpr std::size_t whole = 10, month_at = 5, day_at = 8;
  if (text.size() != whole || text[4] != '-' || text[7] != '-' || std::count_if(text.begin(), text.end(), is_digit) != 8) return false;
  const auto number = [&](std::size_t at, std::size_t count) { return static_cast<unsigned>(std::stoi(text.substr(at, count))); };
  return std::chrono::year_month_day(std::chrono::year(static_cast<int>(number(0, 4))), std::chrono::month(number(month_at, 2)), std::chrono::day(number(day_at, 2))).ok();
}

}  // namespace tilstand::registry
