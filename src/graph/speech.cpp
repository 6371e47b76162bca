// SPDX-License-Identifier: Apache-2.0
#include "graph/speech.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace tilstand::graph {
namespace {

constexpr double largest = 1e15;

bool is_shown(double value, int decimals) {
  const double scaled = value * std::pow(10, decimals);
  return std::fabs(scaled - std::round(scaled)) <= 1e-6 * std::max(1.0, std::fabs(scaled) * 1e-6);
}

std::string patterned(const std::string& key, const std::string& number, const Speech& speech) {
  return definition::fill(speech.words(key), {{"number", number}});
}

}  // namespace

int decimals_of(const Input& input) {
  if (input.decimals) return *input.decimals;
  int decimals = 0;
  for (const Datum& datum : input.rows)
    while (datum.value && decimals < 3 && !is_shown(*datum.value, decimals)) ++decimals;
  return decimals;
}

int step_decimals(double step) {
  int decimals = 0;
  while (decimals < 6 && std::fabs(step * std::pow(10, decimals) - std::round(step * std::pow(10, decimals))) > 1e-6) ++decimals;
  return decimals;
}

std::string number_text(double value, int decimals, const Speech& speech) {
  value = std::clamp(value, -largest, largest);
  while (decimals > 0 && std::fabs(value) * std::pow(10, decimals) > largest) --decimals;
  return speech.forms.number(static_cast<std::int64_t>(std::llround(value * std::pow(10, decimals))), decimals);
}

std::string short_value(double value, int decimals, const std::string& unit, const Speech& speech) {
  const std::string number = number_text(value, decimals, speech);
  return unit == "percent" ? patterned("chart.value.percent-short", number, speech) : number;
}

std::string spoken_value(double value, int decimals, const std::string& unit, const Speech& speech) {
  const std::string number = number_text(value, decimals, speech);
  if (unit == "percent") return patterned("chart.value.percent", number, speech);
  return unit.empty() ? number : number + "\xC2\xA0" + unit;
}

}  // namespace tilstand::graph
