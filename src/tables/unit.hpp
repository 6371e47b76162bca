// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tilstand::tables {

/// What a number counts. A share in percent and a distance between two shares in percentage points are different things, as are a rank and
/// the places between two ranks.
struct Unit {
  enum class Kind { number, count, percent, percentage_points, rank, places, named };
  using enum Kind;

  Kind kind = number;
  std::string name{};       ///< of a named unit, as the data write it: "kr", "mill. kr"
  std::string dimension{};  ///< of a named unit: the unit that it is counted in, "kr"; equal to `name` when it is its own
  std::int64_t scale = 1;   ///< how many of its dimension one is: 1 000 000
  /// How a named unit is printed, with `{number}`; `one` is for the number 1.
  std::string long_form{}, one{}, short_form{};

  Unit() = default;
  Unit(Kind of_kind) : kind(of_kind) {}
  /// A named unit of its own dimension, printed as "{number} name".
  static Unit named_as(std::string_view name);

  bool operator==(const Unit& other) const { return kind == other.kind && name == other.name; }
};

/// A unit as the data files write it: "percent", "percentage-points", "rank", "places", "count", "number", or its own name.
std::string unit_name(const Unit& unit);

}  // namespace tilstand::tables
