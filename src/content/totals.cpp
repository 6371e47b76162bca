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

void Totals::add(std::size_t column, const tables::Decimal& value, const Printed& from) {
  Column& one = columns_.at(column);
  const Wide nano = static_cast<Wide>(value.mantissa) * power_of_ten(most_decimals - value.decimals);
  one.decimals = std::max(one.decimals, value.decimals);
  for (Sum* sum : {&one.all, &one.group}) {
    sum->nano += nano;
    ++sum->count;
    for (const data::Cell& cell : from.cells) add_cell(sum->cells, cell);
  }
  if (one.name.empty()) one.name = from.name;
  if (carried_ && one.total == Total::sum) stretch(one, from.cells);
}

void Totals::stretch(Column& column, const std::vector<data::Cell>& cells) const {
  for (const data::Cell& cell : cells) {
    std::vector<data::Cell> joined;
    const bool goes_on = !column.stretches.empty() && column.stretches.back().row + column.stretches.back().cells.count == row_;
    if (goes_on) joined.push_back(column.stretches.back().cells);
    add_cell(joined, cell);
    if (goes_on && joined.size() == 1) column.stretches.back().cells = std::move(joined.front());
    else column.stretches.push_back({cell, static_cast<std::uint32_t>(row_)});
  }
}

Printed Totals::printed(std::size_t column, bool of_group) const {
  const Column& one = columns_.at(column);
  const char* form = one.total == Total::count ? "count" : one.total == Total::sum ? "sum" : "mean";
  return {{}, one.name, form, {}, {}, std::string(form) + "(" + one.name + ")", (of_group ? one.group : one.all).cells};
}

PrintedSums Totals::printed() const {
  PrintedSums sums;
  for (const Column& column : columns_) {
    if (column.total != Total::sum) continue;
    sums.columns.push_back(column.stretches);
    sums.names.push_back(column.name);
  }
  return sums;
}

void Totals::end_row() {
  ++row_;
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
