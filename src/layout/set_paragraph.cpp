// SPDX-License-Identifier: Apache-2.0
#include "layout/set_paragraph.hpp"

#include <algorithm>

#include "layout/drop_cap.hpp"
#include "layout/set_block.hpp"
#include "layout/set_tabs.hpp"
#include "layout/set_text.hpp"
#include "layout/wrap.hpp"

namespace tilstand::layout {
namespace {

/// At least two lines stand together on a page, three below a head.
Keep keep_of_line(std::size_t line, std::size_t count, bool after_head, bool before_head) {
  if (before_head) return Keep::head;
  if (after_head && line == 1 && line + 1 < count) return Keep::orphan;
  return keep_within(line, count, Keep::none);
}

Piece line_piece(const Setter& setter, NodeId id, Length leading) {
  Piece piece;
  piece.node = id;
  piece.height = leading;
  piece.baseline = leading;
  piece.snap = leading.units % setter.unit().units == 0;
  return piece;
}

/// The initial, and the lines beside it in `options`. A paragraph of fewer lines than its initial has none: it would stand in the next
/// one; nor has one whose lines beside the initial begin at two edges, that of a block and that below it.
std::optional<DropCap> initial_of(const Setter& setter, SpanList& words, const definition::Style& style, const LineRoom& room, LineOptions& options) {
  SpanList rest = words;
  std::optional<DropCap> cap = take_drop_cap(setter, rest, style);
  if (!cap || cap->indent * 2 > room.widths.of(0)) return std::nullopt;
  const std::size_t beside_block = room.widths.first.size();
  if (beside_block > 0 && beside_block < static_cast<std::size_t>(cap->lines) && room.left != room.left_beside) return std::nullopt;
  LineOptions beside = options;
  beside.hang_lines = cap->lines;
  beside.hang_indent = cap->indent;
  if (set_lines(setter, rest, style, room.widths, beside).size() < static_cast<std::size_t>(cap->lines)) return std::nullopt;
  words = std::move(rest);
  options = beside;
  return cap;
}

void add_initial(Piece& piece, DropCap&& cap, Point top, Length leading, Leaf leaf) {
  if (!cap.mark.runs.empty()) piece.items.push_back(PlacedLine{{top.x, top.y + leading}, std::move(cap.mark), leaf, Artifact::none, {}, {}});
  piece.items.push_back(PlacedLine{{top.x, top.y + leading * cap.lines}, std::move(cap.line), leaf, Artifact::none, {}, {}});
}

void emit_tabbed(const Setter& setter, NodeId id, std::vector<TabbedLine>&& lines, Length left, const Emit& emit) {
  const definition::Style& style = setter.style(std::get<content::Paragraph>(setter.node(id).body).style);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Piece piece = line_piece(setter, id, style.leading);
    if (i == 0) piece.before = style.before;
    if (i == 0) piece.anchors.emplace_back(id, Point{left, {}});
    if (i + 1 == lines.size()) piece.after = style.after;
    piece.keep = keep_of_line(i, lines.size(), setter.config.after_head[id.value], setter.config.before_head[id.value]);
    add_line(piece, std::move(lines[i].line), {left, {}}, style.leading, leaf_of(id));
    for (text::Line& leader : lines[i].leaders)
      piece.items.push_back(PlacedLine{{left, style.leading}, std::move(leader), leaf_of(id, Leaf::Part::artifact), Artifact::decoration, {}, {}});
    emit(std::move(piece));
  }
}

}  // namespace

void set_paragraph(const Setter& setter, NodeId id, const Measure& measure, const Emit& emit) {
  const definition::Style& style = setter.style(std::get<content::Paragraph>(setter.node(id).body).style);
  const LineRoom room = setter.beside != nullptr ? setter.beside->room_of(measure, style) : LineRoom{measure.width, measure.left, measure.left};
  set_paragraph_in(setter, id, room, emit);
}

void set_paragraph_in(const Setter& setter, NodeId id, const LineRoom& room, const Emit& emit) {
  const auto& paragraph = std::get<content::Paragraph>(setter.node(id).body);
  const definition::Style& style = setter.style(paragraph.style);
  const Config& config = setter.config;
  LineOptions options;
  options.indent = config.indented[id.value];
  options.balanced = paragraph.heading_level > 0;
  SpanList words = spans_of(setter, paragraph.inlines, style, id);
  if (has_tabs(words, style)) return emit_tabbed(setter, id, set_tabbed(setter, words, style, room.widths.rest), room.left, emit);
  const bool in_list = std::holds_alternative<content::ListItem>(setter.node(setter.node(id).parent).body);
  const bool opens = !options.indent && paragraph.heading_level == 0 && !in_list;
  std::optional<DropCap> cap = opens ? initial_of(setter, words, style, room, options) : std::nullopt;
  std::vector<SetLine> lines = set_lines(setter, std::move(words), style, room.widths, options);
  const Leaf leaf = leaf_of(id, paragraph.artifact ? Leaf::Part::artifact : Leaf::Part::whole);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Length left = i < room.widths.first.size() ? room.left_beside : room.left;
    Piece piece = line_piece(setter, id, style.leading);
    if (i == 0) piece.before = style.before;
    if (i == 0) piece.anchors.emplace_back(id, Point{left, {}});
    if (i + 1 == lines.size()) piece.after = style.after;
    piece.keep = keep_of_line(i, lines.size(), config.after_head[id.value], config.before_head[id.value]);
    if (cap && i == 0) add_initial(piece, std::move(*cap), {left, {}}, style.leading, leaf);
    if (cap && static_cast<int>(i) + 1 < cap->lines) piece.keep = std::max(piece.keep, Keep::whole);
    if (piece.keep == Keep::none && lines[i].line.hyphenated) piece.keep = Keep::divided;
    add_line(piece, std::move(lines[i]), {left, {}}, style.leading, leaf);
    if (paragraph.artifact) std::get<PlacedLine>(piece.items.back()).artifact = Artifact::decoration;
    emit(std::move(piece));
  }
}

}  // namespace tilstand::layout
