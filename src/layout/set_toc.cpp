// SPDX-License-Identifier: Apache-2.0
#include "layout/set_block.hpp"
#include "layout/set_text.hpp"

namespace tilstand::layout {
namespace {

using content::TocEntry;
using Part = Leaf::Part;

/// Where the pieces of an entry stand.
struct EntryColumns {
  Measure side, text;
};

EntryColumns columns_in(const Setter& setter, const Measure& measure) {
  const int side = setter.config.in.theme.side_span;
  if (measure.columns < side + 2) return {measure, measure};
  return {columns_of(setter, measure, 1, side), columns_of(setter, measure, side + 1, measure.columns - side)};
}

content::Inline linked(content::Inline piece, NodeId target) {
  piece.target = target;
  return piece;
}

/// Dots between two places on a baseline, on a raster of their own so that they stand under one another.
Placed leader(const Setter& setter, Length from, Length to, Length right, Length baseline, NodeId node) {
  const Length pitch = scaled(setter.unit(), 3, 10), size = pt(0.8);
  PlacedShape dots;
  dots.leaf.node = node;
  dots.shape.fill = setter.config.in.theme.ink("grey").value_or(Ink{});
  for (Length x = right; x > from; x -= pitch) {
    if (x + size > to) continue;
    const Path dot = rectangle({{x, baseline - size}, {size, size}});
    dots.shape.path.steps.insert(dots.shape.path.steps.end(), dot.steps.begin(), dot.steps.end());
  }
  return dots;
}

/// The page number at the right edge; gives its left edge.
Length add_page(const Setter& setter, Piece& piece, const TocEntry& entry, NodeId id, Length baseline, const Measure& text) {
  const definition::Style& style = setter.style("toc-page");
  // The space keeps title and number apart for readers, who meet them as one link.
  SpanList list = spans_of(setter, {linked(plain(" " + setter.config.page_label(entry.target)), entry.target)}, style, id);
  std::vector<SetLine> lines = set_lines(setter, std::move(list), style, text.width, id, {false, false, text::Align::left});
  if (lines.empty()) return text.left + text.width;
  const Length left = text.left + text.width - lines.front().line.width;
  piece.items.push_back(placed_line(std::move(lines.front()), {left, baseline}, leaf_of(id, Part::page)));
  return left;
}

void add_status(const Setter& setter, Piece& piece, const TocEntry& entry, NodeId id, Length baseline, const Measure& side) {
  if (!entry.status) return;
  const Size size = chart::natural_size(*entry.status, side.width, setter.config.in.theme);
  const Length centre = baseline - scaled(setter.unit(), 3, 10);
  chart::Drawing drawing = chart::draw(*entry.status, {min(size.width, side.width), size.height}, setter.draw_context(id));
  piece.items.push_back(PlacedDrawing{{side.left, centre - size.height / 2}, std::move(drawing), leaf_of(id, Part::scale)});
}

std::vector<content::Inline> all_linked(std::vector<content::Inline> inlines, NodeId target) {
  for (content::Inline& piece : inlines)
    if (!piece.target && piece.uri.empty()) piece.target = target;
  return inlines;
}

/// Title with leader and page number on its last line; gives that baseline.
Length add_title(const Setter& setter, Piece& piece, const TocEntry& entry, NodeId id, const Measure& text) {
  const definition::Style& style = setter.style("toc-title");
  const Length unit = setter.unit(), indent = unit * (entry.level - 1), room = text.width - unit * 3 - indent;
  SpanList list = spans_of(setter, all_linked(entry.title, entry.target), style, id);
  std::vector<SetLine> lines = set_lines(setter, std::move(list), style, room, id);
  const Length width = lines.empty() ? Length{} : lines.back().line.left + lines.back().line.width;
  const Point top{text.left + indent, unit / 4};
  const Length baseline = add_lines(piece, std::move(lines), top, style.leading, leaf_of(id, Part::title));
  const Length page_left = add_page(setter, piece, entry, id, baseline, text);
  const Length right = text.left + text.width - unit * 2;
  piece.items.push_back(leader(setter, top.x + width + unit / 2, page_left - unit / 4, right, baseline, id));
  return baseline;
}

Piece set_entry(const Setter& setter, NodeId id, const Measure& measure) {
  const auto& entry = std::get<TocEntry>(setter.node(id).body);
  const EntryColumns at = columns_in(setter, measure);
  const Length quarter = setter.unit() / 4;
  Piece piece;
  piece.node = id;
  piece.anchors.emplace_back(id, Point{measure.left, {}});
  piece.items.push_back(rule(setter, "toc", {measure.left, {}}, measure.width, id));
  Length y = add_title(setter, piece, entry, id, at.text);
  add_status(setter, piece, entry, id, quarter + setter.style("toc-title").leading, at.side);
  if (!entry.subtitle.empty()) {
    const Measure& text = at.text;
    y = add_text(setter, piece, entry.subtitle, "toc-subtitle", {text.left, y}, text.width - setter.unit() * 3, leaf_of(id, Part::subtitle));
  }
  piece.height = round_up(y + quarter * 3, quarter);
  return piece;
}

}  // namespace

void set_toc(const Setter& setter, NodeId id, const Measure& measure, const Emit& emit) {
  const std::vector<NodeId>& entries = setter.node(id).children;
  for (const NodeId child : entries) {
    if (!std::holds_alternative<TocEntry>(setter.node(child).body)) continue;
    Piece piece = set_entry(setter, child, measure);
    if (child == entries.back()) piece.keep = Keep::whole;
    emit(std::move(piece));
  }
  Piece foot;
  foot.node = id;
  foot.items.push_back(rule(setter, "toc", {measure.left, {}}, measure.width, id));
  emit(std::move(foot));
}

}  // namespace tilstand::layout
