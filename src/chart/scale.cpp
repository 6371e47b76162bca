// SPDX-License-Identifier: Apache-2.0
#include "chart/scale.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace tilstand::chart {
namespace {

constexpr int most_ticks = 64;
constexpr double largest = 1e15;  // doubles are exact to a thousandth of a unit only below this

double nice_step(double rough) {
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  const double share = rough / power;
  if (share <= 1) return power;
  if (share <= 2) return 2 * power;
  if (share <= 2.5) return 2.5 * power;
  return share <= 5 ? 5 * power : 10 * power;
}

}  // namespace

Range nice_range(double low, double high, int wanted) {
  low = std::clamp(low, -largest, largest);
  high = std::clamp(high, -largest, largest);
  if (high < low) std::swap(low, high);
  if (high - low < 1e-6) high = low + 1;
  const double step = nice_step((high - low) / std::max(wanted, 1));
  // A value that is a whole number of steps but for rounding must not cost another step.
  const double slack = 1e-9;
  return {std::floor(low / step + slack) * step, std::ceil(high / step - slack) * step, step};
}

std::vector<double> ticks_of(const Range& range) {
  std::vector<double> ticks;
  if (!(range.step > 0)) return {range.minimum, range.maximum};
  for (int i = 0; i < most_ticks; ++i) {
    const double tick = range.minimum + i * range.step;
    if (tick > range.maximum + range.step * 1e-6) break;
    ticks.push_back(tick);
  }
  return ticks;
}

std::vector<double> rank_ticks(double maximum, double step) {
  std::vector<double> ticks{1};
  for (int i = 1; i < most_ticks && i * step <= maximum; ++i) {
    if (i * step > 1) ticks.push_back(i * step);
  }
  return ticks;
}

double Axis::at(double value) const {
  if (!std::isfinite(value) || high_ == low_) return (start_ + end_) / 2;
  const double share = std::clamp((value - low_) / (high_ - low_), 0.0, 1.0);
  return start_ + share * (end_ - start_);
}

tables::Decimal decimal_of(double value) {
  value = std::clamp(value, -largest, largest);
  for (int decimals = 0, scale = 1; decimals < 3; ++decimals, scale *= 10) {
    const double whole = std::round(value * scale);
    if (std::abs(whole - value * scale) < 1e-6) return {static_cast<std::int64_t>(whole), decimals};
  }
  return {std::llround(value * 1000), 3};
}

bool is_drawable(tables::Decimal value) {
  return value.decimals >= 0 && value.decimals <= 9 && std::abs(number_of(value)) <= largest;
}

double number_of(tables::Decimal value) {
  return static_cast<double>(value.mantissa) / std::pow(10.0, std::clamp(value.decimals, 0, 9));
}

}  // namespace tilstand::chart
