// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>

namespace tilstand::tables {

/// An exact decimal number: `mantissa` times ten to the power of minus `decimals`.
struct Decimal {
  std::int64_t mantissa = 0;
  int decimals = 0;  ///< 0–9

  double to_double() const;
  auto operator<=>(const Decimal& other) const { return to_double() <=> other.to_double(); }
  bool operator==(const Decimal& other) const { return to_double() == other.to_double(); }
};
Decimal operator-(Decimal a, Decimal b);
Decimal operator+(Decimal a, Decimal b);

}  // namespace tilstand::tables
