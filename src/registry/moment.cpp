// SPDX-License-Identifier: Apache-2.0
#include "registry/moment.hpp"

#include <algorithm>
#include <chrono>

namespace tilstand::registry {
namespace {

std::string two(std::int64_t number) { return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)}; }

}  // namespace

std::string utc_text(Moment moment) {
  using std::chrono::sys_days, std::chrono::days, std::chrono::seconds;
  const std::chrono::sys_seconds whole{seconds(moment)};
  const sys_days day = std::chrono::floor<days>(whole);
  const std::chrono::year_month_day date(day);
  const std::int64_t second = (whole - day).count();
  constexpr std::int64_t minute = 60, hour = 3600;
  std::string year = std::to_string(static_cast<int>(date.year()));
  year.insert(0, year.size() < 4 ? 4 - year.size() : 0, '0');
  return year + "-" + two(static_cast<unsigned>(date.month())) + "-" + two(static_cast<unsigned>(date.day())) + "T" + two(second / hour) + ":" +
         two(second % hour / minute) + ":" + two(second % minute) + "Z";
}

bool is_day(const std::string& text) {
  const auto is_digit = [](char one) { return one >= '0' && one <= '9'; };
  constexpr std::size_t whole = 10, month_at = 5, day_at = 8;
  if (text.size() != whole || text[4] != '-' || text[7] != '-' || std::count_if(text.begin(), text.end(), is_digit) != 8) return false;
  const auto number = [&](std::size_t at, std::size_t count) { return static_cast<unsigned>(std::stoi(text.substr(at, count))); };
  return std::chrono::year_month_day(std::chrono::year(static_cast<int>(number(0, 4))), std::chrono::month(number(month_at, 2)), std::chrono::day(number(day_at, 2))).ok();
}

}  // namespace tilstand::registry
