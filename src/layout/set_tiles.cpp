// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "layout/set_block.hpp"
#include "layout/set_text.hpp"

namespace tilstand::layout {
namespace {

using content::Tile;
using Part = Leaf::Part;

void add_value(const Setter& setter, Piece& piece, const Tile& tile, NodeId id, const Measure& measure) {
  const Length quarter = setter.unit() / 4;
  const auto add = [&](const std::vector<content::Inline>& inlines, const std::string& style, Length first_baseline, Part part) {
    const Length top = first_baseline - setter.style(style).leading;
    add_text(setter, piece, inlines, style, {measure.left, top}, measure.width, leaf_of(id, part));
  };
  add(tile.label, "tile-label", quarter * 4, Part::label);
  add(tile.value, "tile-value", quarter * 28, Part::value);
  add(tile.unit, "tile-unit", quarter * 32, Part::unit);
  add(tile.trend, "tile-trend", quarter * 46, Part::trend);
  add(tile.before, "tile-before", quarter * 49, Part::before);
  add(tile.source, "tile-source", quarter * 53, Part::source);
}

/// One tile: all heights are fixed, so that tiles side by side share every line.
Piece set_tile(const Setter& setter, NodeId id, const Measure& measure) {
  const auto& tile = std::get<Tile>(setter.node(id).body);
  Piece piece;
  piece.anchors.emplace_back(id, Point{measure.left, {}});
  piece.items.push_back(rule(setter, "tile", {measure.left, {}}, measure.width, id));
  add_value(setter, piece, tile, id, measure);
  const Size size = chart::natural_size(tile.scale, measure.width, setter.config.in.theme);
  drawing::Drawing scale = chart::draw(tile.scale, {min(size.width, measure.width), size.height}, setter.draw_context(id));
  const Point at{measure.left, scaled(setter.unit(), 17, 2)};
  piece.items.push_back(PlacedDrawing{at, std::move(scale), leaf_of(id, Part::scale)});
  return piece;
}

}  // namespace

void set_tiles(const Setter& setter, NodeId id, const Measure& measure, const Emit& emit) {
  const std::vector<NodeId>& tiles = setter.node(id).children;
  const int span = setter.config.in.theme.side_span;
  const int in_row = std::max(1, measure.columns / std::max(1, span));
  const Length gutter = setter.config.in.theme.page.gutter;
  const Length width = measure.columns >= span ? setter.config.in.theme.page.span_width(span) : measure.width;
  for (std::size_t first = 0; first < tiles.size(); first += static_cast<std::size_t>(in_row)) {
    Piece row;
    row.node = id;
    row.height = setter.unit() * 15;
    row.before = row.after = setter.unit() * 2;
    if (first == 0) row.anchors.emplace_back(id, Point{measure.left, {}});
    const std::size_t end = std::min(tiles.size(), first + static_cast<std::size_t>(in_row));
    for (std::size_t i = first; i < end; ++i) {
      if (!std::holds_alternative<Tile>(setter.node(tiles[i]).body)) continue;
      const Length left = measure.left + (width + gutter) * static_cast<std::int64_t>(i - first);
      absorb(row, set_tile(setter, tiles[i], {left, width, 0}), {});
    }
    emit(std::move(row));
  }
}

}  // namespace tilstand::layout
