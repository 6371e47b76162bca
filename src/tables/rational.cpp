// SPDX-License-Identifier: Apache-2.0
#include "tables/rational.hpp"

#include <algorithm>

namespace tilstand::tables {
namespace {

constexpr Wide most_mantissa = 999'999'999'999'999'999;  // eighteen digits always fit a Decimal
constexpr int most_decimals = 9;

Wide greatest_divisor(Wide a, Wide b) {
  if (a < 0) a = -a;
  while (b != 0) {
    const Wide rest = a % b;
    a = b, b = rest;
  }
  return a;
}

Wide power_of_ten(int exponent) {
  Wide result = 1;
  for (int at = 0; at < exponent; ++at) result *= 10;
  return result;
}

bool add(Wide a, Wide b, Wide& into) { return !__builtin_add_overflow(a, b, &into); }
bool multiply(Wide a, Wide b, Wide& into) { return !__builtin_mul_overflow(a, b, &into); }

/// numerator / denominator to a whole number; `before` is what it will be added to, which decides what is even.
Wide to_whole(Wide numerator, Wide denominator, Rounding rounding, Wide before = 0) {
  const Wide whole = numerator / denominator, rest = numerator % denominator;
  if (rest == 0) return whole;
  const bool negative = numerator < 0;
  if (rounding == Rounding::down) return negative ? whole - 1 : whole;
  if (rounding == Rounding::up) return negative ? whole : whole + 1;
  const Wide size = negative ? -rest : rest, other = denominator - size;
  const bool tie_goes_out = rounding == Rounding::half_away || (whole + before) % 2 != 0;
  const bool outwards = size > other || (size == other && tie_goes_out);
  return outwards ? whole + (negative ? -1 : 1) : whole;
}

}  // namespace

Rational::Rational(Decimal decimal) {
  const Wide denominator = power_of_ten(decimal.decimals);
  const Wide common = greatest_divisor(decimal.mantissa, denominator);
  numerator_ = decimal.mantissa / common, denominator_ = denominator / common;
}

std::optional<Rational> Rational::lowest(Wide numerator, Wide denominator) {
  constexpr Wide least = static_cast<Wide>(1) << 127;  // has no positive counterpart
  if (denominator == 0 || numerator == least || denominator == least) return std::nullopt;
  if (denominator < 0) numerator = -numerator, denominator = -denominator;
  const Wide common = greatest_divisor(numerator, denominator);
  Rational result;
  result.numerator_ = numerator / common, result.denominator_ = denominator / common;
  return result;
}

Rational Rational::negated() const {
  Rational result = *this;
  result.numerator_ = -numerator_;
  return result;
}

std::optional<Rational> sum(const Rational& a, const Rational& b) {
  const Wide common = greatest_divisor(a.denominator_, b.denominator_);
  Wide left = 0, right = 0, numerator = 0, denominator = 0;
  const bool fits = multiply(a.numerator_, b.denominator_ / common, left) && multiply(b.numerator_, a.denominator_ / common, right) &&
                    add(left, right, numerator) && multiply(a.denominator_, b.denominator_ / common, denominator);
  return fits ? Rational::lowest(numerator, denominator) : std::nullopt;
}

std::optional<Rational> difference(const Rational& a, const Rational& b) { return sum(a, b.negated()); }

std::optional<Rational> product(const Rational& a, const Rational& b) {
  const Wide one = greatest_divisor(a.numerator_, b.denominator_), other = greatest_divisor(b.numerator_, a.denominator_);
  Wide numerator = 0, denominator = 0;
  const bool fits = multiply(a.numerator_ / one, b.numerator_ / other, numerator) && multiply(a.denominator_ / other, b.denominator_ / one, denominator);
  return fits ? Rational::lowest(numerator, denominator) : std::nullopt;
}

std::optional<Rational> quotient(const Rational& a, const Rational& b) {
  if (b.numerator_ == 0) return std::nullopt;
  Rational inverse;
  inverse.numerator_ = b.numerator_ < 0 ? -b.denominator_ : b.denominator_;
  inverse.denominator_ = b.numerator_ < 0 ? -b.numerator_ : b.numerator_;
  return product(a, inverse);
}

std::optional<Decimal> Rational::rounded(int decimals, Rounding rounding) const {
  const Wide whole = numerator_ / denominator_, rest = numerator_ % denominator_, scale = power_of_ten(decimals);
  Wide high = 0, low = 0, mantissa = 0;
  if (!multiply(whole, scale, high) || !multiply(rest, scale, low) || !add(high, to_whole(low, denominator_, rounding, high), mantissa)) return std::nullopt;
  if (mantissa > most_mantissa || mantissa < -most_mantissa) return std::nullopt;
  return Decimal{static_cast<std::int64_t>(mantissa), decimals};
}

std::optional<Decimal> Rational::kept() const {
  for (int decimals = most_decimals; decimals >= 0; --decimals) {
    const std::optional<Decimal> low = rounded(decimals, Rounding::down), high = rounded(decimals, Rounding::up);
    if (!low || !high) continue;
    Decimal result = numerator_ < 0 ? *high : *low;  // cut off
    const bool exact = low->mantissa == high->mantissa;
    if (!exact && result.mantissa % 5 == 0) result.mantissa += numerator_ < 0 ? -1 : 1;
    while (exact && result.decimals > 0 && result.mantissa % 10 == 0) result.mantissa /= 10, --result.decimals;
    return result;
  }
  return std::nullopt;
}

Decimal rounded(Decimal value, int decimals, Rounding rounding) {
  decimals = std::clamp(decimals, 0, most_decimals);
  if (value.decimals <= decimals) return value;
  const Wide scale = power_of_ten(value.decimals - decimals);
  return {static_cast<std::int64_t>(to_whole(value.mantissa, scale, rounding)), decimals};
}

}  // namespace tilstand::tables
