// SPDX-License-Identifier: Apache-2.0
#include "chart/values.hpp"

#include <algorithm>
#include <map>
#include <string_view>

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

std::string bare_value(tables::Decimal value, const data::Unit& unit, const Speech& speech) {
  if (unit == data::Unit::rank && value.decimals == 0) return speech.forms.ordinal(value.mantissa);
  return speech.forms.number(value.mantissa, value.decimals);
}

std::string short_value(tables::Decimal value, const data::Unit& unit, const Speech& speech) {
  const std::string number = bare_value(value, unit, speech);
  if (unit == data::Unit::percent) return patterned("chart.value.percent-short", number, speech);
  return unit.kind == data::Unit::named ? definition::fill(unit.short_form, {{"number", number}}) : number;
}

std::string spoken_value(tables::Decimal value, const data::Unit& unit, const Speech& speech) {
  const std::string number = bare_value(value, unit, speech);
  switch (unit.kind) {
    case data::Unit::percent: return patterned("chart.value.percent", number, speech);
    case data::Unit::rank: return patterned("chart.value.rank", number, speech);
    case data::Unit::percentage_points: return patterned("change.percent.other", number, speech);
    case data::Unit::named: return definition::fill(value == tables::Decimal{1} ? unit.one : unit.long_form, {{"number", number}});
    case data::Unit::places:
    case data::Unit::count:
    case data::Unit::number: break;
  }
  return number;
}

std::string step_text(const Row& row, std::size_t index, const Speech& speech) {
  const tables::Decimal change = row.points[index].value - row.points[index - 1].value;
  return speech.forms.signed_number(change.mantissa, change.decimals);
}

std::string spoken_label(const std::string& label) {
  static constexpr std::string_view soft_hyphen = "\xC2\xAD";
  std::string text;
  for (std::size_t i = 0; i < label.size(); ++i) {
    if (label.compare(i, soft_hyphen.size(), soft_hyphen) == 0) ++i;
    else text += label[i] == '\n' ? ' ' : label[i];
  }
  return text;
}

std::string full_label(const std::vector<Row>& rows, std::size_t index, const Speech& speech) {
  const std::string own = spoken_label(rows[index].label);
  std::size_t head = index;
  while (head > 0 && rows[head].indented) --head;
  if (head == index) return own;
  const std::string group = spoken_label(rows[head].label);
  return definition::fill(speech.words("chart.row.indented"), {{"group", group.substr(0, group.rfind(", "))}, {"label", own}});
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
