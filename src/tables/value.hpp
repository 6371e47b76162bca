// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "tables/decimal.hpp"

namespace tilstand::tables {

enum class Type { text, integer, decimal, boolean, date, year };

/// A day of the Gregorian calendar.
struct Date {
  int year = 0, month = 0, day = 0;
  auto operator<=>(const Date&) const = default;
};

/// A year is no quantity: it is never grouped or added.
struct Year {
  int number = 0;
  auto operator<=>(const Year&) const = default;
};

/// A cell's value; monostate is a missing value.
using Value = std::variant<std::monostate, std::string, std::int64_t, Decimal, bool, Date, Year>;

}  // namespace tilstand::tables
