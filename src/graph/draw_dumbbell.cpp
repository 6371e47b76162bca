// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>

#include "graph/frame.hpp"

namespace tilstand::graph {
namespace {

using drawing::Anchor, drawing::Layer, drawing::SetLabel, drawing::Spot;

constexpr double beside = 1.4, between = 3;

/// The two marks of a row; a missing one is null.
struct Pair {
  const Mark *first = nullptr, *second = nullptr;
};

void add_value(Draft& draft, const Mark& mark, Spot at, Anchor anchor, double radius) {
  const bool earlier = mark.series == 0;
  const SetLabel label = set_label(draft.sheet, draft.said(*mark.value), earlier ? "chart-before" : "chart-value", draft.ids(mark).value);
  const double x = at.x + (anchor == Anchor::left ? radius + beside : -radius - beside);
  place_on_ground(draft.sheet, label, {kept_between(label, x, anchor, 0, draft.sheet.width()), at.y + label.cap / 2}, anchor);
}

void add_pair(Draft& draft, const Frame& frame, const Pair& pair) {
  const double radius = std::min(drawing::measure::disc, frame.base.band_width() * 0.42);
  const auto spot = [&](const Mark* mark) { return frame.spot(frame.base.at(mark->at), frame.value.at(*mark->value)); };
  if (pair.first != nullptr && pair.second != nullptr) {
    const Spot a = spot(pair.first), b = spot(pair.second);
    add_line(draft.sheet, Layer::line, a, b, draft.muted(), drawing::measure::bar_pt);
  }
  for (const Mark* mark : {pair.first, pair.second}) {
    if (mark == nullptr) continue;
    const Ink ink = draft.is_muted(*mark) ? draft.muted() : draft.sheet.ink("structure");
    if (mark->series == 0) add_ring(draft.sheet, spot(mark), radius, ink);
    else add_disc(draft.sheet, spot(mark), radius, ink);
  }
  if (!has_value_labels(draft.plan)) return;
  const bool rising = pair.first == nullptr || pair.second == nullptr || spot(pair.first).x <= spot(pair.second).x;
  if (pair.first != nullptr) add_value(draft, *pair.first, spot(pair.first), rising ? Anchor::right : Anchor::left, radius);
  if (pair.second != nullptr) add_value(draft, *pair.second, spot(pair.second), rising ? Anchor::left : Anchor::right, radius);
}

}  // namespace

void add_dumbbells(Draft& draft, const Frame& frame) {
  std::vector<Pair> pairs(draft.plan.base.names.size());
  for (const Mark& mark : draft.plan.marks) {
    if (mark.panel != frame.panel || !mark.value) continue;
    (mark.series == 0 ? pairs[mark.band].first : pairs[mark.band].second) = &mark;
  }
  for (const Pair& pair : pairs) add_pair(draft, frame, pair);
}

double add_pair_key(Draft& draft, double y) {
  double x = 0;
  for (std::size_t i = 0; i < draft.plan.series.size(); ++i) {
    const double radius = drawing::measure::small_disc;
    if (i == 0) add_ring(draft.sheet, {x + radius, y}, radius, draft.sheet.ink("structure"));
    else add_disc(draft.sheet, {x + radius, y}, radius, draft.sheet.ink("structure"));
    const double room = std::max((draft.sheet.width() - between) / 2 - 2 * radius - 1, 1.0);
    const Series& series = draft.plan.series[i];
    const SetLabel label = set_fitting(draft.sheet, series.name, "chart-label", room, numbers_in(series.name, series.printed));
    place(draft.sheet, label, {x + 2 * radius + 1, y + label.cap / 2}, Anchor::left);
    x += 2 * radius + 1 + label.width + between;
  }
  return x;
}

}  // namespace tilstand::graph
