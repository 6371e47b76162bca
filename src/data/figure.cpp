// SPDX-License-Identifier: Apache-2.0
#include "data/figure.hpp"

#include <cmath>

namespace tilstand::data {

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

tables::Decimal Figure::printed(tables::Decimal value) const {
  if (!precision) return value;
  tables::Decimal result = tables::rounded(value, *precision, rounding);
  for (; result.decimals < *precision; ++result.decimals) {
    constexpr std::int64_t most = 922'337'203'685'477'580;
    if (result.mantissa > most || result.mantissa < -most) break;
    result.mantissa *= 10;
  }
  return result;
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

std::string label_of(Trend trend) {
  if (trend.direction == Direction::flat) return "flat";
  if (trend.direction == Direction::none) return "none";
  const std::string judgement = trend.judgement == Judgement::positive ? "positive " : trend.judgement == Judgement::negative ? "negative " : "";
  return judgement + (trend.direction == Direction::rising ? "rising" : "falling");
}

}  // namespace tilstand::data
