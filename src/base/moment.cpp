// SPDX-License-Identifier: Apache-2.0
#include "base/moment.hpp"

#include <chrono>

namespace tilstand {
namespace {

std::string digits(std::int64_t value, std::size_t width) {
  std::string text = std::to_string(value);
  return text.insert(0, text.size() < width ? width - text.size() : 0, '0');
}

}  // namespace

std::string utc_text(Moment moment) {
  const std::chrono::sys_seconds at{std::chrono::seconds{moment}};
  const auto midnight = std::chrono::floor<std::chrono::days>(at);
  const std::chrono::year_month_day date{midnight};
  const std::chrono::hh_mm_ss time{at - midnight};
  return digits(static_cast<int>(date.year()), 4) + "-" + digits(static_cast<unsigned>(date.month()), 2) + "-" + digits(static_cast<unsigned>(date.day()), 2) + "T" +
         digits(time.hours().count(), 2) + ":" + digits(time.minutes().count(), 2) + ":" + digits(time.seconds().count(), 2) + "Z";
}

}  // namespace tilstand
