// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "graph/frame.hpp"

namespace tilstand::graph {
namespace {

using drawing::Anchor, drawing::Layer, drawing::SetLabel;

constexpr std::size_t most_inner = 200;
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
  const Datum& datum = draft.plan.input.rows[mark.row];
  const bool below = *mark.value < 0;
  const std::optional<double> far = below ? datum.low : datum.high;
  const double middle = frame.base.at(mark.at) + slot.from + slot.width / 2, end = frame.value.at(far && datum.low && datum.high ? *far : mark.to);
  if (frame.horizontal) {
    const double x = below ? end - 1.2 : end + 1.2;
    draft.taken.push_back(place_on_ground(draft.sheet, label, {kept_between(label, x, below ? Anchor::right : Anchor::left, 0, draft.sheet.width()), middle + label.cap / 2},
                    below ? Anchor::right : Anchor::left));
  } else {
    draft.taken.push_back(place(draft.sheet, label, {kept_between(label, middle, Anchor::centre, 0, draft.sheet.width()), below ? end + 1.2 + label.cap : end - 1.2}, Anchor::centre));
  }
}

/// The value inside its part of a stacked bar, where there is room.
void add_inner_value(Draft& draft, const Frame& frame, const Mark& mark, const Slot& slot, Ink ink) {
  const bool share = draft.plan.input.stack == Stack::percent || draft.plan.input.stack == Stack::diverging;
  const double value = share ? std::abs(mark.to - mark.from) : *mark.value;
  const SetLabel label = set_label(draft.sheet, share ? number_text(value, 0, draft.speech()) : draft.said(value), "tick", draft.ids(mark).value, draft.role_on(ink));
  const double a = frame.value.at(mark.from), b = frame.value.at(mark.to), length = std::abs(b - a);
  const bool fits = frame.horizontal ? label.width + 2 <= length && label.cap + 1 <= slot.width : label.cap + 2 <= length && label.width + 1 <= slot.width;
  if (!fits) return;
  const drawing::Spot middle = frame.spot(frame.base.at(mark.at) + slot.from + slot.width / 2, (a + b) / 2);
  place(draft.sheet, label, {middle.x, middle.y + label.cap / 2}, Anchor::centre);
}

}  // namespace

void add_whisker(Draft& draft, const Frame& frame, const Datum& datum, double middle) {
  if (!datum.low || !datum.high) return;
  const Ink ink = draft.sheet.ink("ink");
  const double a = frame.value.at(*datum.low), b = frame.value.at(*datum.high), half = 0.8;
  add_line(draft.sheet, Layer::label, frame.spot(middle, a), frame.spot(middle, b), ink, drawing::measure::axis_pt);
  for (const double end : {a, b}) add_line(draft.sheet, Layer::label, frame.spot(middle - half, end), frame.spot(middle + half, end), ink, drawing::measure::axis_pt);
}

void add_bars(Draft& draft, const Frame& frame) {
  const bool told = draft.plan.input.stack != Stack::none && draft.plan.marks.size() <= most_inner;
  for (const Mark& mark : draft.plan.marks) {
    if (mark.panel != frame.panel || !mark.value) continue;
    const Datum& datum = draft.plan.input.rows[mark.row];
    const Slot slot = slot_of(draft, frame, mark.series);
    const double middle = frame.base.at(mark.at);
    const Path box = bar(draft, frame, middle, slot, frame.value.at(mark.from), frame.value.at(mark.to));
    if (draft.plan.series.size() == 1 && draft.is_muted(mark)) draft.sheet.fill(Layer::mark, box, draft.muted());
    else draft.fill(box, mark.series);
    if (told) add_inner_value(draft, frame, mark, slot, draft.ink(mark.series));
    add_whisker(draft, frame, datum, middle + slot.from + slot.width / 2);
    if (has_value_labels(draft.plan)) add_value(draft, frame, mark, slot);
  }
}

}  // namespace tilstand::graph
