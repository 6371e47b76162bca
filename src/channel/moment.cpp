// SPDX-License-Identifier: Apache-2.0
#include "channel/moment.hpp"

#include <array>
#include <chrono>
#include <cstdio>

#include "base/moment.hpp"

namespace tilstand::channel {
namespace {

constexpr std::array<const char*, 7> weekdays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<const char*, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

struct Parts {
  int year = 0;
  unsigned month = 0, day = 0, weekday = 0;
  int hour = 0, minute = 0, second = 0;

  explicit Parts(std::int64_t seconds) {
    const std::chrono::sys_seconds moment{std::chrono::seconds(seconds)};
    const auto midnight = std::chrono::floor<std::chrono::days>(moment);
    const std::chrono::year_month_day date(midnight);
    const auto rest = static_cast<int>((moment - midnight).count());
    year = static_cast<int>(date.year());
    month = static_cast<unsigned>(date.month());
    day = static_cast<unsigned>(date.day());
    weekday = std::chrono::weekday(midnight).c_encoding();
    hour = rest / 3600, minute = rest / 60 % 60, second = rest % 60;
  }
};

template <class... Values>
std::string written(const char* form, Values... values) {
  std::array<char, 80> text{};
  (void)std::snprintf(text.data(), text.size(), form, values...);
  return text.data();
}

}  // namespace

std::string Moment::mail_date() const {
  const Parts at(seconds);
  return written("%s, %02u %s %04d %02d:%02d:%02d +0000", weekdays[at.weekday], at.day, months[at.month - 1], at.year, at.hour, at.minute, at.second);
}

std::string Moment::date_time() const { return utc_text(seconds); }

}  // namespace tilstand::channel
