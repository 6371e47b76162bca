// SPDX-License-Identifier: Apache-2.0
#include "layout/set_block.hpp"
#include "layout/set_text.hpp"

namespace tilstand::layout {

Piece set_foot_note(const Setter& setter, NodeId id, Length width) {
  const definition::Style& style = setter.style("note");
  const Length hang = setter.unit() / 2;
  content::Inline number;
  number.kind = content::Inline::Kind::note_mark;
  number.target = id;
  SpanList label = spans_of(setter, {number}, style, id);
  label.links.clear();
  for (text::Span& span : label.spans) span.leaf = 0;
  Piece piece = set_stacked(setter, setter.node(id).children, {hang, width - hang, 0});
  piece.node = id;
  piece.anchors.insert(piece.anchors.begin(), {id, Point{}});
  const Length baseline = piece.baseline.value_or(style.leading);
  std::vector<SetLine> lines = set_lines(setter, std::move(label), style, width);
  if (!lines.empty()) {
    PlacedLine line = placed_line(std::move(lines.front()), {{}, baseline}, leaf_of(id, Leaf::Part::label));
    piece.items.insert(piece.items.begin(), std::move(line));
  }
  piece.height = max(piece.height, baseline);
  return piece;
}

}  // namespace tilstand::layout
