// SPDX-License-Identifier: Apache-2.0
#include "chart/values.hpp"

#include <algorithm>
#include <map>

#include "base/number_text.hpp"

namespace tilstand::chart {
namespace {

std::string patterned(const std::string& key, const std::string& number, const Speech& speech) {
  return definition::fill(speech.words(key), {{"number", number}});
}

int most_frequent(const std::map<int, int>& counts) {
  int year = 0, most = 0;
  for (const auto& [candidate, count] : counts) {
    if (count < most) continue;
    year = candidate;
    most = count;
  }
  return year;
}

}  // namespace

std::string bare_value(data::Decimal value, data::Unit unit, const Speech& speech) {
  if (unit == data::Unit::rank && value.decimals == 0) return speech.forms.ordinal(value.mantissa);
  return speech.forms.number(value.mantissa, value.decimals);
}

std::string short_value(data::Decimal value, data::Unit unit, const Speech& speech) {
  const std::string number = bare_value(value, unit, speech);
  return unit == data::Unit::percent ? patterned("chart.value.percent-short", number, speech) : number;
}

std::string spoken_value(data::Decimal value, data::Unit unit, const Speech& speech) {
  const std::string number = bare_value(value, unit, speech);
  switch (unit) {
    case data::Unit::percent: return patterned("chart.value.percent", number, speech);
    case data::Unit::rank: return patterned("chart.value.rank", number, speech);
    case data::Unit::count:
    case data::Unit::number: break;
  }
  return number;
}

std::string year_text(int year) { return decimal(year, 0); }

const Row::Point& current_of(const Row& row) { return row.points.back(); }

const Row::Point* before_of(const Row& row) {
  return row.points.size() < 2 ? nullptr : &row.points[row.points.size() - 2];
}

int usual_current_year(const std::vector<Row>& rows) {
  std::map<int, int> counts;
  for (const Row& row : rows) {
    if (!row.points.empty()) ++counts[current_of(row).year];
  }
  return most_frequent(counts);
}

int usual_before_year(const std::vector<Row>& rows) {
  std::map<int, int> counts;
  for (const Row& row : rows) {
    if (const Row::Point* before = before_of(row)) ++counts[before->year];
  }
  return most_frequent(counts);
}

}  // namespace tilstand::chart
