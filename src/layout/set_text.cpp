// SPDX-License-Identifier: Apache-2.0
#include "layout/set_text.hpp"

#include <algorithm>

#include "graph/spark.hpp"
#include "layout/page_ranges.hpp"
#include "text/from_theme.hpp"

namespace tilstand::layout {
namespace {

using content::Inline;

/// The trend mark's box and the space to its words.
Length mark_size() { return mm(2.7); }
Length mark_space() { return mm(1.6); }
constexpr Length large_type{40 * Length::per_pt};

bool leads_somewhere(const Inline& piece) { return piece.target || !piece.uri.empty(); }

/// The number of the link that `piece` belongs to; neighbours that lead to the same place are one link.
std::uint32_t link_leaf(SpanList& list, const Inline& piece, bool joined) {
  if (!leads_somewhere(piece)) return 0;
  const bool note = piece.kind == Inline::Kind::note_mark;
  if (joined && !list.links.empty() && !note) {
    const LineLink& last = list.links.back();
    if (!last.note && last.target == piece.target && last.uri == piece.uri) return last.leaf;
  }
  const auto leaf = static_cast<std::uint32_t>(list.links.size() + 1);
  list.links.push_back({leaf, piece.target, piece.uri, note});
  return leaf;
}

/// "side 18": the words of a reference may say where the number goes, else it comes after them.
std::string page_words(const Inline& piece, const std::string& label) {
  if (piece.text.empty()) return label;
  if (piece.text.find("{page}") != std::string::npos) return definition::fill(piece.text, {{"page", label}});
  return piece.text + "\u00A0" + label;
}

/// The paragraph's style unless the inline has one of its own. Trend words take only the ink of theirs: they stand in
/// tiles and tables alike.
definition::Style style_of(const Setter& setter, const Inline& piece, const definition::Style& paragraph) {
  const definition::Theme& theme = setter.config.in.theme;
  const definition::Style* own = piece.style.empty() ? nullptr : theme.style(piece.style);
  if (!piece.style.starts_with("trend-")) return own != nullptr ? *own : paragraph;
  definition::Style style = paragraph;
  if (own != nullptr) style.ink = own->ink;
  else if (piece.style == "trend-negative") style.ink = theme.ink("accent").value_or(style.ink);
  else if (piece.style == "trend-positive") style.ink = theme.ink("structure").value_or(style.ink);
  return style;
}

std::string text_of(const Setter& setter, const Inline& piece) {
  if (piece.kind == Inline::Kind::line_break) return "\n";
  if (piece.kind == Inline::Kind::anchor) return {};
  if (piece.kind == Inline::Kind::page_range) return definition::fill(piece.text, {{"pages", setter.config.page_range(piece.target)}});
  if (piece.kind == Inline::Kind::page_reference) return page_words(piece, setter.config.page_label(piece.target));
  if (piece.kind != Inline::Kind::note_mark) return piece.text;
  const auto found = setter.config.note_numbers.find(piece.target.value);
  return found == setter.config.note_numbers.end() ? piece.text : std::to_string(found->second);
}

text::Span span_of(const Setter& setter, const Inline& piece, const definition::Style& paragraph, NodeId origin) {
  const definition::Style style = style_of(setter, piece, paragraph);
  text::Span span = text::styled(text_of(setter, piece), style, setter.config.in.tree.language, origin, piece.figure);
  if (piece.kind == Inline::Kind::text) span.printed = piece.printed;
  if (!piece.language.empty()) span.language = piece.language;
  if (piece.strong) span.font.weight = std::max(600, style.weight + 100);
  if (piece.emphasis) span.font.italic = !span.font.italic;
  if (piece.form == Inline::Form::superscript) span.font.position = text::Position::superscript;
  if (piece.form == Inline::Form::subscript) span.font.position = text::Position::subscript;
  span.font.small_caps = piece.form == Inline::Form::small_capitals;
  if (piece.kind == Inline::Kind::note_mark) span.font.position = text::Position::superscript;
  return span;
}

/// "12, 14–16": each number a link of its own; "0" while they are unknown.
std::vector<Inline> pages_of(const Setter& setter, const Inline& list) {
  std::vector<Inline> words;
  const auto add = [&](std::string text, NodeId target) {
    Inline& one = words.emplace_back(list);
    one.kind = Inline::Kind::text, one.text = std::move(text), one.target = target, one.uses.clear();
  };
  for (const PageRun& run : page_runs(setter.config.settled, list.uses)) {
    if (!words.empty()) add(", ", {});
    add(range_words(setter.config, run.first, run.last), run.target);
  }
  if (words.empty()) add("0", {});
  return words;
}

void add_mark(const Setter& setter, SpanList& list, text::Span span, const Inline& piece) {
  drawing::Drawing mark = chart::trend_mark(piece.trend, mark_size(), setter.draw_context(span.origin));
  span.text.clear();
  span.box = text::InlineBox{static_cast<std::uint32_t>(list.boxes.size()), mark_size() + mark_space(), mark_size()};
  list.boxes.push_back(std::move(mark));
  list.spans.push_back(std::move(span));
}

/// A chart as large as a word: drawn now, for its height is that of the letters around it.
void add_chart(const Setter& setter, SpanList& list, text::Span span, const Inline& piece) {
  drawing::Drawing chart = graph::draw_spark(*piece.spark, setter.config.in.shaper.metrics(span.font).x_height, setter.draw_context(span.origin));
  chart.alternate = piece.text;
  for (const PrintedRange& range : piece.printed)
    if (chart.drawn.empty() || chart.drawn.back() != range.id) chart.drawn.push_back(range.id);
  span.text.clear();
  span.box = text::InlineBox{static_cast<std::uint32_t>(list.boxes.size()), chart.size.width, chart.size.height};
  list.boxes.push_back(std::move(chart));
  list.spans.push_back(std::move(span));
}

bool used(const text::Line& line, std::uint32_t leaf) {
  const auto is_it = [leaf](const auto& thing) { return thing.leaf == leaf; };
  return std::any_of(line.runs.begin(), line.runs.end(), is_it) || std::any_of(line.boxes.begin(), line.boxes.end(), is_it);
}

/// The side bearing of large glyphs reads as an indent, so their ink is put on the left edge.
void align_ink(const Setter& setter, text::Line& line) {
  const Length bearing = setter.config.in.shaper.ink_box(line).left() - line.left;
  line.left -= bearing;
  for (text::GlyphRun& run : line.runs) run.x -= bearing;
  for (text::PlacedBox& box : line.boxes) box.x -= bearing;
}

}  // namespace

SetLine with_extras(text::Line&& line, const SpanList& list) {
  SetLine set{std::move(line), {}, {}, {}};
  for (const LineLink& link : list.links)
    if (used(set.line, link.leaf)) set.links.push_back(link);
  for (text::PlacedBox& box : set.line.boxes) {
    if (box.index >= list.boxes.size()) continue;
    set.boxes.push_back(list.boxes[box.index]);
    box.index = static_cast<std::uint32_t>(set.boxes.size() - 1);
  }
  return set;
}

namespace {

/// Bytes of text without what breaking lines may add or take: hyphens and line ends.
std::size_t steady_length(std::string_view text) {
  std::size_t length = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i).starts_with("\u00AD")) ++i;
    else if (text[i] != '\n') ++length;
  }
  return length;
}

