// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <numbers>

#include "graph/frame.hpp"
#include "graph/plan_parts.hpp"

namespace tilstand::graph {
namespace {

using drawing::Anchor, drawing::Layer, drawing::SetLabel, drawing::Spot;

constexpr double cell_share = 0.86, list_gap = 6, list_pitch = 6.25, swatch = 2.6, ring_share = 0.26, gauge_foot = 8;

std::vector<Part> parts_in(const Draft& draft, std::size_t panel) {
  std::vector<Part> parts;
  for (const Part& part : draft.plan.parts)
    if (part.panel == panel) parts.push_back(part);
  return parts;
}

/// Beside a single waffle: each category with its share.
void add_list(Draft& draft, const Frame& frame, const std::vector<Part>& parts, double side) {
  drawing::Sheet& sheet = draft.sheet;
  const double left = frame.left + side + list_gap, pitch = std::min(list_pitch, side / static_cast<double>(std::max<std::size_t>(parts.size(), 1)));
  double y = frame.top + swatch / 2;
  for (std::size_t i = 0; i < parts.size(); ++i, y += pitch) {
    draft.fill(sheet.paths().box({left, y - swatch / 2}, swatch, swatch), i);
    const SetLabel share = set_label(sheet, short_value(parts[i].hundredths, 0, "percent", draft.speech()), "chart-value", parts[i].printed);
    const double names = left + swatch + 1.2 + 11;
    place(sheet, share, {names - 1.6, y + share.cap / 2}, Anchor::right);
    const Series& series = draft.plan.series[i];
    const SetLabel name = set_fitting(sheet, series.name, "chart-label", std::max(sheet.width() - names, 1.0), numbers_in(series.name, series.printed));
    place(sheet, name, {names, y + name.cap / 2}, Anchor::left);
  }
}

/// A part of a half ring, from share `a` to `b` of its way from left to right.
Path arc(Draft& draft, Spot centre, double radius, double inner, double a, double b) {
  const int steps = std::max(1, static_cast<int>(std::ceil((b - a) * 120)));
  const auto at = [&](double share, double r) {
    const double angle = std::numbers::pi * (1 - share);
    return Spot{centre.x + r * std::cos(angle), centre.y - r * std::sin(angle)};
  };
  std::vector<Spot> spots;
  for (int i = 0; i <= steps; ++i) spots.push_back(at(a + (b - a) * i / steps, radius));
  for (int i = steps; i >= 0; --i) spots.push_back(at(a + (b - a) * i / steps, inner));
  return draft.sheet.paths().polygon(spots);
}

void add_end(Draft& draft, double value, Spot at, const Frame& frame) {
  const SetLabel label = set_tick(draft.sheet, draft.said(value));
  place(draft.sheet, label, {kept_between(label, at.x, Anchor::centre, frame.left, frame.right), at.y + 1.2 + label.cap}, Anchor::centre);
}

}  // namespace

void add_waffle(Draft& draft, const Frame& frame) {
  const double room = frame.right - frame.left, side = std::min(draft.plan.panels.size() == 1 ? room * 0.5 : room, frame.bottom - frame.top), pitch = side / 10;
  const std::vector<Part> parts = parts_in(draft, frame.panel);
  std::vector<std::size_t> cells;
  for (const Part& part : parts) cells.insert(cells.end(), static_cast<std::size_t>(part.hundredths), part.series);
  for (std::size_t i = 0; i < 100; ++i) {  // by rows from the top
    const Spot corner{frame.left + pitch * static_cast<double>(i % 10), frame.top + pitch * static_cast<double>(i / 10)};
    const Path cell = draft.sheet.paths().box(corner, pitch * cell_share, pitch * cell_share);
    if (i < cells.size()) draft.fill(cell, cells[i]);
    else draft.sheet.fill(Layer::grid, cell, draft.sheet.ink("tint"));
  }
  if (draft.plan.panels.size() == 1) add_list(draft, frame, parts, side);
}

void add_gauge(Draft& draft, const Frame& frame) {
  drawing::Sheet& sheet = draft.sheet;
  const double foot = std::min(gauge_foot, (frame.bottom - frame.top) * 0.4), room = frame.right - frame.left;
  const double radius = std::max(1.0, std::min(room / 2, frame.bottom - frame.top - foot)), inner = radius * (1 - ring_share);
  const Spot centre{frame.left + radius, frame.top + radius};
  const Scale& scale = draft.plan.value;
  for (const Mark& mark : draft.plan.marks) {
    if (mark.panel != frame.panel) continue;
    sheet.fill(Layer::grid, arc(draft, centre, radius, inner, 0, 1), sheet.ink("tint"));
    const double share = mark.value ? scale.share(*mark.value) : 0;
    if (share > 0) sheet.fill(Layer::mark, arc(draft, centre, radius, inner, 0, share), sheet.ink("structure"));
    const std::string said = mark.value ? draft.said(*mark.value) : draft.speech().words("chart.table.missing");
    const SetLabel value = set_label(sheet, said, "chart-value", mark.value ? draft.ids(mark).value : PrintedId{});
    if (value.width < 2 * inner) place(sheet, value, {centre.x, centre.y - 0.6}, Anchor::centre);
    const double middle = radius - (radius - inner) / 2;
    const bool apart = radius > 8;
    if (apart) add_end(draft, scale.low, {centre.x - middle, centre.y}, frame), add_end(draft, scale.high, {centre.x + middle, centre.y}, frame);
    const std::string& words = draft.plan.panels[frame.panel];
    const SetLabel name = set_fitting(sheet, words, "chart-label", room, numbers_in(words, draft.plan.panels_printed[frame.panel]));
    place(sheet, name, {kept_between(name, centre.x, Anchor::centre, frame.left, frame.right), centre.y + foot - 0.5}, Anchor::centre);
  }
}

}  // namespace tilstand::graph
