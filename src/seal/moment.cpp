// SPDX-License-Identifier: Apache-2.0
#include "seal/moment.hpp"

#include <algorithm>
#include <array>
#include <chrono>

namespace tilstand::seal {
namespace {

/// Year, month, day, hour, minute, second.
using Fields = std::array<int, 6>;

std::optional<Moment> moment_of(const Fields& fields) {
  using namespace std::chrono;
  const year_month_day date{year{fields[0]}, month{static_cast<unsigned>(fields[1])}, day{static_cast<unsigned>(fields[2])}};
  if (!date.ok() || fields[3] > 23 || fields[4] > 59 || fields[5] > 59) return std::nullopt;
  return (sys_days{date} + hours{fields[3]} + minutes{fields[4]} + seconds{fields[5]}).time_since_epoch() / seconds{1};
}

/// Takes `width` digits off the front of `text`; false when they aren't there.
bool take_digits(std::string_view& text, std::size_t width, int& into) {
  if (text.size() < width) return false;
  into = 0;
  for (const char c : text.substr(0, width)) {
    if (c < '0' || c > '9') return false;
    into = into * 10 + (c - '0');
  }
  text.remove_prefix(width);
  return true;
}

/// Takes digits by a form such as "YYYY-MM": each letter is a digit of the next field, anything else stands for itself.
bool take(std::string_view& text, std::string_view form, Fields& fields, std::size_t first) {
  for (std::size_t at = 0; at < form.size();) {
    if (form[at] < 'A') {  // no letter
      if (text.empty() || text.front() != form[at++]) return false;
      text.remove_prefix(1);
      continue;
    }
    const std::size_t end = std::min(form.find_first_not_of(form[at], at), form.size());
    if (!take_digits(text, end - at, fields[first++])) return false;
    at = end;
  }
  return true;
}

/// Seconds that a date's "+01'00'" is before UTC; nothing when it is no such thing.
std::optional<Moment> zone_of(std::string_view text) {
  if (text.empty() || text == "Z" || text == "Z00'00'" || text == "Z00'00") return 0;
  const char sign = text.front();
  if (sign != '+' && sign != '-') return std::nullopt;
  text.remove_prefix(1);
  int hours = 0, minutes = 0;
  if (!take_digits(text, 2, hours)) return std::nullopt;
  if (text.starts_with('\'')) text.remove_prefix(1);
  if (!text.empty() && !take_digits(text, 2, minutes)) return std::nullopt;
  const Moment seconds = (hours * 60 + minutes) * 60;
  return sign == '+' ? seconds : -seconds;
}

}  // namespace

std::string pdf_date(Moment moment) {
  std::string text = utc_text(moment);
  std::erase_if(text, [](char one) { return one == '-' || one == 'T' || one == ':'; });
  return "D:" + text;
}

std::optional<Moment> read_pdf_date(std::string_view text) {
  Fields fields{};
  if (!text.starts_with("D:")) return std::nullopt;
  text.remove_prefix(2);
  if (!take(text, "YYYYMMDDHHmmSS", fields, 0)) return std::nullopt;
  const auto moment = moment_of(fields), zone = zone_of(text);
  return moment && zone ? std::optional(*moment - *zone) : std::nullopt;
}

std::optional<Moment> read_iso(std::string_view text) {
  Fields fields{0, 0, 0, 23, 59, 59};
  if (!take(text, "YYYY-MM-DD", fields, 0)) return std::nullopt;
  if (!text.empty() && (!text.starts_with('T') || !text.ends_with('Z'))) return std::nullopt;
  if (!text.empty()) {
    text.remove_prefix(1);
    if (!take(text, "HH:mm:SS", fields, 3) || text != "Z") return std::nullopt;
  }
  return moment_of(fields);
}

}  // namespace tilstand::seal
