// SPDX-License-Identifier: Apache-2.0
#include "data/outliers.hpp"

#include <algorithm>
#include <cmath>

namespace tilstand::data {
namespace {

constexpr std::size_t fewest_changes = 5;
constexpr double limit = 5, of_normal = 1.4826;  // the latter makes the deviation comparable with a standard deviation

double median_of(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

double last_step(const Figure& figure) {
  int decimals = 0;
  for (const Observation& one : figure.observations) decimals = std::max(decimals, figure.printed(one.value).decimals);
  double step = 1;
  for (int at = 0; at < decimals; ++at) step /= 10;
  return step;
}

}  // namespace

std::vector<std::size_t> outliers_of(const Figure& figure) {
  const auto& series = figure.observations;
  if (series.size() < fewest_changes + 1) return {};
  std::vector<double> changes, deviations;
  for (std::size_t at = 1; at < series.size(); ++at)
    changes.push_back((series[at].value - series[at - 1].value).to_double() / (series[at].year - series[at - 1].year));
  const double middle = median_of(changes);
  for (const double change : changes) deviations.push_back(std::fabs(change - middle));
  std::vector<double> sizes;
  for (const double change : changes) sizes.push_back(std::fabs(change));
  const double most = std::max(limit * std::max(of_normal * median_of(deviations), last_step(figure)), median_of(sizes));
  std::vector<std::size_t> found;
  for (std::size_t at = 0; at < changes.size(); ++at) {
    if (deviations[at] <= most) continue;
    found.push_back(at + 1);
    const bool comes_back = at + 1 < changes.size() && deviations[at + 1] > most && (changes[at] > middle) != (changes[at + 1] > middle);
    if (comes_back) ++at;
  }
  return found;
}

}  // namespace tilstand::data
