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
  if (measure.columns < side * 2) return {measure, measure};
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
  std::vector<SetLine> lines = set_lines(setter, std::move(list), style, text.width, {false, false, text::Align::left});
  if (lines.empty()) return text.left + text.width;
  const Length left = text.left + text.width - lines.front().line.width;
  piece.items.push_back(placed_line(std::move(lines.front()), {left, baseline}, leaf_of(id, Part::page)));
  return left;
}

void add_status(const Setter& setter, Piece& piece, const TocEntry& entry, NodeId id, Length baseline, const Measure& side) {
  if (!entry.status) return;
  const Size size = chart::natural_size(*entry.status, side.width, setter.config.in.theme);
  const Length centre = baseline - scaled(setter.unit(), 3, 10);
  drawing::Drawing drawing = chart::draw(*entry.status, {min(size.width, side.width), size.height}, setter.draw_context(id));
  piece.items.push_back(PlacedDrawing{{side.left, centre - size.height / 2}, std::move(drawing), leaf_of(id, Part::scale)});
}

std::vector<content::Inline> all_linked(std::vector<content::Inline> inlines, NodeId target) {
  for (content::Inline& piece : inlines)
    if (!piece.target && piece.uri.empty()) piece.target = target;
  return inlines;
}

/// The number of a figure or table: in the side columns, or before the title where there are none; gives the title's indent.
Length add_number(const Setter& setter, Piece& piece, const TocEntry& entry, NodeId id, Length baseline, const EntryColumns& at) {
  if (entry.number.empty()) return {};
  const definition::Style& style = setter.config.level_style("toc-title", entry.level);
  std::vector<SetLine> lines = set_lines(setter, spans_of(setter, {plain(entry.number)}, style, id), style, at.side.width);
  if (lines.empty()) return {};
  const Length width = lines.front().line.left + lines.front().line.width;
  piece.items.push_back(placed_line(std::move(lines.front()), {at.side.left, baseline}, leaf_of(id, Part::label)));
  return at.side.left < at.text.left ? Length{} : round_up(width + setter.unit() / 2, setter.unit() / 4);
}

/// Title with leader and page number on its last line; gives that baseline.
Length add_title(const Setter& setter, Piece& piece, const TocEntry& entry, NodeId id, Point top, const Measure& text) {
  const definition::Style& style = setter.config.level_style("toc-title", entry.level);
  const Length unit = setter.unit(), right = text.left + text.width, room = right - unit * 3 - top.x;
  SpanList list = spans_of(setter, all_linked(entry.title, entry.target), style, id);
  std::vector<SetLine> lines = set_lines(setter, std::move(list), style, room);
  const Length width = lines.empty() ? Length{} : lines.back().line.left + lines.back().line.width;
  const Length baseline = add_lines(piece, std::move(lines), top, style.leading, leaf_of(id, Part::title));
  const Length page_left = add_page(setter, piece, entry, id, baseline, text);
  piece.items.push_back(leader(setter, top.x + width + unit / 2, page_left - unit / 4, right - unit * 2, baseline, id));
  return baseline;
}

/// How far in a level stands: as its own style says, else a unit further than the level above.
Length indent_of(const Setter& setter, int level) {
  Length indent{};
  for (int i = 2; i <= level; ++i) {
    const definition::Style* own = setter.config.in.theme.style("toc-title-" + std::to_string(i));
    indent = own != nullptr && own->indent.units > 0 ? own->indent : indent + setter.unit();
  }
  return indent;
}

/// An entry of the first level stands below a rule, with room around it; those below it and the entries of lists are lines.
Piece set_entry(const Setter& setter, NodeId id, const Measure& measure) {
  const auto& entry = std::get<TocEntry>(setter.node(id).body);
  const EntryColumns at = columns_in(setter, measure);
  const Length quarter = setter.unit() / 4, leading = setter.config.level_style("toc-title", entry.level).leading;
  const bool apart = entry.level == 1 && entry.number.empty();
  const Length top = apart ? quarter : Length{};
  Piece piece;
  piece.node = id;
  piece.anchors.emplace_back(id, Point{measure.left, {}});
  if (apart) piece.items.push_back(rule(setter, "toc", {measure.left, {}}, measure.width, id));
  const Length shift = indent_of(setter, entry.level) + add_number(setter, piece, entry, id, top + leading, at);
  Length y = add_title(setter, piece, entry, id, {at.text.left + shift, top}, at.text);
  add_status(setter, piece, entry, id, quarter + leading, at.side);
  if (!entry.subtitle.empty()) {
    const Measure& text = at.text;
    y = add_text(setter, piece, entry.subtitle, "toc-subtitle", {text.left, y}, text.width - setter.unit() * 3, leaf_of(id, Part::subtitle));
  }
  const bool has_more = !setter.node(id).children.empty();
  piece.height = round_up(apart && !has_more ? y + quarter * 3 : y, quarter);
  if (has_more) piece.keep = Keep::head;
  return piece;
}

void collect(const Setter& setter, NodeId list, const Measure& measure, std::vector<Piece>& pieces) {
  for (const NodeId entry : setter.node(list).children) {
    if (!std::holds_alternative<TocEntry>(setter.node(entry).body)) continue;
    pieces.push_back(set_entry(setter, entry, measure));
    const std::vector<NodeId>& below = setter.node(entry).children;
    for (const NodeId child : below) collect(setter, child, measure, pieces);
    if (!below.empty() && std::get<TocEntry>(setter.node(entry).body).level == 1) pieces.back().height += setter.unit() / 2;
  }
}

}  // namespace

void set_toc(const Setter& setter, NodeId id, const Measure& measure, const Emit& emit) {
  std::vector<Piece> pieces;
  collect(setter, id, measure, pieces);
  Piece foot;
  foot.node = id;
  foot.items.push_back(rule(setter, "toc", {measure.left, {}}, measure.width, id));
  if (!pieces.empty()) pieces.back().keep = Keep::whole;
  if (!pieces.empty() && !std::get<TocEntry>(setter.node(pieces.front().node).body).number.empty()) {
    Piece head;
    head.node = id;
    head.height = setter.unit() / 4;
    head.keep = Keep::whole;
    head.items.push_back(rule(setter, "toc", {measure.left, {}}, measure.width, id));
    emit(std::move(head));
    pieces.back().height += setter.unit() / 2;
  }
  for (Piece& piece : pieces) emit(std::move(piece));
  emit(std::move(foot));
}

}  // namespace tilstand::layout
