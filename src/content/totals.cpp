// SPDX-License-Identifier: Apache-2.0
#include "content/totals.hpp"

#include <algorithm>
#include <limits>

namespace tilstand::content {
namespace {

__extension__ using Wide = __int128;
using Total = definition::Column::Total;

constexpr int most_decimals = 9;

Wide power_of_ten(int exponent) {
  Wide power = 1;
  for (; exponent > 0; --exponent) power *= 10;
  return power;
}

/// `value` divided by `by`, half away from zero.
Wide divided(Wide value, Wide by) { return (value >= 0 ? value + by / 2 : value - by / 2) / by; }

std::optional<tables::Decimal> in_decimals(Wide nano, int decimals) {
  const Wide mantissa = divided(nano, power_of_ten(most_decimals - decimals));
  if (mantissa > std::numeric_limits<std::int64_t>::max() || mantissa < std::numeric_limits<std::int64_t>::min()) return std::nullopt;
  return tables::Decimal{static_cast<std::int64_t>(mantissa), decimals};
}

}  // namespace

Totals::Totals(const definition::Table& body) : carried_(body.carried) {
  for (const definition::Column& column : body.columns) {
    columns_.push_back({column.total, column.total_text.empty() ? "{number}" : column.total_text.value});
    any_ = any_ || column.total != Total::none;
  }
}

void Totals::add(std::size_t column, const tables::Decimal& value) {
  Column& one = columns_.at(column);
  const Wide nano = static_cast<Wide>(value.mantissa) * power_of_ten(most_decimals - value.decimals);
  one.decimals = std::max(one.decimals, value.decimals);
  for (Sum* sum : {&one.all, &one.group}) {
    sum->nano += nano;
    ++sum->count;
  }
}

void Totals::end_row() {
  if (!carried_) return;
  for (const Column& column : columns_)
    if (column.total == Total::sum) running_.push_back(column.all.nano);
}

void Totals::start_group() {
  for (Column& column : columns_) column.group = {};
}

std::optional<tables::Decimal> Totals::of(std::size_t column, bool of_group) const {
  const Column& one = columns_.at(column);
  const Sum& sum = of_group ? one.group : one.all;
  if (one.total == Total::none) return std::nullopt;
  if (one.total == Total::count) return tables::Decimal{sum.count, 0};
  if (one.total == Total::sum) return in_decimals(sum.nano, one.decimals);
  if (sum.count == 0) return std::nullopt;
  return in_decimals(divided(sum.nano, sum.count), std::min(one.decimals + 1, most_decimals));
}

CarriedSums Totals::carried() const {
  CarriedSums carried;
  if (!carried_) return carried;
  std::vector<int> decimals;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (columns_[i].total != Total::sum) continue;
    carried.columns.push_back(i);
    carried.forms.push_back(columns_[i].form);
    decimals.push_back(columns_[i].decimals);
  }
  for (std::size_t i = 0; i < running_.size(); ++i)
    carried.sums.push_back(in_decimals(running_[i], decimals[i % decimals.size()]).value_or(tables::Decimal{}));
  return carried;
}

}  // namespace tilstand::content