/// Gives each anchor to the line that holds its character; lines hold the paragraph's text one after another.
void hang_anchors(std::vector<SetLine>& lines, const std::vector<TextAnchor>& anchors) {
  if (lines.empty()) return;
  std::size_t line = 0, end = 0;
  const auto length = [](const SetLine& one) {
    std::size_t sum = 0;
    for (const text::GlyphRun& run : one.line.runs) sum += steady_length(run.text);
    return sum;
  };
  if (!anchors.empty()) end = length(lines[0]);
  for (const TextAnchor& anchor : anchors) {
    while (anchor.at >= end && line + 1 < lines.size()) end += length(lines[++line]);
    lines[line].anchors.push_back(anchor.node);
  }
}

}  // namespace

SpanList spans_of(const Setter& setter, const std::vector<Inline>& inlines, const definition::Style& style, NodeId origin) {
  SpanList list;
  bool joined = false;
  std::size_t length = 0;
  bool after_word = false;
  const auto add = [&](const Inline& piece) {
    if (piece.kind == Inline::Kind::anchor) return list.anchors.push_back({piece.target, after_word ? length - 1 : length});
    text::Span span = span_of(setter, piece, style, origin);
    span.leaf = link_leaf(list, piece, joined);
    joined = span.leaf != 0;
    if (piece.kind == Inline::Kind::chart) span.text.clear();  // its words are for those who do not see it
    length += steady_length(span.text);
    if (!span.text.empty()) after_word = span.text.back() != ' ' && span.text.back() != '\n';
    if (piece.kind == Inline::Kind::trend_mark) add_mark(setter, list, std::move(span), piece);
    else if (piece.kind == Inline::Kind::chart && piece.spark) add_chart(setter, list, std::move(span), piece);
    else if (!span.text.empty()) list.spans.push_back(std::move(span));
  };
  for (const Inline& piece : inlines) {
    if (piece.kind != Inline::Kind::page_list) add(piece);
    else
      for (const Inline& page : pages_of(setter, piece)) add(page);
  }
  return list;
}

