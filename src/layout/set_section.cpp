// SPDX-License-Identifier: Apache-2.0
#include "layout/set_block.hpp"
#include "layout/set_text.hpp"
#include "layout/wrap.hpp"

namespace tilstand::layout {
namespace {

/// The children of a section, sorted by where they stand.
struct Parts {
  NodeId head{};
  std::vector<NodeId> notes, body;
};

Parts parts_of(const Setter& setter, const content::Node& section) {
  Parts parts;
  for (const NodeId child : section.children) {
    const content::Node& node = setter.node(child);
    const auto* paragraph = std::get_if<content::Paragraph>(&node.body);
    if (!parts.head && paragraph != nullptr && paragraph->heading_level > 0) parts.head = child;
    else if (std::holds_alternative<content::SideNote>(node.body)) parts.notes.push_back(child);
    else parts.body.push_back(child);
  }
  return parts;
}

Length body_leading(const Setter& setter, const Parts& parts) {
  if (parts.body.empty()) return setter.unit();
  const auto* paragraph = std::get_if<content::Paragraph>(&setter.node(parts.body.front()).body);
  return paragraph != nullptr ? setter.style(paragraph->style).leading : setter.unit();
}

/// The side head, its last baseline below `top`.
Length add_head(const Setter& setter, Piece& piece, const content::Section& section, NodeId head, Point top, Length width) {
  const auto& paragraph = std::get<content::Paragraph>(setter.node(head).body);
  const std::string& style = section.head_style.empty() ? paragraph.style : section.head_style;
  piece.anchors.emplace_back(head, top);
  return add_text(setter, piece, paragraph.inlines, style, top, width, leaf_of(head), {false, true, {}});
}

Length add_side_notes(const Setter& setter, Piece& piece, const Parts& parts, const Measure& side, Length y) {
  const Length note_leading = setter.style("side-note").leading;
  for (const NodeId note : parts.notes) {
    Piece set = set_stacked(setter, setter.node(note).children, side);
    y += setter.unit() / 2 + max({}, setter.unit() - note_leading);
    const Length height = set.height;
    absorb(piece, std::move(set), {{}, y});
    y += height;
  }
  return y;
}

Measure side_of(const Setter& setter, const Measure& measure) {
  return columns_of(setter, measure, 1, setter.config.in.theme.side_span);
}

/// Rule, side head and side notes, as deep as one unit; the rest stands beside the body.
Piece opening(const Setter& setter, NodeId id, const Parts& parts, const Measure& measure) {
  const auto& section = std::get<content::Section>(setter.node(id).body);
  const Length unit = setter.unit(), leading = body_leading(setter, parts);
  Piece piece;
  piece.node = id;
  piece.before = unit * 2;
  piece.height = unit;
  piece.baseline = unit + leading;
  piece.snap = true;
  piece.keep = parts.body.empty() ? Keep::none : Keep::head;
  piece.anchors.emplace_back(id, Point{measure.left, {}});
  piece.items.push_back(rule(setter, "section", {measure.left, {}}, measure.width, id));
  const Measure side = side_of(setter, measure);
  Length y = unit;
  if (parts.head) {
    const Length head_leading = setter.style(section.head_style.empty() ? "side-head" : section.head_style).leading;
    const Length gap = scaled(setter.config.in.theme.page.gutter, 4, 5);
    y = add_head(setter, piece, section, parts.head, {side.left, unit + leading - head_leading}, side.width - gap);
  }
  piece.reserve = add_side_notes(setter, piece, parts, side, y);
  return piece;
}

/// In a measure without room for side columns the head stands above the body.
void set_narrow(const Setter& setter, const content::Node& section, const Measure& measure, const Emit& emit) {
  for (const NodeId child : section.children) {
    const content::Node& node = setter.node(child);
    if (std::holds_alternative<content::SideNote>(node.body)) set_children(setter, node.children, measure, emit);
    else set_block(setter, child, measure, emit);
  }
  if (setter.wrap != nullptr) setter.wrap->close(emit);
}

}  // namespace

void set_section(const Setter& setter, NodeId id, const Measure& measure, const Emit& emit) {
  const content::Node& section = setter.node(id);
  const int side_span = setter.config.in.theme.side_span;
  if (measure.columns < side_span + 2) return set_narrow(setter, section, measure, emit);
  const Parts parts = parts_of(setter, section);
  emit(opening(setter, id, parts, measure));
  const Measure body = columns_of(setter, measure, side_span + 1, measure.columns - side_span);
  bool first = true;
  const Emit send = [&](Piece&& piece) {
    if (first && piece.takes_room()) piece.before = {};
    first = first && !piece.takes_room();
    emit(std::move(piece));
  };
  for (const NodeId child : parts.body) {
    const bool away = !setter.fixed && setter.node(child).placement.place != definition::Place::here;
    set_block(setter, child, away ? measure : body, send);
  }
  if (setter.wrap != nullptr) setter.wrap->close(send);
  Piece end;
  end.node = id;
  end.clear = true;
  emit(std::move(end));
}

}  // namespace tilstand::layout
