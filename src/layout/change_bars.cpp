// SPDX-License-Identifier: Apache-2.0
#include "layout/change_bars.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace tilstand::layout {
namespace {

/// A stretch of a page from top to bottom.
struct Reach {
  Length top, bottom;
};

/// How far a thing reaches up and down. Type is taken to rise by three quarters of its size and to hang by one.
struct Measured {
  std::optional<Reach> operator()(const PlacedLine& placed) const {
    if (placed.artifact != Artifact::none) return std::nullopt;
    Length rise{}, fall{};
    for (const text::GlyphRun& run : placed.line.runs) {
      rise = max(rise, run.rise + run.size * 3 / 4);
      fall = max(fall, run.size / 4 - run.rise);
    }
    for (const text::PlacedBox& box : placed.line.boxes) rise = max(rise, box.size.height);
    return Reach{placed.baseline.y - rise, placed.baseline.y + fall};
  }
  std::optional<Reach> operator()(const PlacedShape& placed) const {
    if (placed.artifact != Artifact::none) return std::nullopt;
    const Rect box = bounds(placed.shape.path);
    return Reach{box.top(), box.bottom()};
  }
  std::optional<Reach> operator()(const PlacedDrawing& placed) const {
    return Reach{placed.origin.y, placed.origin.y + placed.drawing.size.height};
  }
  std::optional<Reach> operator()(const PlacedPicture& placed) const {
    if (placed.artifact != Artifact::none) return std::nullopt;
    return Reach{placed.window.top(), placed.window.bottom()};
  }
};

/// Sorted, with those that are less than `apart` from one another as one.
std::vector<Reach> merged(std::vector<Reach> list, Length apart) {
  std::sort(list.begin(), list.end(), [](const Reach& a, const Reach& b) { return a.top < b.top; });
  std::vector<Reach> bars;
  for (const Reach& one : list) {
    if (!bars.empty() && one.top < bars.back().bottom + apart) bars.back().bottom = max(bars.back().bottom, one.bottom);
    else bars.push_back(one);
  }
  return bars;
}

/// One grid unit outside the live area, on the fore-edge.
Length place_of_bars(const Page& page, const definition::Page& grid) {
  if (page.turned) return grid.foot - grid.baseline;
  return page.left ? grid.outer - grid.baseline : page.trim.width - grid.outer + grid.baseline;
}

}  // namespace

void add_change_bars(Page& page, const Changed& changed, const definition::Theme& theme) {
  std::map<std::pair<NodeId, std::int32_t>, std::vector<Reach>> by_block;
  for (const Placed& thing : page.items) {
    const Leaf& leaf = leaf_of(thing);
    const std::optional<Reach> reach = std::visit(Measured{}, thing);
    if (reach && leaf.part != Leaf::Part::artifact && changed(leaf)) by_block[{leaf.node, leaf.row}].push_back(*reach);
  }
  std::vector<Reach> list;
  for (auto& [block, reaches] : by_block)  // parts of one thing stand far from one another, but not columns apart
    for (const Reach& one : merged(std::move(reaches), theme.page.baseline * 6)) list.push_back(one);
  const definition::Rule* rule = theme.rule("change");
  drawing::Stroke stroke{rule != nullptr ? rule->ink : Ink{}, rule != nullptr ? rule->width : pt(1.5)};
  if (page.reversed) stroke.ink = theme.on_reversed(stroke.ink);
  const Length x = place_of_bars(page, theme.page);
  for (const Reach& bar : merged(std::move(list), theme.page.baseline * 3 / 4)) {
    PlacedShape placed;
    placed.shape.path = segment({x, bar.top}, {x, bar.bottom});
    placed.shape.stroke = stroke;
    placed.artifact = Artifact::change;
    page.items.push_back(std::move(placed));
  }
}

}  // namespace tilstand::layout
