// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "graph/frame.hpp"

namespace tilstand::graph {
namespace {

using drawing::Anchor, drawing::Layer, drawing::LabelBox, drawing::SetLabel, drawing::Spot;

constexpr double label_gap = 2;

void add_value_axis(Draft& draft, const Frame& frame) {
  drawing::Sheet& sheet = draft.sheet;
  for (std::size_t i = 0; i < draft.plan.value.ticks.size(); ++i) {
    const double at = frame.value.at(draft.plan.value.ticks[i].value);
    const bool zero = draft.plan.value.ticks[i].value == 0;
    const double pt = zero ? drawing::measure::axis_pt : drawing::measure::grid_pt;
    const Ink ink = sheet.ink(zero ? "grey" : "hairline");
    if (frame.horizontal) add_line(sheet, Layer::grid, {at, frame.top}, {at, frame.bottom}, ink, pt);
    else add_line(sheet, Layer::grid, {frame.left, at}, {frame.right, at}, ink, pt);
    if (!frame.named_values && !frame.horizontal) continue;
    const SetLabel label = set_tick(sheet, value_tick(draft, i));
    if (frame.horizontal) place(sheet, label, {kept_between(label, at, Anchor::centre, 0, sheet.width()), frame.top - 1.5}, Anchor::centre);
    else place(sheet, label, {kept_between(label, frame.left - label_gap, Anchor::right, 0, sheet.width()), at + label.cap / 2}, Anchor::right);
  }
}

/// Only zero, where each mark carries its value.
void add_zero_line(Draft& draft, const Frame& frame) {
  const double at = frame.value.at(0);
  const Ink ink = draft.sheet.ink("grey");
  if (frame.horizontal) add_line(draft.sheet, Layer::grid, {at, frame.top}, {at, frame.bottom}, ink, drawing::measure::axis_pt);
  else add_line(draft.sheet, Layer::grid, {frame.left, at}, {frame.right, at}, ink, drawing::measure::axis_pt);
}

/// Between the rows, where nothing else leads the eye from a name to its marks.
void add_row_lines(Draft& draft, const Frame& frame) {
  const double pitch = frame.base.band_width();
  for (std::size_t i = 1; i < draft.plan.base.names.size(); ++i) {
    const double y = frame.top + pitch * static_cast<double>(i);
    add_line(draft.sheet, Layer::grid, {0, y}, {frame.right, y}, draft.sheet.ink("tint"), drawing::measure::axis_pt);
  }
}

/// Names are missed; of years and numbers some say where the others stand.
bool is_name(const std::string& label) { return label.find_first_not_of("0123456789.,-") != std::string::npos; }

/// Labels under the plot, from the last one back, leaving out those that would touch one that stands.
void add_base_below(Draft& draft, const Frame& frame) {
  const bool bands = draft.plan.base.kind == ScaleKind::bands;
  const double measure = bands ? std::max(frame.base.band_width() - 1, 2.0) : draft.sheet.width();
  std::vector<LabelBox> taken;
  for (std::size_t i = draft.plan.base.ticks.size(); i-- > 0;) {
    const Tick& tick = draft.plan.base.ticks[i];
    const bool crowded = bands && measure < 8;  // too narrow for words: let some stand at their full length
    const SetLabel label = bands ? set_fitting(draft.sheet, tick.label, "tick", crowded ? draft.sheet.width() : measure, numbers_in(tick.label, tick.printed))
                                 : set_tick(draft.sheet, tick.label);
    const Spot at{kept_between(label, frame.base.at(tick.value), Anchor::centre, 0, draft.sheet.width()), frame.bottom + 1.5 + label.cap};
    const LabelBox box = box_of(label, at, Anchor::centre);
    if (std::any_of(taken.begin(), taken.end(), [&](const LabelBox& other) { return overlap(box, other, 1); })) {
      if (is_name(tick.label)) draft.sheet.drop(tick.label);
      continue;
    }
    taken.push_back(place(draft.sheet, label, at, Anchor::centre));
  }
}

void add_base_beside(Draft& draft, const Frame& frame) {
  const double measure = std::max(frame.left - label_gap, 1.0), leading = drawing::leading_of(draft.sheet, "chart-label");
  const double pitch = draft.plan.base.kind == ScaleKind::bands ? frame.base.band_width() : leading;
  const auto most = static_cast<std::size_t>(std::clamp(pitch / leading, 1.0, 3.0));
  if (frame.left > draft.sheet.width() * 0.45) return;  // a panel beside the first one: its rows are named there
  const auto every = static_cast<std::size_t>(std::max(1.0, leading / std::max(pitch, 0.1)));
  for (std::size_t i = 0; i < draft.plan.base.ticks.size(); i += every) {
    const Tick& tick = draft.plan.base.ticks[i];
    place_lines(draft.sheet, label_lines(draft.sheet, tick.label, "chart-label", measure, most, numbers_in(tick.label, tick.printed)), "chart-label", 0, frame.base.at(tick.value));
  }
}

/// The value's above its tick labels, the base's below the end of its own.
void add_axis_titles(Draft& draft, const Frame& frame) {
  drawing::Sheet& sheet = draft.sheet;
  const Input& input = draft.plan.input;
  const double room = frame.right - frame.left;
  if (frame.named_values) {
    const SetLabel value = set_fitting(sheet, input.value.label, "chart-note", room, input.value.label_printed);
    place(sheet, value, {kept_between(value, frame.left, Anchor::left, 0, sheet.width()), frame.top - 4}, Anchor::left);
  }
  const SetLabel base = set_fitting(sheet, input.base.label, "chart-note", room, input.base.label_printed);
  place(sheet, base, {frame.right, frame.bottom + 1.5 + draft.leading() + base.cap}, Anchor::right);
}

}  // namespace

std::string value_tick(const Draft& draft, std::size_t index) {
  const Scale& scale = draft.plan.value;
  const bool last = index + 1 == scale.ticks.size();
  const bool percent = draft.plan.input.value.unit == "percent" || draft.plan.input.stack == Stack::percent;
  return last && percent ? definition::fill(draft.speech().words("chart.value.percent-short"), {{"number", scale.ticks[index].label}}) : scale.ticks[index].label;
}

void add_guides(Draft& draft, const Frame& frame) {
  const Kind kind = draft.plan.input.kind;
  if (kind == Kind::bump || kind == Kind::slope) return add_base_below(draft, frame);
  if (has_axis_titles(draft.plan)) add_axis_titles(draft, frame);
  const bool zero = draft.plan.value.low <= 0 && draft.plan.value.high >= 0;
  if (kind == Kind::dumbbell && has_value_labels(draft.plan)) add_row_lines(draft, frame);
  else if (has_value_labels(draft.plan) && zero) add_zero_line(draft, frame);
  else if (kind == Kind::pictogram || has_value_labels(draft.plan)) {}  // marks say all
  else add_value_axis(draft, frame);
  if (frame.horizontal) add_base_beside(draft, frame);
  else add_base_below(draft, frame);
}

void add_references(Draft& draft, const Frame& frame) {
  drawing::Sheet& sheet = draft.sheet;
  for (const Reference& reference : draft.plan.input.references) {
    const Axis& axis = reference.on_base ? frame.base : frame.value;
    const bool upright = reference.on_base != frame.horizontal;  // the line runs from top to bottom
    const double a = axis.at(reference.from), b = axis.at(reference.to.value_or(reference.from));
    if (reference.to && draft.plan.input.kind == Kind::bullet) continue;  // its rows stand on their own bands
    if (reference.to) {
      const Path box = upright ? sheet.paths().box({std::min(a, b), frame.top}, std::abs(b - a), frame.bottom - frame.top)
                               : sheet.paths().box({frame.left, std::min(a, b)}, frame.right - frame.left, std::abs(b - a));
      sheet.fill(Layer::grid, box, sheet.ink("tint"));
    } else if (upright) {
      add_line(sheet, Layer::line, {a, frame.top}, {a, frame.bottom}, sheet.ink("grey"), drawing::measure::axis_pt);
    } else {
      add_line(sheet, Layer::line, {frame.left, a}, {frame.right, a}, sheet.ink("grey"), drawing::measure::axis_pt);
    }
    if (reference.label.empty()) continue;
    const SetLabel label = set_fitting(sheet, reference.label, "chart-note", frame.right - frame.left, reference.label_printed);
    if (upright) place_on_ground(sheet, label, {kept_between(label, a + 1, Anchor::left, frame.left, frame.right), frame.top + label.cap}, Anchor::left);
    else place_on_ground(sheet, label, {frame.right, std::min(a, b) - 1}, Anchor::right);
  }
}

}  // namespace tilstand::graph
