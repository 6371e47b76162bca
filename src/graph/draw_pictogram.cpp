// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "graph/frame.hpp"
#include "graph/icons.hpp"

namespace tilstand::graph {
namespace {

using drawing::Anchor, drawing::Layer, drawing::SetLabel, drawing::Spot;

constexpr double filling = 0.78, tallest = 8, value_room = 16;

/// "Hvert merke er 10": what a mark stands for, over the rows.
void add_unit(Draft& draft, const Frame& frame, double side) {
  drawing::Sheet& sheet = draft.sheet;
  const std::string number = short_value(draft.plan.each, step_decimals(draft.plan.each), draft.plan.input.value.unit, draft.speech());
  const std::string text = definition::fill(draft.speech().words("graph.each"), {{"number", number}});
  const double y = frame.top - 2.2, icon_side = std::min(side, 2.8);
  SetLabel label = set_label(sheet, drawing::shortened(sheet, text, "chart-note", std::max(frame.right - frame.left - icon_side - 1, 1.0)), "chart-note");
  label.tick = true;  // it reads the scale
  sheet.fill(Layer::mark, icon(sheet.paths(), draft.plan.input.mark, {frame.left, y - label.cap / 2 - icon_side / 2}, icon_side), draft.ink(0));
  place(sheet, label, {frame.left + icon_side + 1, y}, Anchor::left);
}

}  // namespace

void add_pictogram(Draft& draft, const Frame& frame) {
  drawing::Sheet& sheet = draft.sheet;
  double most = 1;
  for (const Mark& mark : draft.plan.marks) most = std::max(most, mark.value.value_or(0) / draft.plan.each);
  const double room = std::max(frame.right - frame.left - value_room, 1.0);
  const double pitch = std::min({room / std::ceil(most - 1e-9), frame.base.band_width() / (filling + 0.1), tallest / filling}), side = pitch * std::min(filling, 0.9 * frame.base.band_width() / pitch);
  for (const Mark& mark : draft.plan.marks) {
    if (mark.panel != frame.panel) continue;
    const double middle = frame.base.at(mark.at), count = mark.value.value_or(0) / draft.plan.each;
    const Ink ink = draft.is_muted(mark) ? draft.muted() : draft.ink(mark.series);
    double x = frame.left;
    for (int i = 0; i < static_cast<int>(std::ceil(count - 1e-9)); ++i, x += pitch) {
      const double share = std::min(1.0, count - i);
      if (share < 1) sheet.fill(Layer::grid, icon(sheet.paths(), draft.plan.input.mark, {x, middle - side / 2}, side), sheet.ink("tint"));
      sheet.fill(Layer::mark, icon(sheet.paths(), draft.plan.input.mark, {x, middle - side / 2}, side, share), ink);
    }
    const std::string text = mark.value ? draft.said(*mark.value) : draft.speech().words("chart.table.missing");
    const SetLabel label = set_label(sheet, text, mark.value && !draft.is_muted(mark) ? "chart-value" : "chart-before", draft.ids(mark).value);
    place(sheet, label, {kept_between(label, x + (count > 0 ? 1.2 : 0), Anchor::left, 0, sheet.width()), middle + label.cap / 2}, Anchor::left);
  }
  add_unit(draft, frame, side);
}

}  // namespace tilstand::graph
