// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>

#include "graph/plan_parts.hpp"

namespace tilstand::graph {
namespace {

constexpr double most_bins = 60, whisker = 1.5;

/// The nearest of 1, 2 and 5 times a power of ten by ratio, or with `up` the next one.
double nice_width(double width, bool up) {
  const double power = std::pow(10, std::floor(std::log10(width)));
  const double digits = width / power;
  if (up) return power * (digits <= 1 ? 1 : digits <= 2 ? 2 : digits <= 5 ? 5 : 10);
  return power * (digits < std::sqrt(2.0) ? 1 : digits < std::sqrt(10.0) ? 2 : digits < std::sqrt(50.0) ? 5 : 10);
}

Box box_of(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  Box box;
  box.lower = quantile(values, 0.25), box.median = quantile(values, 0.5), box.upper = quantile(values, 0.75);
  const double reach = whisker * (box.upper - box.lower);
  box.low = box.lower, box.high = box.upper;
  for (const double value : values) {
    if (value < box.lower - reach || value > box.upper + reach) box.outliers.push_back(value);
    else box.low = std::min(box.low, value), box.high = std::max(box.high, value);
  }
  return box;
}

}  // namespace

std::size_t Bins::index(double value) const {
  const double place = std::floor((value - start) / width + 1e-9);
  return static_cast<std::size_t>(std::clamp(place, 0.0, static_cast<double>(count - 1)));
}

double quantile(const std::vector<double>& sorted, double share) {
  const double at = share * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(at);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (at - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

Bins bins_of(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const double low = values.front(), high = values.back(), range = high - low;
  Bins bins;
  if (range <= std::max(std::fabs(low), std::fabs(high)) * 1e-9) {
    const double size = std::fabs(low);
    bins.width = size == 0 ? 1 : std::pow(10, std::floor(std::log10(size)));
    bins.start = std::floor(low / bins.width) * bins.width;
    return bins;
  }
  const auto count = static_cast<double>(values.size());
  double width = 2 * (quantile(values, 0.75) - quantile(values, 0.25)) / std::cbrt(count);
  if (width <= 0) width = range / (std::log2(count) + 1);
  width = nice_width(std::max(width, range / most_bins), false);
  if (range / width > most_bins - 2) width = nice_width(width * 1.5, true);
  bins.width = width;
  bins.start = std::floor(low / width + 1e-9) * width;
  bins.count = static_cast<std::size_t>(std::clamp(std::ceil((high - bins.start) / width - 1e-9), 1.0, most_bins));
  return bins;
}

double nice_each(const Plan& plan, double most) {
  double largest = 0;
  for (const Mark& mark : plan.marks) largest = std::max(largest, mark.value.value_or(0));
  return largest <= most ? std::min(1.0, largest > 0 ? nice_width(largest / most, true) : 1.0) : nice_width(largest / most, true);
}

std::vector<Box> boxes_of(const Plan& plan, const Speech& speech, const Lister& list) {
  struct Values {
    std::vector<double> numbers;
    std::vector<PrintedId> ids;
  };
  std::map<std::pair<std::size_t, std::size_t>, Values> values;
  for (const Mark& mark : plan.marks)
    if (mark.value) values[{mark.panel, mark.band}].numbers.push_back(*mark.value), values[{mark.panel, mark.band}].ids.push_back(plan.input.rows[mark.row].ids.value);
  std::vector<Box> boxes;
  for (auto& [place, found] : values) {
    Box box = box_of(std::move(found.numbers));
    box.panel = place.first, box.band = place.second;
    const std::array<std::pair<double, const char*>, 5> told = {
        {{box.least(), "min({})"}, {box.lower, "quantile({}, 0.25)"}, {box.median, "median({})"}, {box.upper, "quantile({}, 0.75)"}, {box.greatest(), "max({})"}}};
    for (std::size_t i = 0; i < told.size(); ++i)
      box.printed[i] = listed(list, {short_value(told[i].first, plan.decimals, plan.input.value.unit, speech), told[i].second, found.ids});
    boxes.push_back(std::move(box));
  }
  return boxes;
}

std::vector<Part> parts_of(const Plan& plan, const Speech& speech, const Lister& list) {
  std::vector<Part> parts;
  for (std::size_t panel = 0; panel < plan.panels.size(); ++panel) {
    std::vector<double> values(plan.series.size(), 0);
    std::vector<PrintedId> ids;
    for (const Mark& mark : plan.marks)
      if (mark.panel == panel && mark.value) values[mark.series] += *mark.value, ids.push_back(plan.input.rows[mark.row].ids.value);
    const std::vector<int> whole = hundredths(values);
    for (std::size_t i = 0; i < whole.size(); ++i)
      parts.push_back({panel, i, whole[i], listed(list, {short_value(whole[i], 0, "percent", speech), "share({}, \"" + plan.series[i].name + "\")", ids})});
  }
  return parts;
}

std::vector<int> hundredths(const std::vector<double>& values) {
  const double sum = std::accumulate(values.begin(), values.end(), 0.0);
  std::vector<int> parts(values.size(), 0);
  if (sum <= 0) return parts;
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  int left = 100;
  for (std::size_t i = 0; i < values.size(); ++i) left -= parts[i] = static_cast<int>(std::floor(values[i] / sum * 100 + 1e-9));
  const auto rest = [&](std::size_t i) { return values[i] / sum * 100 - parts[i]; };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return rest(a) > rest(b); });
  for (std::size_t i = 0; left > 0 && i < order.size(); ++i, --left) ++parts[order[i]];
  return parts;
}

}  // namespace tilstand::graph
