// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "base/number_text.hpp"
#include "graph/plan_parts.hpp"

namespace tilstand::graph {
namespace {

std::string bin_name(const Bins& bins, std::size_t index, const Speech& speech) {
  const int decimals = step_decimals(bins.width);
  const double from = bins.start + bins.width * static_cast<double>(index);
  return definition::fill(speech.words("graph.range"), {{"from", number_text(from, decimals, speech)}, {"to", number_text(from + bins.width, decimals, speech)}});
}

/// One panel's values in bins.
struct Counted {
  std::vector<Datum> bins;
  std::vector<PrintedId> values;
  PrintedId panel{};
};

/// "10 <= {} < 20"; the last bin holds its end too.
std::string condition_of(const Bins& bins, std::size_t index) {
  const double from = bins.start + bins.width * static_cast<double>(index);
  return decimal(from) + " <= {} " + (index + 1 == bins.count ? "<= " : "< ") + decimal(from + bins.width);
}

/// The bin's name and count as they are printed, listed.
void list_bin(Datum& bin, const Counted& counted, const Bins& bins, std::size_t index, const Speech& speech, const Lister& list) {
  bin.ids.base = listed(list, {bin.base, "bins({})", counted.values});
  bin.ids.value = listed(list, {number_text(*bin.value, 0, speech), "count({} where " + condition_of(bins, index) + ")", counted.values});
  bin.ids.panel = counted.panel;
}

/// Counts values in bins that all panels share.
double count_in_bins(Input& input, const Speech& speech, const Lister& list) {
  std::vector<double> values;
  std::vector<std::string> panels;
  std::map<std::string, Counted> counted;
  for (const Datum& datum : input.rows)
    if (datum.value) values.push_back(*datum.value);
  const Bins bins = bins_of(std::move(values));
  for (const Datum& datum : input.rows) {
    if (!datum.value) continue;
    const auto [found, fresh] = counted.try_emplace(datum.panel);
    if (fresh) panels.push_back(datum.panel), found->second.bins.resize(bins.count), found->second.panel = datum.ids.panel;
    found->second.values.push_back(datum.ids.value);
    Datum& bin = found->second.bins[bins.index(*datum.value)];
    if (!bin.value) bin.span = datum.span;
    bin.value = bin.value.value_or(0) + 1;
  }
  input.rows.clear();
  for (const std::string& panel : panels) {
    const Counted& found = counted[panel];
    const std::vector<Datum>& rows = found.bins;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      Datum bin;
      bin.base = bin_name(bins, i, speech), bin.panel = panel, bin.value = rows[i].value.value_or(0), bin.span = rows[i].span;
      bin.at = bins.start + bins.width * (static_cast<double>(i) + 0.5);
      list_bin(bin, found, bins, i, speech, list);
      input.rows.push_back(std::move(bin));
    }
  }
  input.base = input.value;
  input.base.scale = ScaleKind::linear;
  input.base.minimum = bins.start, input.base.maximum = bins.start + bins.width * static_cast<double>(bins.count);
  input.base.step = bins.width;
  for (const double times : {2.0, 5.0, 10.0})
    if (static_cast<double>(bins.count) * bins.width / *input.base.step > 10) input.base.step = bins.width * times;
  input.value = {speech.words("graph.count"), {}, ScaleKind::linear, {}, {}, {}, {}};
  input.decimals = 0, input.order = Order::given, input.highlights.clear();
  return bins.width;
}

/// Places among the values at one place of the base: the greatest is the first, with "rising" the least. Equal values
/// follow one another as their rows do.
void rank(Input& input, const Speech& speech, const Lister& list) {
  std::map<std::pair<std::string, std::string>, std::vector<Datum*>> places;
  for (Datum& datum : input.rows)
    if (datum.value) places[{datum.panel, datum.base}].push_back(&datum);
  const bool rising = input.order == Order::rising;
  for (auto& [place, rows] : places) {
    std::stable_sort(rows.begin(), rows.end(), [&](const Datum* a, const Datum* b) { return rising ? *a->value < *b->value : *a->value > *b->value; });
    std::vector<PrintedId> values;
    for (const Datum* row : rows) values.push_back(row->ids.value);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      rows[i]->value = static_cast<double>(i + 1);
      rows[i]->ids.value = listed(list, {number_text(*rows[i]->value, 0, speech), std::string("rank({}") + (rising ? ", rising)" : ")"), values});
    }
  }
  for (Datum& datum : input.rows) datum.low = datum.high = std::nullopt, datum.ids.low = datum.ids.high = {};
  input.value = {speech.words("graph.rank"), {}, ScaleKind::linear, {}, {}, {}, {}};
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

double recast(Input& input, const Speech& speech, const Lister& list) {
  if (input.kind == Kind::histogram) return count_in_bins(input, speech, list);
  if (input.kind == Kind::bump) rank(input, speech, list);
  for (Datum& datum : input.rows) {
    if (input.kind == Kind::waffle) datum.series = std::exchange(datum.base, {}), datum.ids.series = std::exchange(datum.ids.base, {});
    if (input.kind == Kind::gauge) datum.panel = std::exchange(datum.base, {}), datum.ids.panel = std::exchange(datum.ids.base, {});
  }
  return 0;
}

}  // namespace tilstand::graph
