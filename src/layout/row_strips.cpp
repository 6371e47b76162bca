// SPDX-License-Identifier: Apache-2.0
#include "layout/row_strips.hpp"

#include <algorithm>

namespace tilstand::layout {
namespace {

/// From top to bottom, in the row's coordinates.
struct Extent {
  Length top{}, bottom{};
};

/// Ascent and descent as shares of the type size.
Extent extent_of(const PlacedLine& placed) {
  Length size{};
  for (const text::GlyphRun& run : placed.line.runs) size = max(size, run.size);
  return {placed.baseline.y - scaled(size, 4, 5), placed.baseline.y + size / 4};
}

Extent extent_of(const PlacedDrawing& placed) { return {placed.origin.y, placed.origin.y + placed.drawing.size.height}; }

Extent extent_of(const PlacedShape& placed) {
  const Rect box = bounds(placed.shape.path);
  return {box.top(), box.bottom()};
}

Extent extent_of(const Placed& thing) {
  return std::visit([](const auto& placed) { return extent_of(placed); }, thing);
}

/// Middles of the gaps that run through all cells.
std::vector<Length> cuts_of(const Piece& row) {
  std::vector<Extent> extents;
  for (const Placed& thing : row.items) extents.push_back(extent_of(thing));
  std::sort(extents.begin(), extents.end(), [](const Extent& a, const Extent& b) { return a.top < b.top; });
  std::vector<Length> cuts;
  Length bottom{};
  for (std::size_t i = 0; i < extents.size(); ++i) {
    if (i > 0 && extents[i].top > bottom) cuts.push_back(bottom + (extents[i].top - bottom) / 2);
    bottom = max(bottom, extents[i].bottom);
  }
  std::erase_if(cuts, [&row](Length cut) { return cut >= row.height; });
  return cuts;
}

std::optional<Length> first_baseline(const Piece& strip) {
  std::optional<Length> first;
  for (const Placed& thing : strip.items)
    if (const auto* line = std::get_if<PlacedLine>(&thing)) first = first ? min(*first, line->baseline.y) : line->baseline.y;
  return first;
}

void give(Piece& strip, Placed&& thing, Length top) {
  if (const auto* line = std::get_if<PlacedLine>(&thing))
    for (const LineLink& link : line->links)
      if (link.note) strip.notes.push_back(link.target);
  strip.items.push_back(moved(std::move(thing), {{}, -top}));
}

}  // namespace

std::vector<Piece> strips_of(Piece&& row, Length padding) {
  std::vector<Length> tops = cuts_of(row);
  tops.insert(tops.begin(), Length{});
  std::vector<Piece> strips(tops.size());
  for (std::size_t i = 0; i < strips.size(); ++i) {
    Piece& strip = strips[i];
    strip.node = row.node;
    strip.row = row.row;
    strip.height = (i + 1 < tops.size() ? tops[i + 1] : row.height) - tops[i];
    strip.keep = keep_within(i, strips.size(), row.keep);
    strip.opening = row.opening;
    strip.closing = row.closing + (i + 1 < strips.size() ? padding : Length{});
  }
  strips.front().between = std::move(row.between);
  strips.front().baseline = row.baseline;
  strips.front().anchors = std::move(row.anchors);
  for (Placed& thing : row.items) {
    const Length top = extent_of(thing).top;
    const auto after = std::upper_bound(tops.begin() + 1, tops.end(), top);
    const auto index = static_cast<std::size_t>(after - tops.begin()) - 1;
    give(strips[index], std::move(thing), tops[index]);
  }
  for (std::size_t i = 1; i < strips.size(); ++i) {
    strips[i].baseline = first_baseline(strips[i]);
    strips[i].opening += max(padding, row.baseline && strips[i].baseline ? *row.baseline - *strips[i].baseline : Length{});  // as a row that begins
  }
  return strips;
}

}  // namespace tilstand::layout
