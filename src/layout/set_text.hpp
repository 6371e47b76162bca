// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "layout/setter.hpp"

namespace tilstand::layout {

/// A place in a paragraph's text that has no words of its own.
struct TextAnchor {
  NodeId node{};
  std::size_t at = 0;  ///< bytes of text before the character that it stands with
};

/// Spans made of inlines, with the links and drawings that they number.
struct SpanList {
  std::vector<text::Span> spans;
  std::vector<LineLink> links;
  std::vector<drawing::Drawing> boxes;
  std::vector<TextAnchor> anchors{};
};

/// A set line with the links and drawings that stand in it.
struct SetLine {
  text::Line line;
  std::vector<LineLink> links;
  std::vector<drawing::Drawing> boxes;
  std::vector<NodeId> anchors{};
};

SpanList spans_of(const Setter& setter, const std::vector<content::Inline>& inlines, const definition::Style& style, NodeId origin);

/// How lines are made beside what the style says.
struct LineOptions {
  bool indent = false;    ///< first line by the style's indent
  bool balanced = false;
  std::optional<text::Align> align;
  int hang_lines = 0;     ///< so many first lines stand `hang_indent` further in, beside an initial
  Length hang_indent{};
};

/// The lines of a paragraph; `Line::over` says how far one sticks out.
std::vector<SetLine> set_lines(const Setter& setter, SpanList list, const definition::Style& style, const text::Measures& measures,
                               LineOptions options = {});

/// A line with the links and drawings of `list` that stand in it.
SetLine with_extras(text::Line&& line, const SpanList& list);

/// Puts a line on a page or into a piece.
PlacedLine placed_line(SetLine&& line, Point baseline, Leaf leaf, Artifact artifact = Artifact::none);

/// Adds a line to `piece`, its baseline one leading below `top`; gives the baseline.
Length add_line(Piece& piece, SetLine&& line, Point top, Length leading, Leaf leaf);

/// Adds lines below one another to `piece`, the first baseline one leading below `top`; gives the last baseline.
Length add_lines(Piece& piece, std::vector<SetLine>&& lines, Point top, Length leading, Leaf leaf);

/// As `add_lines`, from inlines in a named style.
Length add_text(const Setter& setter, Piece& piece, const std::vector<content::Inline>& inlines, const std::string& style, Point top,
                Length measure, Leaf leaf, LineOptions options = {});

/// One inline of plain text.
content::Inline plain(std::string text, std::string style = {}, PrintedRanges printed = {});

}  // namespace tilstand::layout
