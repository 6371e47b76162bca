// SPDX-License-Identifier: Apache-2.0
#include "data/figure.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tilstand::data {
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

const Observation* Figure::current() const {
  const Observation* found = nullptr;
  for (const Observation& observation : observations)
    if (observation.year <= status_year || status_year == 0) found = &observation;
  return found;
}

const Observation* Figure::before() const {
  const Observation* last = current();
  return last == nullptr || last == observations.data() ? nullptr : last - 1;
}

const Observation* Figure::at(int year) const {
  for (const Observation& observation : observations)
    if (observation.year == year) return &observation;
  return nullptr;
}

Trend trend_of(const Figure& figure, double flat_within) {
  const Observation *now = figure.current(), *then = figure.before();
  if (now == nullptr || then == nullptr) return {};
  const double change = (now->value - then->value).to_double();
  if (std::fabs(change) <= flat_within) return {Judgement::flat, Direction::flat};
  const bool larger = change > 0;
  // For a rank the words speak of the placing: a smaller number is a better place.
  const Direction direction = (figure.unit == Unit::rank ? !larger : larger) ? Direction::rising : Direction::falling;
  if (figure.favourable == Favourable::none) return {Judgement::none, direction};
  if (figure.unit == Unit::rank) return {larger ? Judgement::negative : Judgement::positive, direction};
  return {larger == (figure.favourable == Favourable::higher) ? Judgement::positive : Judgement::negative, direction};
}

}  // namespace tilstand::data
