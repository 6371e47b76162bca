// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "graph/plan_parts.hpp"

namespace tilstand::graph {
namespace {

std::string bin_name(const Bins& bins, std::size_t index, const Speech& speech) {
  const int decimals = step_decimals(bins.width);
  const double from = bins.start + bins.width * static_cast<double>(index);
  return definition::fill(speech.words("graph.range"), {{"from", number_text(from, decimals, speech)}, {"to", number_text(from + bins.width, decimals, speech)}});
}

/// Counts values in bins that all panels share.
double count_in_bins(Input& input, const Speech& speech) {
  std::vector<double> values;
  std::vector<std::string> panels;
  std::map<std::string, std::vector<Datum>> counted;
  for (const Datum& datum : input.rows)
    if (datum.value) values.push_back(*datum.value);
  const Bins bins = bins_of(std::move(values));
  for (const Datum& datum : input.rows) {
    if (!datum.value) continue;
    const auto [found, fresh] = counted.try_emplace(datum.panel, bins.count);
    if (fresh) panels.push_back(datum.panel);
    Datum& bin = found->second[bins.index(*datum.value)];
    if (!bin.value) bin.span = datum.span;
    bin.value = bin.value.value_or(0) + 1;
  }
  input.rows.clear();
  for (const std::string& panel : panels) {
    std::vector<Datum>& rows = counted[panel];
    for (std::size_t i = 0; i < rows.size(); ++i) {
      Datum bin;
      bin.base = bin_name(bins, i, speech), bin.panel = panel, bin.value = rows[i].value.value_or(0), bin.span = rows[i].span;
      bin.at = bins.start + bins.width * (static_cast<double>(i) + 0.5);
      input.rows.push_back(std::move(bin));
    }
  }
  input.base = input.value;
  input.base.scale = ScaleKind::linear;
  input.base.minimum = bins.start, input.base.maximum = bins.start + bins.width * static_cast<double>(bins.count);
  input.base.step = bins.width;
  for (const double times : {2.0, 5.0, 10.0})
    if (static_cast<double>(bins.count) * bins.width / *input.base.step > 10) input.base.step = bins.width * times;
  input.value = {speech.words("graph.count"), {}, ScaleKind::linear, {}, {}, {}};
  input.decimals = 0, input.order = Order::given, input.highlights.clear();
  return bins.width;
}

/// Places among the values at one place of the base: the greatest is the first, with "rising" the least. Equal values
/// follow one another as their rows do.
void rank(Input& input, const Speech& speech) {
  std::map<std::pair<std::string, std::string>, std::vector<Datum*>> places;
  for (Datum& datum : input.rows)
    if (datum.value) places[{datum.panel, datum.base}].push_back(&datum);
  const bool rising = input.order == Order::rising;
  for (auto& [place, rows] : places) {
    std::stable_sort(rows.begin(), rows.end(), [&](const Datum* a, const Datum* b) { return rising ? *a->value < *b->value : *a->value > *b->value; });
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i]->value = static_cast<double>(i + 1);
  }
  for (Datum& datum : input.rows) datum.low = datum.high = std::nullopt;
  input.value = {speech.words("graph.rank"), {}, ScaleKind::linear, {}, {}, {}};
  input.decimals = 0, input.order = Order::given, input.references.clear();
}

}  // namespace

void number_levels(Input& input) {
  const std::vector<std::string>& levels = input.value.levels;
  for (Datum& datum : input.rows) {
    const auto found = std::find(levels.begin(), levels.end(), datum.level);
    datum.value = datum.level.empty() ? std::nullopt : std::optional(static_cast<double>(found - levels.begin()));
    datum.low = datum.high = std::nullopt;
  }
}

double recast(Input& input, const Speech& speech) {
  if (input.kind == Kind::histogram) return count_in_bins(input, speech);
  if (input.kind == Kind::bump) rank(input, speech);
  for (Datum& datum : input.rows) {
    if (input.kind == Kind::waffle) datum.series = std::exchange(datum.base, {});
    if (input.kind == Kind::gauge) datum.panel = std::exchange(datum.base, {});
  }
  return 0;
}

}  // namespace tilstand::graph
