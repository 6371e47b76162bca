// SPDX-License-Identifier: Apache-2.0
#include "layout/set_caption.hpp"

#include "text/from_theme.hpp"

namespace tilstand::layout {
namespace {

/// The number and the distance to the title. The no-break space keeps the words apart for readers; the box makes up the rest.
SpanList numbered(const Setter& setter, const Caption& caption, const definition::Style& title, NodeId origin) {
  content::Inline number = plain(caption.number, "caption-number");
  number.target = caption.target;
  SpanList list = spans_of(setter, {std::move(number), plain("\u00A0", "caption-number")}, title, origin);
  text::Span gap = text::styled({}, title, setter.config.in.tree.language, origin);
  gap.box = text::InlineBox{0, mm(1.4), {}};
  list.boxes.push_back({});
  list.spans.push_back(std::move(gap));
  return list;
}

}  // namespace

Length add_caption(const Setter& setter, Piece& piece, const Caption& caption, Point top, Length measure, Leaf leaf) {
  const definition::Style& title = setter.style("caption-title");
  if (caption.number.empty() && caption.target) {
    content::Inline words = plain(caption.title, {}, caption.printed);
    words.target = caption.target;
    return add_text(setter, piece, {std::move(words)}, "caption-title", top, measure, leaf);
  }
  SpanList list;
  if (!caption.number.empty()) list = numbered(setter, caption, title, leaf.node);
  list.spans.push_back(text::styled(caption.title, title, setter.config.in.tree.language, leaf.node));
  list.spans.back().printed = caption.printed;
  return add_lines(piece, set_lines(setter, std::move(list), title, measure), top, title.leading, leaf);
}

}  // namespace tilstand::layout
