// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <iterator>

#include "graph/frame.hpp"
#include "graph/plan_parts.hpp"

namespace tilstand::graph {
namespace {

using drawing::Anchor, drawing::Layer, drawing::SetLabel, drawing::Spot;

constexpr double tolerance = 0.05, hatch_gap = 1.1, swatch_width = 13, swatch_height = 2.8, key_room = 9;
constexpr std::size_t most_points = 60000;

/// The shapes of one panel in millimetres.
struct Placed {
  const MapShape* shape = nullptr;
  std::vector<Outline> outlines;
  const Mark* mark = nullptr;  ///< with a value; null: it has none
};

std::vector<Placed> placed_shapes(const Draft& draft, const Frame& frame) {
  const Geography& map = draft.plan.geography;
  const double width = frame.right - frame.left, height = std::max(frame.bottom - frame.top - key_room, 1.0);
  const double scale = std::min(width / std::max(map.width, 1e-6), height / std::max(map.height, 1e-6));
  std::vector<const Mark*> marks(draft.plan.base.names.size(), nullptr);
  for (const Mark& mark : draft.plan.marks)
    if (mark.panel == frame.panel && mark.value) marks[mark.band] = &mark;
  std::vector<Placed> places;
  for (const MapShape& shape : map.shapes) {
    Placed placed{&shape, shape.outlines, shape.band ? marks[*shape.band] : nullptr};
    for (Outline& outline : placed.outlines)
      for (Spot& spot : outline) spot = {frame.left + spot.x * scale, frame.top + spot.y * scale};
    places.push_back(std::move(placed));
  }
  std::vector<Outline*> all;
  for (Placed& placed : places)
    for (Outline& outline : placed.outlines) all.push_back(&outline);
  simplify(all, tolerance * tolerance / 2, most_points);
  return places;
}

Path path_of(Draft& draft, const std::vector<Outline>& outlines) {
  Path path;
  for (const Outline& outline : outlines) {
    Path part = draft.sheet.paths().polygon(outline);
    std::move(part.steps.begin(), part.steps.end(), std::back_inserter(path.steps));
  }
  return path;
}

/// Where a line across the page at `y` enters and leaves outlines, ascending.
std::vector<double> crossings(const std::vector<Outline>& outlines, double y) {
  std::vector<double> found;
  for (const Outline& outline : outlines)
    for (std::size_t i = 0; i < outline.size(); ++i) {
      const Spot &a = outline[i], &b = outline[(i + 1) % outline.size()];
      if ((a.y <= y) != (b.y <= y)) found.push_back(a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y));
    }
  std::sort(found.begin(), found.end());
  return found;
}

/// Lines at an angle of 45 degrees inside outlines, which say that a value is missing.
void add_hatching(Draft& draft, const std::vector<Outline>& outlines) {
  std::vector<Outline> turned = outlines;  // by an eighth, so that the lines run along the page
  const double part = std::sqrt(0.5);
  double top = 1e9, bottom = -1e9;
  for (Outline& outline : turned)
    for (Spot& spot : outline) {
      spot = {part * (spot.x - spot.y), part * (spot.x + spot.y)};
      top = std::min(top, spot.y), bottom = std::max(bottom, spot.y);
    }
  for (double y = (std::floor(top / hatch_gap) + 0.5) * hatch_gap; y < bottom; y += hatch_gap) {
    const std::vector<double> ends = crossings(turned, y);
    for (std::size_t i = 0; i + 1 < ends.size(); i += 2) {
      const Spot a{part * (ends[i] + y), part * (y - ends[i])}, b{part * (ends[i + 1] + y), part * (y - ends[i + 1])};
      add_line(draft.sheet, Layer::line, a, b, draft.sheet.ink("grey"), drawing::measure::tick_pt);
    }
  }
}

/// The middle of the widest stretch of a shape in which a label of a height fits; nothing when none is wide enough.
std::optional<Spot> room_in(const std::vector<Outline>& outlines, double width, double height) {
  double top = 1e9, bottom = -1e9;
  for (const Outline& outline : outlines)
    for (const Spot& spot : outline) top = std::min(top, spot.y), bottom = std::max(bottom, spot.y);
  double widest = width;
  std::optional<Spot> best;
  for (int i = 1; i < 16 && bottom - top > height; ++i) {
    const double y = top + height / 2 + (bottom - top - height) * i / 16;
    double left = -1e9, right = 1e9;
    const std::vector<double> middle = crossings(outlines, y);
    double span = 0;
    for (std::size_t j = 0; j + 1 < middle.size(); j += 2)
      if (middle[j + 1] - middle[j] > span) span = middle[j + 1] - middle[j], left = middle[j], right = middle[j + 1];
    for (const double edge : {y - height / 2, y + height / 2}) {  // the same stretch over the label and under it
      const std::vector<double> ends = crossings(outlines, edge);
      const double within = (left + right) / 2;
      bool inside = false;
      for (std::size_t j = 0; j + 1 < ends.size(); j += 2)
        if (ends[j] <= within && within <= ends[j + 1]) left = std::max(left, ends[j]), right = std::min(right, ends[j + 1]), inside = true;
      if (!inside) right = left;
    }
    if (right - left > widest) widest = right - left, best = Spot{(left + right) / 2, y};
  }
  return best;
}

Ink class_ink(const Draft& draft, std::size_t index) {
  const auto count = static_cast<double>(draft.plan.geography.classes());
  return draft.tint(count <= 1 ? 0.6 : static_cast<double>(index) / (count - 1));
}

/// The name and the value, or the value alone, where there is room inside the shape.
void add_words(Draft& draft, const Placed& placed) {
  drawing::Sheet& sheet = draft.sheet;
  const bool missing = placed.mark == nullptr;
  const std::string role = missing ? "grey" : draft.role_on(class_ink(draft, draft.plan.geography.class_of(*placed.mark->value)));
  const std::string& name = missing ? placed.shape->name : draft.plan.input.rows[placed.mark->row].base;
  const SetLabel first = set_label(sheet, name.size() > 60 ? std::string() : name, "tick", {}, role);
  const SetLabel second = set_label(sheet, missing ? draft.speech().words("chart.table.missing") : draft.said(*placed.mark->value), "chart-value",
                                    missing ? PrintedId{} : draft.ids(*placed.mark).value, role);
  const double leading = 3.2, both = first.cap + leading;
  if (const auto at = room_in(placed.outlines, std::max(first.width, second.width) + 1.5, both + 1.2); at && first.width > 0) {
    place(sheet, first, {at->x, at->y - both / 2 + first.cap}, Anchor::centre);
    place(sheet, second, {at->x, at->y - both / 2 + first.cap + leading}, Anchor::centre);
  } else if (const auto alone = room_in(placed.outlines, second.width + 1, second.cap + 1); alone && !missing) {
    place(sheet, second, {alone->x, alone->y + second.cap / 2}, Anchor::centre);
  }
}

/// Boxes of the classes with the ends between them, and one for what is missing.
void add_classes(Draft& draft, const Frame& frame) {
  drawing::Sheet& sheet = draft.sheet;
  const Geography& map = draft.plan.geography;
  const SetLabel name = set_label(sheet, drawing::shortened(sheet, draft.speech().words("graph.missing"), "chart-note", 40), "chart-note");
  const double foot = map.is_missing ? swatch_height + 1.2 + name.width + 4 : 0;
  const auto count = static_cast<double>(map.classes());
  const double width = std::min(swatch_width, (frame.right - frame.left - foot - 8) / std::max(count, 1.0)), y = frame.bottom - key_room + 2.5;
  if (width < 2) return;
  double x = frame.left, taken = -1e9;
  for (std::size_t i = 0; i < map.ends.size(); ++i) {
    const double at = x + width * static_cast<double>(i);
    if (i < map.classes()) sheet.fill(Layer::mark, sheet.paths().box({at, y}, width - 0.3, swatch_height), class_ink(draft, i));
    const SetLabel label = set_tick(sheet, draft.said(map.ends[i]));
    const double middle = kept_between(label, at, Anchor::centre, frame.left, frame.right);
    if (middle - label.width / 2 < taken + 0.8) continue;
    place(sheet, label, {middle, y + swatch_height + 1.2 + label.cap}, Anchor::centre);
    taken = middle + label.width / 2;
  }
  if (!map.is_missing) return;
  x = std::max(x + width * count + 4, taken + 3);
  const Outline box{{x, y}, {x + swatch_height, y}, {x + swatch_height, y + swatch_height}, {x, y + swatch_height}};
  if (x + foot - 4 > frame.right) return;
  add_hatching(draft, {box});
  sheet.stroke(Layer::mark, sheet.paths().polygon(box), sheet.ink("grey"), drawing::measure::tick_pt);
  place(sheet, name, {x + swatch_height + 1.2, y + (swatch_height + name.cap) / 2}, Anchor::left);
}

}  // namespace

void add_map(Draft& draft, const Frame& frame) {
  drawing::Sheet& sheet = draft.sheet;
  const std::vector<Placed> places = placed_shapes(draft, frame);
  const bool named = places.size() <= 300;
  for (const Placed& placed : places) {
    const drawing::Stroke edge{placed.mark != nullptr ? sheet.ground() : sheet.ink("grey"), pt(drawing::measure::tick_pt)};
    if (placed.mark == nullptr) add_hatching(draft, placed.outlines);
    const auto fill = placed.mark == nullptr ? std::nullopt : std::optional(class_ink(draft, draft.plan.geography.class_of(*placed.mark->value)));
    sheet.add(Layer::mark, {path_of(draft, placed.outlines), fill, edge});
  }
  for (const Placed& placed : places)
    if (named) add_words(draft, placed);
  if (frame.panel == 0) add_classes(draft, frame);
}

}  // namespace tilstand::graph
