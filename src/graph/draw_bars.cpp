// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "graph/frame.hpp"

namespace tilstand::graph {
namespace {

using drawing::Anchor, drawing::Layer, drawing::SetLabel;

constexpr double bar_share = 0.7, widest_bar = 14.5, seam = 0.25;

/// The side of a band that one series' bar fills, from the band's middle.
struct Slot {
  double from = 0, width = 0;
};

Slot slot_of(const Draft& draft, const Frame& frame, std::size_t series) {
  const double count = draft.plan.input.stack == Stack::none ? static_cast<double>(draft.plan.series.size()) : 1;
  const double room = std::min(frame.base.band_width() * bar_share, widest_bar * count), width = room / count;
  const double index = draft.plan.input.stack == Stack::none ? static_cast<double>(series) : 0;
  return {-room / 2 + width * index, width};
}

/// A bar's box: across the base from `slot`, along the value axis from `a` to `b`.
Path bar(Draft& draft, const Frame& frame, double middle, const Slot& slot, double a, double b) {
  const double from = middle + slot.from, low = std::min(a, b), length = std::abs(b - a);
  const double inset = slot.width > 4 * seam && draft.plan.series.size() > 1 ? seam : 0;
  if (frame.horizontal) return draft.sheet.paths().box({low, from + inset}, length, slot.width - 2 * inset);
  return draft.sheet.paths().box({from + inset, low}, slot.width - 2 * inset, length);
}

void add_value(Draft& draft, const Frame& frame, const Mark& mark, const Slot& slot) {
  const std::string text = short_value(*mark.value, draft.plan.decimals, draft.plan.input.value.unit, draft.speech());
  const SetLabel label = set_label(draft.sheet, text, draft.plan.series[mark.series].muted ? "chart-before" : "chart-value", draft.ids(mark).value);
  const double middle = frame.base.at(mark.at) + slot.from + slot.width / 2, end = frame.value.at(mark.to);
  const bool below = *mark.value < 0;
  if (frame.horizontal) {
    const double x = below ? end - 1.2 : end + 1.2;
    place_on_ground(draft.sheet, label, {kept_between(label, x, below ? Anchor::right : Anchor::left, 0, draft.sheet.width()), middle + label.cap / 2},
                    below ? Anchor::right : Anchor::left);
  } else {
    place(draft.sheet, label, {kept_between(label, middle, Anchor::centre, 0, draft.sheet.width()), below ? end + 1.2 + label.cap : end - 1.2}, Anchor::centre);
  }
}

/// The uncertainty of a value: a line between its ends with a cross-bar at each.
void add_whisker(Draft& draft, const Frame& frame, const Datum& datum, double middle) {
  if (!datum.low || !datum.high) return;
  const Ink ink = draft.sheet.ink("ink");
  const double a = frame.value.at(*datum.low), b = frame.value.at(*datum.high), half = 0.8;
  add_line(draft.sheet, Layer::label, frame.spot(middle, a), frame.spot(middle, b), ink, drawing::measure::axis_pt);
  for (const double end : {a, b}) add_line(draft.sheet, Layer::label, frame.spot(middle - half, end), frame.spot(middle + half, end), ink, drawing::measure::axis_pt);
}

}  // namespace

void add_bars(Draft& draft, const Frame& frame) {
  const bool one = draft.plan.series.size() == 1;
  for (const Mark& mark : draft.plan.marks) {
    if (mark.panel != frame.panel || !mark.value) continue;
    const Datum& datum = draft.plan.input.rows[mark.row];
    const Slot slot = slot_of(draft, frame, mark.series);
    const double middle = frame.base.at(mark.at);
    const auto& chosen = draft.plan.input.highlights;
    const bool grey = one && !chosen.empty() && std::find(chosen.begin(), chosen.end(), datum.base) == chosen.end();
    const Path box = bar(draft, frame, middle, slot, frame.value.at(mark.from), frame.value.at(mark.to));
    if (grey) draft.sheet.fill(Layer::mark, box, draft.muted());
    else draft.fill(box, mark.series);
    add_whisker(draft, frame, datum, middle + slot.from + slot.width / 2);
    if (has_value_labels(draft.plan)) add_value(draft, frame, mark, slot);
  }
}

}  // namespace tilstand::graph
