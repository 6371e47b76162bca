// SPDX-License-Identifier: Apache-2.0
#include "tables/decimal.hpp"

#include <algorithm>
#include <limits>

namespace tilstand::tables {
namespace {

std::int64_t power_of_ten(int exponent) {
  std::int64_t result = 1;
  for (int i = 0; i < exponent; ++i) result *= 10;
  return result;
}

__extension__ using Wide = __int128;  // two aligned numbers pass 64 bits

/// Exact; a sum that passes 64 bits, which needs both very large and very small numbers, loses its last decimals.
Decimal combined(Decimal a, Decimal b, int sign) {
  int decimals = std::max(a.decimals, b.decimals);
  Wide sum = static_cast<Wide>(a.mantissa) * power_of_ten(decimals - a.decimals) + sign * static_cast<Wide>(b.mantissa) * power_of_ten(decimals - b.decimals);
  constexpr Wide most = std::numeric_limits<std::int64_t>::max();
  for (; (sum > most || sum < -most) && decimals > 0; --decimals) sum /= 10;
  return {static_cast<std::int64_t>(std::clamp(sum, -most, most)), decimals};
}

}  // namespace

double Decimal::to_double() const { return static_cast<double>(mantissa) / static_cast<double>(power_of_ten(decimals)); }

Decimal operator-(Decimal a, Decimal b) { return combined(a, b, -1); }
Decimal operator+(Decimal a, Decimal b) { return combined(a, b, 1); }

}  // namespace tilstand::tables
