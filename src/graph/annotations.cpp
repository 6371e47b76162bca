// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "graph/frame.hpp"

namespace tilstand::graph {
namespace {

using drawing::Anchor, drawing::LabelBox, drawing::Layer, drawing::SetLabel, drawing::Spot;

constexpr double ring = 1.2, apart = 0.6, far = 4;
constexpr std::size_t most_marks = 5000;  ///< of more only labels are kept off

/// What a note shall not cover: legs of lines, as short boxes along them, and other marks.
std::vector<LabelBox> obstacles_of(const Draft& draft, const Frame& frame) {
  std::vector<LabelBox> boxes;
  if (draft.plan.marks.size() > most_marks) return boxes;
  const Mark* last = nullptr;
  const bool joined = draft.plan.input.kind == Kind::line || draft.plan.input.kind == Kind::area;
  const auto spot = [&](const Mark& mark) { return frame.spot(frame.base.at(mark.at), frame.value.at(stands_on_zero(draft.plan.input.kind) ? mark.to : *mark.value)); };
  for (const Mark& mark : draft.plan.marks) {
    if (mark.panel != frame.panel || !mark.value) {
      last = nullptr;
      continue;
    }
    const Spot b = spot(mark), a = joined && last != nullptr && last->series == mark.series ? spot(*last) : b;
    const int parts = std::clamp(static_cast<int>(std::hypot(b.x - a.x, b.y - a.y) / 2), 1, 40);
    for (int i = 0; i <= (joined ? parts : 0); ++i) {
      const Spot at{a.x + (b.x - a.x) * i / parts, a.y + (b.y - a.y) * i / parts};
      boxes.push_back({at.x - apart, at.y - apart, at.x + apart, at.y + apart});
    }
    last = &mark;
  }
  return boxes;
}

struct Place {
  Spot at;
  Anchor anchor = Anchor::centre;
  double distance = 0;
};

/// Places round a point, the nearest first: above, below, right, left, corners.
std::vector<Place> places_round(Spot at, const SetLabel& label) {
  std::vector<Place> places;
  const double middle = label.cap / 2;
  for (const double distance : {ring + 1.2, far + 1, 2 * far, 3 * far}) {
    const double slant = distance * 0.75;
    places.push_back({{at.x, at.y - distance}, Anchor::centre, distance});
    places.push_back({{at.x, at.y + distance + label.cap}, Anchor::centre, distance});
    places.push_back({{at.x + distance, at.y + middle}, Anchor::left, distance});
    places.push_back({{at.x - distance, at.y + middle}, Anchor::right, distance});
    for (const double down : {-slant, slant + label.cap}) {
      places.push_back({{at.x + slant, at.y + down}, Anchor::left, distance});
      places.push_back({{at.x - slant, at.y + down}, Anchor::right, distance});
    }
  }
  return places;
}

/// The first place that is free and inside the frame; none: the one above, kept inside.
Place best_place(const Draft& draft, const Frame& frame, Spot at, const SetLabel& label, const std::vector<LabelBox>& obstacles) {
  for (const Place& place : places_round(at, label)) {
    const LabelBox box = box_of(label, place.at, place.anchor);
    if (box.left < frame.left || box.right > draft.sheet.width() || box.top < 0 || box.bottom > frame.bottom - 0.3) continue;
    const auto hits = [&](const LabelBox& other) { return overlap(box, other, 0.3); };
    if (std::none_of(draft.taken.begin(), draft.taken.end(), hits) && std::none_of(obstacles.begin(), obstacles.end(), hits)) return place;
  }
  return {{at.x, std::max(at.y - ring - 1.2, frame.top + label.cap)}, Anchor::centre, 0};
}

void add_note(Draft& draft, const Frame& frame, const Annotation& note, Spot at, const std::vector<LabelBox>& obstacles) {
  const SetLabel label = set_fitting(draft.sheet, note.text, "chart-note", frame.right - frame.left, note.text_printed);
  Place found = best_place(draft, frame, at, label, obstacles);
  found.at.x = drawing::kept_between(label, found.at.x, found.anchor, std::min(frame.left, draft.sheet.width() - label.width), draft.sheet.width());
  const LabelBox box = place_on_ground(draft.sheet, label, found.at, found.anchor);
  draft.taken.push_back(box);
  add_open_ring(draft.sheet, at, ring, draft.sheet.ink("ink"), drawing::measure::axis_pt);
  if (found.distance <= far) return;
  const Spot end{std::clamp(at.x, box.left, box.right), at.y < box.top ? box.top - 0.4 : at.y > box.bottom ? box.bottom + 0.4 : at.y};
  const double length = std::hypot(end.x - at.x, end.y - at.y);
  if (length > ring + 0.5) add_line(draft.sheet, Layer::label, {at.x + (end.x - at.x) * ring / length, at.y + (end.y - at.y) * ring / length}, end, draft.sheet.ink("grey"), drawing::measure::tick_pt);
}

}  // namespace

void add_annotations(Draft& draft, const Frame& frame) {
  if (draft.plan.input.annotations.empty()) return;
  const std::vector<LabelBox> obstacles = obstacles_of(draft, frame);
  for (const Annotation& note : draft.plan.input.annotations) {
    for (const Mark& mark : draft.plan.marks) {
      const Datum& datum = draft.plan.input.rows[mark.row];
      if (mark.panel != frame.panel || !mark.value || datum.base != note.base || datum.series != note.series) continue;
      add_note(draft, frame, note, frame.spot(frame.base.at(mark.at), frame.value.at(stands_on_zero(draft.plan.input.kind) ? mark.to : *mark.value)), obstacles);
    }
  }
}

}  // namespace tilstand::graph
