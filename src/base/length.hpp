// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>
#include <compare>
#include <cstdint>

namespace tilstand {

/// A length in whole layout units. One unit is 1/3600 mm and also 1/1270 pt (a point is 1/72 inch,
/// an inch 25.4 mm), so millimetres and points are both whole numbers of units and no measure of a
/// theme is rounded twice.
struct Length {
  std::int64_t units = 0;

  static constexpr std::int64_t per_mm = 3600;
  static constexpr std::int64_t per_pt = 1270;

  constexpr double in_pt() const { return static_cast<double>(units) / per_pt; }
  constexpr double in_mm() const { return static_cast<double>(units) / per_mm; }

  constexpr auto operator<=>(const Length&) const = default;
  constexpr Length operator-() const { return {-units}; }
  constexpr Length& operator+=(Length other) { units += other.units; return *this; }
  constexpr Length& operator-=(Length other) { units -= other.units; return *this; }
};

constexpr Length operator+(Length a, Length b) { return {a.units + b.units}; }
constexpr Length operator-(Length a, Length b) { return {a.units - b.units}; }
constexpr Length operator*(Length a, std::int64_t n) { return {a.units * n}; }
constexpr Length operator*(std::int64_t n, Length a) { return {a.units * n}; }
constexpr Length operator/(Length a, std::int64_t n) { return {a.units / n}; }

/// Whole-number ratio of two lengths, rounded towards zero; `b` is not zero.
constexpr std::int64_t operator/(Length a, Length b) { return a.units / b.units; }

/// A length of `value` millimetres, rounded to the nearest unit. `value` is finite.
inline Length mm(double value) { return {std::llround(value * Length::per_mm)}; }

/// A length of `value` points (1/72 inch), rounded to the nearest unit. `value` is finite.
inline Length pt(double value) { return {std::llround(value * Length::per_pt)}; }

/// `value` scaled by `numerator / denominator`, rounded half away from zero.
constexpr Length scaled(Length value, std::int64_t numerator, std::int64_t denominator) {
  __extension__ using Wide = __int128;  // a page's width times a font's units passes 64 bits
  const Wide product = static_cast<Wide>(value.units) * numerator;
  const Wide half = denominator / 2;
  return {static_cast<std::int64_t>((product >= 0 ? product + half : product - half) / denominator)};
}

/// The smallest whole multiple of `step` that is not less than `value`; `step` is positive.
constexpr Length round_up(Length value, Length step) {
  const std::int64_t rest = value.units % step.units;
  if (rest == 0) return value;
  return {value.units - rest + (value.units > 0 ? step.units : 0)};
}

constexpr Length max(Length a, Length b) { return a < b ? b : a; }
constexpr Length min(Length a, Length b) { return b < a ? b : a; }

}  // namespace tilstand
