// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "chart/plan_parts.hpp"

namespace tilstand::chart {
namespace {

struct Extent {
  double low = 0, high = 0, scope = 0;
};

Extent extent_of(const std::vector<Row>& rows) {
  Extent extent{number_of(rows.front().points.front().value), number_of(rows.front().points.front().value), 0};
  for (const Row& row : rows) {
    extent.scope = std::max(extent.scope, row.scope);
    for (const Row::Point& point : row.points) {
      extent.low = std::min(extent.low, number_of(point.value));
      extent.high = std::max(extent.high, number_of(point.value));
    }
  }
  return extent;
}

double next_multiple(double value, double step) { return std::ceil(value / step - 1e-9) * step; }

// Ten ticks at most, so that the labels of places keep apart.
double place_step(double maximum) {
  double step = 5;
  while (maximum / step > 10) step *= 2;
  return step;
}

// Places: the axis of a strip ends with the last place there is, that of a series with the tick after the worst place seen.
Range rank_range(const Input& input, const Extent& extent) {
  const bool strip = input.kind == Kind::rank_dumbbell || input.kind == Kind::scale;
  double maximum = std::max(next_multiple(extent.high, place_step(extent.high)), 5.0);
  if (strip && extent.scope >= extent.high && extent.scope > 1) maximum = extent.scope;
  if (input.maximum) maximum = std::max(*input.maximum, 2.0);
  const double step = input.step.value_or(strip ? 1 : place_step(maximum));
  return {1, maximum, step};
}

// Shares stand on an axis from 0 to 100, or to 50 where all are under 40, so that figures of a report can be compared.
Range percent_range(const Input& input, const Extent& extent) {
  const bool whole = input.kind == Kind::scale;
  double maximum = extent.high < 40 && !whole ? 50 : 100;
  if (input.maximum) maximum = *input.maximum;
  if (extent.high > maximum || extent.low < 0) return nice_range(std::min(extent.low, 0.0), std::max(extent.high, maximum), 5);
  const double step = maximum == 50 ? 10 : maximum == 100 ? 25 : nice_range(0, maximum, 4).step;
  return {0, maximum, step};
}

Range number_range(const Input& input, const Extent& extent) {
  Range range = nice_range(std::min(extent.low, 0.0), std::max(extent.high, 0.0), 4);
  if (input.kind == Kind::scale) range.maximum = std::max(nice_range(0, extent.high, 1).maximum, range.minimum + range.step);
  if (input.maximum) range = {range.minimum, *input.maximum, nice_range(range.minimum, *input.maximum, 4).step};
  return range;
}

}  // namespace

Range settle_range(const Input& input) {
  if (!shows_rows(input.kind)) return {0, 0, 0};
  const Extent extent = extent_of(input.rows);
  Range range;
  switch (input.rows.front().unit.kind) {
    case data::Unit::rank: return rank_range(input, extent);
    case data::Unit::percent: range = percent_range(input, extent); break;
    case data::Unit::percentage_points:
    case data::Unit::places:
    case data::Unit::named:
    case data::Unit::count:
    case data::Unit::number: range = number_range(input, extent); break;
  }
  // A step of the author's that would put more than twenty lines on the axis is not followed.
  if (input.step && (range.maximum - range.minimum) / *input.step <= 20) range.step = *input.step;
  return range;
}

}  // namespace tilstand::chart
