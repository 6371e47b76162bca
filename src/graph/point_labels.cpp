// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <numeric>

#include "graph/frame.hpp"

namespace tilstand::graph {
namespace {

using drawing::Anchor, drawing::LabelBox, drawing::SetLabel, drawing::Spot;

constexpr std::size_t most_named = 1000;
constexpr double apart = 0.7;

struct Named {
  const Mark* mark = nullptr;
  Spot at;
  double radius = 0;
};

/// The anchor's spot in one of eight places round a point, best first: right, left, above, below, then the corners.
std::pair<Spot, Anchor> place_round(const Named& point, const SetLabel& label, int place) {
  const double beside = point.radius + apart, slant = beside * 0.75, middle = label.cap / 2;
  const Spot at = point.at;
  switch (place) {
    case 0: return {{at.x + beside, at.y + middle}, Anchor::left};
    case 1: return {{at.x - beside, at.y + middle}, Anchor::right};
    case 2: return {{at.x, at.y - beside}, Anchor::centre};
    case 3: return {{at.x, at.y + beside + label.cap}, Anchor::centre};
    case 4: return {{at.x + slant, at.y - slant}, Anchor::left};
    case 5: return {{at.x + slant, at.y + slant + label.cap}, Anchor::left};
    case 6: return {{at.x - slant, at.y - slant}, Anchor::right};
    default: return {{at.x - slant, at.y + slant + label.cap}, Anchor::right};
  }
}

std::vector<Named> points_of(const Draft& draft, const Frame& frame) {
  std::vector<Named> points;
  double largest = 0;
  for (const Datum& datum : draft.plan.input.rows) largest = std::max(largest, datum.size.value_or(0));
  for (const Mark& mark : draft.plan.marks) {
    if (mark.panel != frame.panel || !mark.value) continue;
    const Datum& datum = draft.plan.input.rows[mark.row];
    points.push_back({&mark, frame.spot(frame.base.at(mark.at), frame.value.at(*mark.value)), radius_of(draft.plan, datum, largest)});
  }
  return points;
}

}  // namespace

void add_point_labels(Draft& draft, const Frame& frame) {
  const std::vector<Named> points = points_of(draft, frame);
  if (points.size() > most_named) return;
  std::vector<LabelBox> taken;
  for (const Named& point : points) taken.push_back({point.at.x - point.radius, point.at.y - point.radius, point.at.x + point.radius, point.at.y + point.radius});
  std::vector<std::size_t> order(points.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return points[a].radius > points[b].radius; });
  for (const std::size_t i : order) {
    const Datum& datum = draft.plan.input.rows[points[i].mark->row];
    if (datum.label.empty() || datum.label.size() > 120) continue;
    const SetLabel label = set_words(draft.sheet, datum.label, "tick", numbers_in(datum.label, datum.ids.label));
    const std::size_t before = taken.size();
    for (int place = 0; place < 8; ++place) {
      const auto [at, anchor] = place_round(points[i], label, place);
      const LabelBox box = box_of(label, at, anchor);
      if (box.left < frame.left || box.right > frame.right || box.top < frame.top || box.bottom > frame.bottom - 0.5) continue;
      if (std::any_of(taken.begin(), taken.end(), [&](const LabelBox& other) { return overlap(box, other, 0.35); })) continue;
      taken.push_back(place_on_ground(draft.sheet, label, at, anchor));
      break;
    }
    if (taken.size() == before) draft.sheet.drop(datum.label);
  }
}

}  // namespace tilstand::graph
