// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <optional>

#include "tables/decimal.hpp"

namespace tilstand::tables {

__extension__ using Wide = __int128;

/// How a number between two neighbours is rounded: half away from zero (7.5 → 8, −7.5 → −8), half to the even neighbour, or
/// always down or up on the number line.
enum class Rounding { half_away, half_even, down, up };

/// An exact fraction in lowest terms; its denominator is positive. Each operation is exact or gives nothing: what doesn't fit 128 bits is
/// refused, never rounded.
class Rational {
 public:
  constexpr Rational() = default;
  constexpr Rational(std::int64_t whole) : numerator_(whole) {}
  explicit Rational(Decimal decimal);

  bool is_zero() const { return numerator_ == 0; }
  bool is_negative() const { return numerator_ < 0; }
  double to_double() const { return static_cast<double>(numerator_) / static_cast<double>(denominator_); }
  Rational negated() const;

  /// Rounded to `decimals`, 0 to 9; nothing when the result passes eighteen digits.
  std::optional<Decimal> rounded(int decimals, Rounding rounding) const;
  /// The number itself when nine decimals say it, with no more decimals than it needs. Else nine decimals or as many as fit, cut off;
  /// a last 0 or 5 moves on to 1 or 6, so that rounding to fewer decimals later gives what rounding the number itself would.
  std::optional<Decimal> kept() const;

  friend std::optional<Rational> sum(const Rational& a, const Rational& b);
  friend std::optional<Rational> product(const Rational& a, const Rational& b);
  /// Nothing also when `b` is zero.
  friend std::optional<Rational> quotient(const Rational& a, const Rational& b);
  friend bool operator==(const Rational& a, const Rational& b) = default;

 private:
  static std::optional<Rational> lowest(Wide numerator, Wide denominator);

  Wide numerator_ = 0, denominator_ = 1;
};

std::optional<Rational> sum(const Rational& a, const Rational& b);
std::optional<Rational> product(const Rational& a, const Rational& b);
std::optional<Rational> quotient(const Rational& a, const Rational& b);
/// a − b; nothing when it doesn't fit.
std::optional<Rational> difference(const Rational& a, const Rational& b);

/// `value` with at most `decimals` decimals; one with fewer is given back as it is.
Decimal rounded(Decimal value, int decimals, Rounding rounding);

}  // namespace tilstand::tables
