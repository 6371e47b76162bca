// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "graph/frame.hpp"

namespace tilstand::graph {
namespace {

using drawing::Anchor, drawing::Layer, drawing::SetLabel, drawing::Spot;

constexpr double largest_disc = 2.3, least_numbered = 1.7, gap = 1.6, least_name = 5, muted_pt = 0.9;

/// Muted series first, so that the highlighted ones stand over them.
std::vector<std::size_t> order_of(const Plan& plan) {
  std::vector<std::size_t> order;
  for (const bool muted : {true, false})
    for (std::size_t i = 0; i < plan.series.size(); ++i)
      if (plan.series[i].muted == muted) order.push_back(i);
  return order;
}

void add_name(Draft& draft, std::size_t series, Spot at, Anchor anchor, double measure) {
  const Series& one = draft.plan.series[series];
  const SetLabel label = set_fitting(draft.sheet, one.name, "chart-label", measure, numbers_in(one.name, one.printed), one.muted ? "grey" : "");
  place(draft.sheet, label, {at.x, at.y + label.cap / 2}, anchor);
}

void add_numbered(Draft& draft, Spot at, double radius, const Mark& mark) {
  const Ink ink = draft.ink(mark.series);
  const bool muted = draft.plan.series[mark.series].muted;  // a ring, so that the eye goes to the others
  if (muted) add_ring(draft.sheet, at, radius, ink);
  else add_disc(draft.sheet, at, radius, ink);
  if (radius < least_numbered) return;
  const SetLabel label = set_label(draft.sheet, draft.said(*mark.value), "tick", draft.ids(mark).value, muted ? std::string() : draft.role_on(ink));
  if (label.width < 2 * radius) place(draft.sheet, label, {at.x, at.y + label.cap / 2}, Anchor::centre);
}

/// Radius of discs that touch none beside or under them.
double disc_radius(const Draft& draft, const Frame& frame) {
  const double down = (frame.bottom - frame.top) / std::max(draft.plan.value.high - draft.plan.value.low, 1.0);
  std::vector<double> places;
  for (const Mark& mark : draft.plan.marks) places.push_back(frame.base.at(mark.at));
  std::sort(places.begin(), places.end());
  double beside = frame.right - frame.left;
  for (std::size_t i = 1; i < places.size(); ++i)
    if (places[i] - places[i - 1] > 1e-6) beside = std::min(beside, places[i] - places[i - 1]);
  return std::max(0.2, std::min({largest_disc, down * 0.42, beside * 0.42}));
}

void add_bump_names(Draft& draft, const Frame& frame, std::size_t series, const std::vector<std::vector<const Mark*>>& runs, double radius) {
  const auto at = [&](const Mark& mark) { return frame.spot(frame.base.at(mark.at), frame.value.at(*mark.value)); };
  const Spot first = at(*runs.front().front()), last = at(*runs.back().back());
  const double beside = radius + gap;
  if (first.x < frame.left + radius + 0.5) add_name(draft, series, {first.x - beside, first.y}, Anchor::right, first.x - beside);
  const double room = draft.sheet.width() - last.x - beside;
  if (draft.plan.panels.size() == 1 || last.x + beside < frame.right) add_name(draft, series, {last.x + beside, last.y}, Anchor::left, std::max(room, 1.0));
}

/// The label of one end of a slope and where it wants to stand.
struct End {
  std::size_t series = 0;
  double value = 0, y = 0;
  PrintedId printed{};
};

std::vector<End> ends_of(const Draft& draft, const Frame& frame, std::size_t band) {
  std::vector<End> ends;
  for (const Mark& mark : draft.plan.marks)
    if (mark.panel == frame.panel && mark.band == band && mark.value) ends.push_back({mark.series, *mark.value, frame.value.at(*mark.value), draft.ids(mark).value});
  std::stable_sort(ends.begin(), ends.end(), [](const End& a, const End& b) { return a.y < b.y; });
  std::vector<drawing::Block> blocks;
  for (const End& end : ends) blocks.push_back({end.y, draft.leading()});
  const std::vector<double> middles = drawing::spread(blocks, 0, draft.sheet.height());
  for (std::size_t i = 0; i < ends.size(); ++i) ends[i].y = middles[i];
  return ends;
}

void add_slope_labels(Draft& draft, const Frame& frame) {
  drawing::Sheet& sheet = draft.sheet;
  const std::vector<End> starts = ends_of(draft, frame, 0);
  double before = 0;
  for (const End& start : starts) before = std::max(before, set_label(sheet, draft.said(start.value), "chart-before").width);
  for (const End& end : starts) {
    const SetLabel value = set_label(sheet, draft.said(end.value), "chart-before", end.printed);
    const double right = frame.base.at(0.5) - 2.5;
    place(sheet, value, {kept_between(value, right, Anchor::right, 0, sheet.width()), end.y + value.cap / 2}, Anchor::right);
    const double room = right - before - gap;
    if (draft.plan.panels.size() == 1 && room > least_name) add_name(draft, end.series, {right - before - gap, end.y}, Anchor::right, room);
  }
  const std::vector<End> ends = ends_of(draft, frame, 1);
  double widest = 0;
  for (const End& end : ends) widest = std::max(widest, set_label(sheet, draft.said(end.value), "chart-value").width);
  const double right = std::min(frame.base.at(1.5) + 2.5 + widest, sheet.width());
  for (const End& end : ends) {
    const SetLabel value = set_label(sheet, draft.said(end.value), "chart-value", end.printed);
    place(sheet, value, {right, end.y + value.cap / 2}, Anchor::right);
    const double room = draft.plan.panels.size() == 1 ? sheet.width() - right - gap : std::min(widest_series(draft, sheet.width() * 0.28), sheet.width() - right - gap);
    if (room > least_name) add_name(draft, end.series, {right + gap, end.y}, Anchor::left, room);
  }
}

}  // namespace

void add_bump(Draft& draft, const Frame& frame) {
  const double radius = disc_radius(draft, frame);
  for (const std::size_t series : order_of(draft.plan)) {
    const auto runs = runs_of(draft.plan, frame.panel, series);
    if (runs.empty()) continue;
    for (const auto& run : runs) {
      std::vector<Spot> spots;
      for (const Mark* mark : run) spots.push_back(frame.spot(frame.base.at(mark->at), frame.value.at(*mark->value)));
      if (spots.size() > 1) draft.sheet.stroke(Layer::line, draft.sheet.paths().polyline(spots), draft.ink(series), draft.plan.series[series].muted ? muted_pt : drawing::measure::bar_pt);
      for (std::size_t i = 0; i < run.size(); ++i) add_numbered(draft, spots[i], radius, *run[i]);
    }
    add_bump_names(draft, frame, series, runs, radius);
  }
}

void add_slope(Draft& draft, const Frame& frame) {
  drawing::Sheet& sheet = draft.sheet;
  for (const double band : {0.0, 1.0})
    add_line(sheet, Layer::grid, {frame.base.at(band + 0.5), frame.top}, {frame.base.at(band + 0.5), frame.bottom}, sheet.ink("grey"), 0.4);
  for (const std::size_t series : order_of(draft.plan)) {
    for (const auto& run : runs_of(draft.plan, frame.panel, series)) {
      std::vector<Spot> spots;
      for (const Mark* mark : run) spots.push_back(frame.spot(frame.base.at(mark->at), frame.value.at(*mark->value)));
      if (spots.size() > 1) sheet.stroke(Layer::line, sheet.paths().polyline(spots), draft.ink(series), drawing::measure::line_pt);
      for (const Spot& spot : spots) add_disc(sheet, spot, drawing::measure::small_disc, draft.ink(series));
    }
  }
  add_slope_labels(draft, frame);
}

}  // namespace tilstand::graph
