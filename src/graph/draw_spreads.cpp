// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "graph/frame.hpp"

namespace tilstand::graph {
namespace {

using drawing::Anchor, drawing::Layer, drawing::SetLabel, drawing::Spot;

constexpr double seam = 0.15, box_share = 0.5, tallest_box = 5, band_share = 0.64, bar_share = 0.26, target_share = 0.46;

/// A box along the value axis round a row's middle.
Path row_box(Draft& draft, const Frame& frame, double middle, double thickness, double a, double b) {
  const Spot corner = frame.spot(middle - thickness / 2, std::min(a, b));
  return frame.horizontal ? draft.sheet.paths().box(corner, std::abs(b - a), thickness) : draft.sheet.paths().box(corner, thickness, std::abs(b - a));
}

void add_box(Draft& draft, const Frame& frame, const Box& box) {
  drawing::Sheet& sheet = draft.sheet;
  const Ink ink = sheet.ink("structure");
  const double middle = frame.base.band(box.band), half = std::min(frame.base.band_width() * box_share, tallest_box) / 2;
  const auto at = [&](double value) { return frame.value.at(value); };
  add_line(sheet, Layer::line, frame.spot(middle, at(box.low)), frame.spot(middle, at(box.high)), ink, drawing::measure::axis_pt);
  for (const double end : {box.low, box.high})
    add_line(sheet, Layer::line, frame.spot(middle - half / 2, at(end)), frame.spot(middle + half / 2, at(end)), ink, drawing::measure::axis_pt);
  sheet.add(Layer::mark, {row_box(draft, frame, middle, 2 * half, at(box.lower), at(box.upper)), sheet.ink("tint"), drawing::Stroke{ink, pt(drawing::measure::axis_pt)}});
  sheet.stroke(Layer::mark, sheet.paths().line(frame.spot(middle - half, at(box.median)), frame.spot(middle + half, at(box.median))), ink, drawing::measure::bar_pt);
  double last = -1e9;
  for (const double value : box.outliers) {  // ascending: those that would cover the last one are left out
    const double place = at(value);
    if (std::abs(place - last) < 0.25) continue;
    add_open_ring(sheet, frame.spot(middle, place), 0.9, ink, drawing::measure::axis_pt);
    last = place;
  }
}

/// Names of a bullet's bands under the last row, where they stand.
void add_band_names(Draft& draft, const Frame& frame) {
  double taken = -1e9;
  for (const Reference& reference : draft.plan.input.references) {
    if (!reference.to || reference.on_base || reference.label.empty()) continue;
    const double a = frame.value.at(reference.from), b = frame.value.at(*reference.to);
    const SetLabel label = set_fitting(draft.sheet, reference.label, "chart-note", draft.sheet.width() * 0.5, reference.label_printed);
    const double x = kept_between(label, (a + b) / 2, Anchor::centre, 0, draft.sheet.width());
    if (x - label.width / 2 < taken + 1.5) continue;
    place(draft.sheet, label, {x, frame.bottom + 1.5 + label.cap}, Anchor::centre);
    taken = x + label.width / 2;
  }
}

/// The value, and in grey what it should reach, in two columns at the right end.
void add_bullet_numbers(Draft& draft, const Frame& frame, const Mark& mark, double middle) {
  drawing::Sheet& sheet = draft.sheet;
  const std::optional<double> target = draft.plan.input.rows[mark.row].target;
  const std::string text = mark.value ? draft.said(*mark.value) : draft.speech().words("chart.table.missing");
  const SetLabel value = set_label(sheet, text, "chart-value", draft.ids(mark).value);
  const SetLabel wanted = set_label(sheet, target ? draft.said(*target) : std::string(), "chart-before", draft.ids(mark).target);
  const double room = sheet.width() - frame.right;
  if (frame.right < sheet.width() * 0.5 || value.width + wanted.width + 3 > room) return;
  place(sheet, value, {frame.right + room / 2, middle + value.cap / 2}, Anchor::right);
  if (target) place(sheet, wanted, {sheet.width(), middle + wanted.cap / 2}, Anchor::right);
}

}  // namespace

void add_histogram(Draft& draft, const Frame& frame) {
  const double half = draft.plan.bin_width / 2;
  for (const Mark& mark : draft.plan.marks) {
    if (mark.panel != frame.panel || mark.value.value_or(0) <= 0) continue;
    const double a = frame.base.at(mark.at - half), b = frame.base.at(mark.at + half), inset = b - a > 6 * seam ? seam : 0;
    const double top = frame.value.at(*mark.value), foot = frame.value.at(0);
    draft.sheet.fill(Layer::mark, draft.sheet.paths().box({a + inset, top}, b - a - 2 * inset, foot - top), draft.sheet.ink("structure"));
  }
}

void add_boxes(Draft& draft, const Frame& frame) {
  for (const Box& box : draft.plan.boxes)
    if (box.panel == frame.panel) add_box(draft, frame, box);
}

void add_bullets(Draft& draft, const Frame& frame) {
  drawing::Sheet& sheet = draft.sheet;
  const double pitch = std::min(frame.base.band_width(), 12.0);
  const auto& references = draft.plan.input.references;
  const auto count = static_cast<double>(std::count_if(references.begin(), references.end(), [](const Reference& one) { return one.to && !one.on_base; }));
  for (std::size_t band = 0; band < draft.plan.base.names.size(); ++band) {
    double index = 0;
    for (const Reference& reference : references) {
      if (!reference.to || reference.on_base) continue;
      const Ink ink = draft.tint(0.22 * (1 - index++ / std::max(count - 1, 1.0)));
      sheet.fill(Layer::line, row_box(draft, frame, frame.base.band(band), pitch * band_share, frame.value.at(reference.from), frame.value.at(*reference.to)), ink);
    }
  }
  for (const Mark& mark : draft.plan.marks) {
    if (mark.panel != frame.panel) continue;
    const double middle = frame.base.at(mark.at);
    if (mark.value) sheet.fill(Layer::mark, row_box(draft, frame, middle, pitch * bar_share, frame.value.at(0), frame.value.at(*mark.value)), sheet.ink("structure"));
    const std::optional<double> target = draft.plan.input.rows[mark.row].target;
    const double half = pitch * target_share / 2, at = target ? frame.value.at(*target) : 0;
    if (draft.plan.panels.size() == 1) add_bullet_numbers(draft, frame, mark, middle);
    if (target) sheet.stroke(Layer::mark, sheet.paths().line(frame.spot(middle - half, at), frame.spot(middle + half, at)), sheet.ink("ink"), drawing::measure::bar_pt);
  }
  add_band_names(draft, frame);
  const SetLabel head = set_label(sheet, draft.speech().words("graph.target"), "tick");
  if (draft.plan.panels.size() == 1 && head.width < (sheet.width() - frame.right) / 2) place(sheet, head, {sheet.width(), frame.top - 1.5}, Anchor::right);
}

}  // namespace tilstand::graph
