// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <numbers>

#include "graph/frame.hpp"
#include "graph/icons.hpp"
#include "graph/plan_parts.hpp"

namespace tilstand::graph {
namespace {

using drawing::Anchor, drawing::Layer, drawing::SetLabel, drawing::Spot;

constexpr double cell_share = 0.86, list_gap = 6, list_row = 6.25, list_room = 6.5, between = 5, swatch = 2.6, ring_share = 0.26, gauge_foot = 8;

std::vector<Part> parts_in(const Draft& draft, std::size_t panel) {
  std::vector<Part> parts;
  for (const Part& part : draft.plan.parts)
    if (part.panel == panel) parts.push_back(part);
  return parts;
}

/// Each category of a single waffle with its share: beside it, one below the other, or over it, one after the other.
void add_list(Draft& draft, const std::vector<Part>& parts, Spot at, double pitch, bool over) {
  drawing::Sheet& sheet = draft.sheet;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const SetLabel share = set_label(sheet, short_value(parts[i].hundredths, 0, "percent", draft.speech()), "chart-value", parts[i].printed);
    const double names = at.x + swatch + 1.2 + (over ? share.width : std::max(share.width, 9.4)) + 1.4;
    const double room = over ? std::max(sheet.width() / static_cast<double>(parts.size()) - (names - at.x) - between, 6.0) : sheet.width() - names;
    const Series& series = draft.plan.series[parts[i].series];
    const SetLabel name = set_fitting(sheet, series.name, "chart-label", std::max(room, 1.0), numbers_in(series.name, series.printed));
    if (names + name.width > sheet.width()) break;
    draft.fill(sheet.paths().box({at.x, at.y - swatch / 2}, swatch, swatch), parts[i].series);
    place(sheet, share, {names - 1.4, at.y + share.cap / 2}, Anchor::right);
    place(sheet, name, {names, at.y + name.cap / 2}, Anchor::left);
    if (over) at.x = names + name.width + between;
    else at.y += pitch;
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
  const double room = frame.right - frame.left, height = frame.bottom - frame.top;
  const std::size_t columns = waffle_columns(draft.plan, room);
  const bool alone = draft.plan.panels.size() == 1, over = columns > 10;
  const double top = frame.top + (over ? list_room : 0), rows = 100 / static_cast<double>(columns);
  const double pitch = std::min((alone && !over ? room * 0.5 : room) / static_cast<double>(columns), std::max(height - (over ? list_room : 0), 1.0) / rows);
  const std::vector<Part> parts = parts_in(draft, frame.panel);
  std::vector<std::size_t> cells;
  for (const Part& part : parts) cells.insert(cells.end(), static_cast<std::size_t>(part.hundredths), part.series);
  for (std::size_t i = 0; i < 100; ++i) {  // by rows from the top
    const Spot corner{frame.left + pitch * static_cast<double>(i % columns), top + pitch * static_cast<double>(i / columns)};
    const Path cell = icon(draft.sheet.paths(), draft.plan.input.mark, corner, pitch * cell_share);
    if (i < cells.size()) draft.fill(cell, cells[i]);
    else draft.sheet.fill(Layer::grid, cell, draft.sheet.ink("tint"));
  }
  const double list_pitch = std::min(list_row, pitch * 10 / static_cast<double>(std::max<std::size_t>(parts.size(), 1)));
  if (alone) add_list(draft, parts, over ? Spot{frame.left, frame.top + swatch / 2} : Spot{frame.left + pitch * 10 + list_gap, top + swatch / 2}, list_pitch, over);
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
