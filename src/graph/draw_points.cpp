// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "graph/frame.hpp"

namespace tilstand::graph {
namespace {

using drawing::Anchor, drawing::Layer, drawing::SetLabel, drawing::Spot;

double largest_size(const Plan& plan) {
  double largest = 0;
  for (const Datum& datum : plan.input.rows) largest = std::max(largest, datum.size.value_or(0));
  return largest;
}

void add_stick(Draft& draft, const Frame& frame, const Mark& mark, Spot at) {
  const Spot foot = frame.spot(frame.base.at(mark.at), frame.value.at(0));
  add_line(draft.sheet, Layer::line, foot, at, draft.is_muted(mark) ? draft.muted() : draft.ink(mark.series), drawing::measure::line_pt);
  if (!has_value_labels(draft.plan)) return;
  const SetLabel label = set_label(draft.sheet, draft.said(*mark.value), draft.is_muted(mark) ? "chart-before" : "chart-value", draft.ids(mark).value);
  const bool below = *mark.value < 0;
  const Anchor anchor = below ? Anchor::right : Anchor::left;
  const Datum& datum = draft.plan.input.rows[mark.row];
  const double x = datum.low && datum.high ? frame.value.at(below ? *datum.low : *datum.high) : at.x;
  draft.taken.push_back(place_on_ground(draft.sheet, label, {kept_between(label, x + (below ? -2.6 : 2.6), anchor, 0, draft.sheet.width()), at.y + label.cap / 2}, anchor));
}

/// The line between the least and the greatest of several series at one place.
void add_spans(Draft& draft, const Frame& frame) {
  if (draft.plan.input.kind != Kind::dot || draft.plan.series.size() < 2) return;
  for (std::size_t band = 0; band < draft.plan.base.names.size(); ++band) {
    std::vector<double> places;
    for (const Mark& mark : draft.plan.marks)
      if (mark.panel == frame.panel && mark.band == band && mark.value) places.push_back(frame.value.at(*mark.value));
    if (places.size() < 2) continue;
    const auto [low, high] = std::minmax_element(places.begin(), places.end());
    const double at = frame.base.band(band);
    add_line(draft.sheet, Layer::grid, frame.spot(at, *low), frame.spot(at, *high), draft.sheet.ink("hairline"), drawing::measure::bar_pt);
  }
}

}  // namespace

double radius_of(const Plan& plan, const Datum& datum, double largest) {
  if (!datum.size || largest <= 0) return plan.input.kind == Kind::scatter ? 1.1 : drawing::measure::small_disc;
  return std::max(0.4, 2.5 * std::sqrt(std::max(*datum.size, 0.0) / largest));
}

void add_points(Draft& draft, const Frame& frame) {
  add_spans(draft, frame);
  const double largest = largest_size(draft.plan);
  std::set<std::pair<long, long>> drawn;  // of small marks in a cloud: those that would cover one another are drawn once
  const bool crowded = draft.plan.marks.size() > 2000;
  for (const Mark& mark : draft.plan.marks) {
    if (mark.panel != frame.panel || !mark.value) continue;
    const Datum& datum = draft.plan.input.rows[mark.row];
    const Spot at = frame.spot(frame.base.at(mark.at), frame.value.at(*mark.value));
    if (crowded && !drawn.insert({std::lround(at.x * 4), std::lround(at.y * 4)}).second) continue;
    if (draft.plan.input.kind == Kind::lollipop) add_stick(draft, frame, mark, at);
    if (!crowded) add_whisker(draft, frame, datum, frame.base.at(mark.at));
    if (draft.is_muted(mark)) add_ring(draft.sheet, at, radius_of(draft.plan, datum, largest), draft.muted());
    else if (draft.colouring.patterned) add_marker(draft.sheet, at, radius_of(draft.plan, datum, largest), draft.ink(mark.series), draft.colouring.places[mark.series]);
    else add_disc(draft.sheet, at, radius_of(draft.plan, datum, largest), draft.ink(mark.series));
  }
}

}  // namespace tilstand::graph