std::vector<SetLine> set_lines(const Setter& setter, SpanList list, const definition::Style& style, const text::Measures& measures,
                               LineOptions options) {
  text::ParagraphStyle paragraph = text::paragraph_style(style);
  paragraph.first_indent = options.indent ? style.indent : Length{};
  paragraph.balanced = paragraph.balanced || options.balanced;
  paragraph.hang_lines = options.hang_lines;
  paragraph.hang_indent = options.hang_indent;
  if (options.align) paragraph.align = *options.align;
  std::vector<SetLine> set;
  if (list.spans.empty()) return set;
  for (text::Line& line : setter.config.in.shaper.lines(list.spans, paragraph, measures)) {
    if (style.size >= large_type && paragraph.align == text::Align::left) align_ink(setter, line);
    set.push_back(with_extras(std::move(line), list));
  }
  hang_anchors(set, list.anchors);
  return set;
}

PlacedLine placed_line(SetLine&& line, Point baseline, Leaf leaf, Artifact artifact) {
  return {baseline, std::move(line.line), leaf, artifact, std::move(line.links), std::move(line.boxes)};
}

Length add_line(Piece& piece, SetLine&& line, Point top, Length leading, Leaf leaf) {
  const Length y = top.y + leading;
  for (const LineLink& link : line.links)
    if (link.note) piece.notes.push_back(link.target);
  for (const NodeId anchor : line.anchors) piece.anchors.emplace_back(anchor, top);
  piece.items.push_back(placed_line(std::move(line), {top.x, y}, leaf));
  return y;
}

Length add_lines(Piece& piece, std::vector<SetLine>&& lines, Point top, Length leading, Leaf leaf) {
  for (SetLine& line : lines) top.y = add_line(piece, std::move(line), top, leading, leaf);
  return top.y;
}

Length add_text(const Setter& setter, Piece& piece, const std::vector<Inline>& inlines, const std::string& name, Point top, Length measure,
                Leaf leaf, LineOptions options) {
  const definition::Style& style = setter.style(name);
  std::vector<SetLine> lines = set_lines(setter, spans_of(setter, inlines, style, leaf.node), style, measure, options);
  return add_lines(piece, std::move(lines), top, style.leading, leaf);
}

Inline plain(std::string text, std::string style, PrintedRanges printed) {
  Inline piece;
  piece.text = std::move(text);
  piece.style = std::move(style);
  piece.printed = std::move(printed);
  return piece;
}

}  // namespace tilstand::layout
