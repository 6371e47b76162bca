// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "graph/plan_parts.hpp"

namespace tilstand::graph {
namespace {

/// Names in order of first appearance, with what the numbers in them were printed from first.
class Names {
 public:
  std::size_t index(const std::string& name, PrintedId printed = {}) {
    const auto [found, fresh] = places_.try_emplace(name, list_.size());
    if (fresh) list_.push_back(name), printed_.emplace_back();
    if (!printed_[found->second]) printed_[found->second] = printed;
    return found->second;
  }
  const std::vector<std::string>& list() const { return list_; }
  const std::vector<PrintedId>& printed() const { return printed_; }

 private:
  std::map<std::string, std::size_t> places_;
  std::vector<std::string> list_;
  std::vector<PrintedId> printed_;
};

/// What a category is sorted by: the sum of its values.
std::vector<double> sums_of(const Input& input, Names& bands) {
  std::vector<double> sums;
  for (const Datum& datum : input.rows) {
    const std::size_t band = bands.index(datum.base);
    if (sums.size() <= band) sums.resize(band + 1);
    sums[band] += datum.value.value_or(0);
  }
  return sums;
}

/// The steps of an ordinal base that the rows have, in their order.
std::vector<std::string> steps_of(const Input& input, const std::vector<std::string>& found) {
  std::vector<std::string> names;
  for (const std::string& level : input.base.levels)
    if (std::find(found.begin(), found.end(), level) != found.end()) names.push_back(level);
  return names;
}

std::vector<std::string> ordered_bands(const Input& input) {
  Names found;
  const std::vector<double> sums = sums_of(input, found);
  if (!input.base.levels.empty()) return steps_of(input, found.list());
  std::vector<std::size_t> order(found.list().size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto by = [&](auto less) { std::stable_sort(order.begin(), order.end(), less); };
  if (input.order == Order::rising) by([&](std::size_t a, std::size_t b) { return sums[a] < sums[b]; });
  if (input.order == Order::falling) by([&](std::size_t a, std::size_t b) { return sums[a] > sums[b]; });
  if (input.order == Order::name) by([&](std::size_t a, std::size_t b) { return found.list()[a] < found.list()[b]; });
  std::vector<std::string> names;
  for (const std::size_t i : order) names.push_back(found.list()[i]);
  return names;
}

bool is_highlighted(const Input& input, const std::string& name) {
  return input.highlights.empty() || std::find(input.highlights.begin(), input.highlights.end(), name) != input.highlights.end();
}

/// Shares of diverging bars lie so that the neutral series has zero in its middle; without one zero parts the two halves.
void diverge(Plan& plan) {
  std::map<std::pair<std::size_t, double>, std::vector<Mark*>> places;
  for (Mark& mark : plan.marks) places[{mark.panel, mark.at}].push_back(&mark);
  const std::size_t neutral = neutral_of(plan), half = neutral < plan.series.size() ? neutral : plan.series.size() / 2;
  for (auto& [place, marks] : places) {
    double total = 0, start = 0;
    for (const Mark* mark : marks) total += mark->value.value_or(0);
    const double share = total > 0 ? 100 / total : 0;
    for (const Mark* mark : marks) {
      if (mark->series < half) start -= mark->value.value_or(0) * share;
      else if (mark->series == neutral) start -= mark->value.value_or(0) * share / 2;
    }
    for (Mark* mark : marks) mark->from = start, start = mark->to = start + mark->value.value_or(0) * share;
  }
}

/// Sets the ends of bars and areas. Values above and below zero are stacked apart.
void stack(Plan& plan) {
  struct Sums {
    double above = 0, below = 0, total = 0;
  };
  std::map<std::pair<std::size_t, double>, Sums> places;
  for (const Mark& mark : plan.marks) places[{mark.panel, mark.at}].total += std::abs(mark.value.value_or(0));
  for (Mark& mark : plan.marks) {
    Sums& sums = places[{mark.panel, mark.at}];
    double value = mark.value.value_or(0);
    if (plan.input.stack == Stack::percent) value = sums.total > 0 ? value / sums.total * 100 : 0;
    double& reached = value < 0 ? sums.below : sums.above;
    mark.from = plan.input.stack == Stack::none ? 0 : reached;
    mark.to = mark.from + value;
    reached = mark.to;
  }
}

}  // namespace

std::size_t neutral_of(const Plan& plan) {
  const std::size_t count = plan.series.size();
  for (std::size_t i = 0; i < count; ++i)
    if (plan.series[i].name == plan.input.neutral && !plan.input.neutral.empty()) return i;
  return count % 2 == 1 ? count / 2 : count;
}

void arrange(Plan& plan) {
  const Input& input = plan.input;
  Names series, panels, bands;
  if (input.base.scale == ScaleKind::bands) {
    for (const std::string& name : ordered_bands(input)) bands.index(name);
    plan.base.names = bands.list();
  }
  for (std::size_t row = 0; row < input.rows.size(); ++row) {
    const Datum& datum = input.rows[row];
    Mark mark;
    mark.panel = panels.index(datum.panel, datum.ids.panel), mark.series = series.index(datum.series, datum.ids.series), mark.row = row;
    if (input.base.scale == ScaleKind::bands) mark.band = bands.index(datum.base, datum.ids.base), mark.at = static_cast<double>(mark.band) + 0.5;
    else mark.at = datum.at.value_or(0);
    mark.value = datum.value;
    plan.marks.push_back(mark);
  }
  std::stable_sort(plan.marks.begin(), plan.marks.end(), [](const Mark& a, const Mark& b) {
    return std::tie(a.panel, a.series, a.at) < std::tie(b.panel, b.series, b.at);
  });
  if (input.base.scale == ScaleKind::bands) plan.base.names_printed = bands.printed();
  plan.panels = panels.list(), plan.panels_printed = panels.printed();
  for (std::size_t i = 0; i < series.list().size(); ++i) {
    const std::string& name = series.list()[i];
    plan.series.push_back({name, !name.empty() && !is_highlighted(input, name), series.printed()[i]});
  }
  if (input.stack == Stack::diverging) diverge(plan);
  else stack(plan);
}

}  // namespace tilstand::graph
