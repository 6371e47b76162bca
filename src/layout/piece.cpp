// SPDX-License-Identifier: Apache-2.0
#include "layout/piece.hpp"

#include <iterator>

namespace tilstand::layout {
namespace {

/// Leadings given in points miss the grid by a few units; that is no reason to skip a line.
constexpr Length slack{72};
constexpr Length nowhere{10'000 * Length::per_mm};

Length snapped(Length y, const Grid& grid) {
  const Length above = y - grid.origin - slack;
  return grid.origin + round_up(above, grid.step);
}

}  // namespace

Keep keep_within(std::size_t line, std::size_t count, Keep last, std::size_t few) {
  if (line + 1 == count) return last;
  if (line == 0 || count <= few) return Keep::orphan;
  return line + 2 == count ? Keep::widow : Keep::none;
}

Length left_of(const Piece& piece) {
  std::optional<Length> left;
  for (const Placed& thing : piece.items) {
    Length here{};
    if (const auto* line = std::get_if<PlacedLine>(&thing)) here = line->baseline.x + line->line.left;
    if (const auto* drawing = std::get_if<PlacedDrawing>(&thing)) here = drawing->origin.x;
    if (const auto* picture = std::get_if<PlacedPicture>(&thing)) here = picture->window.origin.x;
    if (const auto* shape = std::get_if<PlacedShape>(&thing)) here = bounds(shape->shape.path).left();
    left = left ? min(*left, here) : here;
  }
  for (const PanelEdge& panel : piece.panels) left = left ? min(*left, panel.left) : panel.left;
  return left.value_or(nowhere);
}

Cursor cursor_at(Length top) { return {top, top, {}, top, true}; }

Length top_of(const Piece& piece, const Cursor& cursor, const Grid* grid) {
  if (!piece.takes_room()) return cursor.y;
  Length top = cursor.fresh ? cursor.y : cursor.y + max(cursor.after, piece.before);
  if (piece.clear) top = max(cursor.y, cursor.side_bottom);
  if (piece.beside) return max(cursor.y, cursor.side_bottom);
  if (piece.left < cursor.margin_right) top = max(top, cursor.margin_bottom);
  if (piece.at) top = max(top, cursor.origin + *piece.at);
  if (cursor.below_head) top += piece.opening;
  if (grid != nullptr && piece.snap && piece.baseline) top = snapped(top + *piece.baseline, *grid) - *piece.baseline;
  return top;
}

void advance(Cursor& cursor, const Piece& piece, Length top) {
  if (!piece.takes_room()) return;
  cursor.side_bottom = max(cursor.side_bottom, top + piece.reserve);
  if (piece.reserve_right > Length{}) {
    cursor.margin_bottom = max(cursor.margin_bottom, top + piece.reserve);
    cursor.margin_right = max(cursor.margin_right, piece.reserve_right);
  }
  if (piece.beside) return;
  cursor.y = top + piece.height;
  if (piece.clear && piece.height == Length{}) return;
  cursor.after = piece.after;
  cursor.fresh = false;
  cursor.below_head = false;
}

Length pass_head(Cursor& cursor, const Piece& head) {
  const Length top = top_of(head, cursor, nullptr);
  advance(cursor, head, top);
  cursor.fresh = true;
  cursor.below_head = true;
  cursor.after = {};
  return top;
}

Length room_at_head(const Piece& piece, Length unit) { return round_up(piece.height + unit * 2, unit); }

Length top_of(const Placed& thing) {
  if (const auto* line = std::get_if<PlacedLine>(&thing)) return line->baseline.y;
  if (const auto* drawing = std::get_if<PlacedDrawing>(&thing)) return drawing->origin.y;
  if (const auto* picture = std::get_if<PlacedPicture>(&thing)) return picture->window.top();
  return bounds(std::get<PlacedShape>(thing).shape.path).top();
}

Placed moved(Placed thing, Point offset) {
  if (auto* line = std::get_if<PlacedLine>(&thing)) line->baseline = line->baseline + offset;
  if (auto* drawing = std::get_if<PlacedDrawing>(&thing)) drawing->origin = drawing->origin + offset;
  if (auto* picture = std::get_if<PlacedPicture>(&thing)) {
    picture->area.origin = picture->area.origin + offset;
    picture->window.origin = picture->window.origin + offset;
  }
  if (auto* shape = std::get_if<PlacedShape>(&thing)) shape->shape.path = tilstand::moved(std::move(shape->shape.path), offset);
  return thing;
}

void absorb(Piece& into, Piece&& from, Point offset) {
  for (Placed& thing : from.items) into.items.push_back(moved(std::move(thing), offset));
  for (const auto& [node, at] : from.anchors) into.anchors.emplace_back(node, at + offset);
  into.notes.insert(into.notes.end(), from.notes.begin(), from.notes.end());
}

Piece stacked(std::vector<Piece>&& pieces) {
  Piece whole;
  Cursor cursor = cursor_at({});
  if (!pieces.empty()) {
    whole.node = pieces.front().node;
    whole.before = pieces.front().before;
    whole.after = pieces.back().after;
    whole.at = pieces.front().at;
    pieces.front().at.reset();
  }
  for (Piece& piece : pieces) {
    const Length top = top_of(piece, cursor, nullptr);
    if (piece.takes_room() && piece.baseline && !whole.baseline) whole.baseline = top + *piece.baseline;
    advance(cursor, piece, top);
    for (Placed& thing : piece.between) piece.items.push_back(std::move(thing));
    absorb(whole, std::move(piece), {{}, top});
  }
  whole.height = max(cursor.y, cursor.side_bottom);
  return whole;
}

}  // namespace tilstand::layout
