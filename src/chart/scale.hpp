// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "data/figure.hpp"

namespace tilstand::chart {

/// Ends of a value axis and the distance of its ticks.
struct Range {
  double minimum = 0, maximum = 1, step = 1;
};

/// The smallest range with a step of 1, 2, 2.5 or 5 times a power of ten that covers both values with about `wanted` steps
/// (the nicest step nearest the wanted count, after Heckbert 1990). Values are finite.
Range nice_range(double low, double high, int wanted);

/// Every tick from minimum to maximum, at most 64.
std::vector<double> ticks_of(const Range& range);

/// The ticks of an axis of places: 1, then whole multiples of `step` up to `maximum`, at most 64.
std::vector<double> rank_ticks(double maximum, double step);

/// A straight map from values to positions in millimetres. A value outside the axis is set on its nearer end.
class Axis {
 public:
  /// `low` stands at `start`, `high` at `end`; equal values stand in the middle.
  Axis(double low, double high, double start, double end) : low_(low), high_(high), start_(start), end_(end) {}
  double at(double value) const;
  double start() const { return start_; }
  double end() const { return end_; }

 private:
  double low_, high_, start_, end_;
};

/// `value` as an exact decimal with at most three decimals; bounded to what a Decimal can hold.
tables::Decimal decimal_of(double value);

/// True when the mantissa and decimals of `value` are ones that can be printed and drawn.
bool is_drawable(tables::Decimal value);

/// The double nearest to a drawable decimal.
double number_of(tables::Decimal value);

}  // namespace tilstand::chart
