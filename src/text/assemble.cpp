// SPDX-License-Identifier: Apache-2.0
#include "text/assemble.hpp"

#include <glib.h>

#include <algorithm>

#include "base/utf8.hpp"

namespace tilstand::text {
namespace {

constexpr const char* soft_hyphen = "\xC2\xAD";
constexpr std::size_t box_bytes = 3;  // of U+FFFC, which stands for an inline box

/// A piece, or the part of one that stands on this line.
struct Part {
  Piece::Kind kind = Piece::Kind::word;
  std::uint32_t begin = 0, end = 0, item = 0, span = 0;
  bool hyphen = false;    ///< the hyphen of a divided word
  bool trailing = false;  ///< a space at the line's end, without width
};

std::vector<Part> parts_of(const Paragraph& paragraph, const Breakpoint* from, const Breakpoint& to) {
  std::vector<Part> parts;
  const std::uint32_t first = from == nullptr ? 0 : from->next;
  for (std::uint32_t i = first; i <= to.piece; ++i) {
    const Piece& piece = paragraph.pieces[i];
    Part part{piece.kind, piece.begin, piece.end, piece.item, piece.span};
    // A line break keeps words apart as a space does (ISO 32000-1, 14.8.2.5), so it is drawn as one, without width.
    if (piece.kind == Piece::Kind::forced_break) part.kind = Piece::Kind::space;
    if (from != nullptr && from->next == i && from->piece == i) part.begin = from->offset;
    if (to.piece == i) part.end = to.offset;
    if (part.begin < part.end) parts.push_back(part);
  }
  for (std::size_t i = parts.size(); i-- > 0 && parts[i].kind == Piece::Kind::space;) parts[i].trailing = true;
  if (to.hyphen) {
    const Piece& piece = paragraph.pieces[to.piece];
    parts.push_back({Piece::Kind::word, to.offset, to.offset, piece.item, piece.span, true});
  }
  return parts;
}

/// Visual order (UAX 9, rule L2): reverse every run of levels, from the highest down to the lowest odd one.
void reorder(std::vector<Part>& parts, const std::vector<Item>& items) {
  int highest = 0;
  for (const Part& part : parts) highest = std::max<int>(highest, items[part.item].level);
  for (int level = highest; level > 0; --level) {
    for (std::size_t begin = 0; begin < parts.size();) {
      std::size_t end = begin;
      while (end < parts.size() && items[parts[end].item].level >= level) ++end;
      std::reverse(parts.begin() + static_cast<std::ptrdiff_t>(begin), parts.begin() + static_cast<std::ptrdiff_t>(end));
      begin = std::max(end, begin + 1);
    }
  }
}

class LineMaker {
 public:
  LineMaker(const Paragraph& paragraph, const std::vector<Span>& spans, Tools& tools, std::vector<MissingCharacter>& missing)
      : paragraph_(paragraph), spans_(spans), tools_(tools), missing_(missing) {
    std::size_t at = 0;
    for (const Span& span : spans) {
      add_part(printed_, span.printed, 0, span.text.size(), at);
      at += span.box ? box_bytes : span.text.size();
    }
  }

  /// `extra` is spread evenly over the word spaces of the line and over the gaps between its letters.
  Line make(const std::vector<Part>& parts, Length left, Justification extra) {
    line_ = {};
    line_.left = left;
    pen_ = left;
    extra_ = extra;
    spaces_left_ = std::count_if(parts.begin(), parts.end(), [](const Part& part) { return part.kind == Piece::Kind::space && !part.trailing; });
    gaps_left_ = extra.letters.units == 0 ? 0 : count_clusters(parts) - 1;
    for (const Part& part : parts) add(part);
    line_.width = pen_ - left;
    return std::move(line_);
  }

 private:
  /// Clusters that show on the line, spaces at its end left out.
  std::int64_t count_clusters(const std::vector<Part>& parts) const {
    std::int64_t count = 0;
    for (const Part& part : parts) {
      if (part.trailing || part.kind == Piece::Kind::box) continue;
      const std::string_view text = drawn_text(part);
      const ShapedWord& word = tools_.words.shape(shape_key(paragraph_.items[part.item], spans_[part.span]), text);
      for (std::size_t i = 0; i < word.glyphs.size(); ++i) count += ends_shown_cluster(word, i, text) ? 1 : 0;
    }
    return count;
  }

  static bool ends_shown_cluster(const ShapedWord& word, std::size_t i, std::string_view text) {
    const bool ends = i + 1 == word.glyphs.size() || word.glyphs[i + 1].cluster != word.glyphs[i].cluster;
    return ends && word.glyphs[i].id != 0 && !text.substr(word.glyphs[i].cluster).starts_with(soft_hyphen);
  }

  std::string_view drawn_text(const Part& part) const {
    if (part.hyphen) return "-";
    if (part.kind == Piece::Kind::space) return " ";
    return std::string_view(paragraph_.text).substr(part.begin, part.end - part.begin);
  }

  void add(const Part& part) {
    const Span& span = spans_[part.span];
    if (part.kind == Piece::Kind::box) {
      line_.boxes.push_back({span.box->index, pen_, {span.box->width, span.box->height}, span.leaf});
      pen_ += span.box->width;
      return;
    }
    const Item& item = paragraph_.items[part.item];
    const std::string_view shaped_text = drawn_text(part);
    GlyphRun& run = run_for(span, item);
    const std::string_view said = part.hyphen ? std::string_view(soft_hyphen) : shaped_text;
    add_glyphs(run, part, span, item, tools_.words.shape(shape_key(item, span), shaped_text), said);
    if (part.kind == Piece::Kind::space) widen(run, part);
  }

  /// The line's last run when it goes on in the same way, else a new one.
  GlyphRun& run_for(const Span& span, const Item& item) {
    const Length size = span.font.size;
    const bool right_to_left = (item.level & 1) != 0;
    if (!line_.runs.empty()) {
      GlyphRun& last = line_.runs.back();
      const bool same = last.face == item.face && last.size == size && last.ink == span.ink && last.language == span.language &&
                        last.origin == span.origin && last.figure == span.figure && last.leaf == span.leaf && last.rise == span.font.rise && !last.right_to_left && !right_to_left;
      if (same && last.x + last.width() == pen_) return last;
    }
    GlyphRun run;
    run.face = item.face;
    run.size = size;
    run.ink = span.ink;
    run.language = span.language;
    run.right_to_left = right_to_left;
    run.origin = span.origin;
    run.figure = span.figure;
    run.leaf = span.leaf;
    run.x = pen_;
    run.rise = span.font.rise;
    line_.runs.push_back(std::move(run));
    return line_.runs.back();
  }

  void add_glyphs(GlyphRun& run, const Part& part, const Span& span, const Item& item, const ShapedWord& word, std::string_view said) {
    const auto base = static_cast<std::uint32_t>(run.text.size());
    add_part(run.printed, printed_, part.begin, part.end, base);
    run.text += said;
    const int units_per_em = tools_.faces.units_per_em(item.face);
    const Length tracking = scaled(span.font.size, span.font.tracking, 1000);
    for (std::size_t i = 0; i < word.glyphs.size(); ++i) {
      const ShapedGlyph& shaped = word.glyphs[i];
      const std::uint32_t cluster_end = part.hyphen ? static_cast<std::uint32_t>(said.size()) : end_of_cluster(word, i, said.size());
      const std::string_view cluster = said.substr(part.hyphen ? 0 : shaped.cluster, cluster_end - (part.hyphen ? 0 : shaped.cluster));
      if (!part.hyphen && cluster == soft_hyphen) continue;
      if (shaped.id == 0) {
        missing_.push_back({decode_utf8(cluster).empty() ? U'\uFFFD' : decode_utf8(cluster).front(), span.origin});
        continue;
      }
      Glyph glyph{shaped.id, at_size(shaped.advance, run.size, units_per_em), at_size(shaped.dx, run.size, units_per_em),
                  at_size(shaped.dy, run.size, units_per_em), base + (part.hyphen ? 0 : shaped.cluster), base + cluster_end};
      const bool ends_cluster = i + 1 == word.glyphs.size() || word.glyphs[i + 1].cluster != shaped.cluster;
      if (part.kind == Piece::Kind::space) glyph.advance = scaled(glyph.advance + tracking, span.space, 100);
      else if (ends_cluster) glyph.advance += tracking;
      if (part.trailing) glyph.advance = {};
      else if (ends_cluster) glyph.advance += letter_share();
      pen_ += glyph.advance;
      run.glyphs.push_back(glyph);
    }
  }

  static std::uint32_t end_of_cluster(const ShapedWord& word, std::size_t i, std::size_t size) {
    auto end = static_cast<std::uint32_t>(size);
    for (const ShapedGlyph& other : word.glyphs)
      if (other.cluster > word.glyphs[i].cluster) end = std::min(end, other.cluster);
    return end;
  }

  /// The next gap's part of what goes between letters; nothing after the last one.
  Length letter_share() {
    if (gaps_left_ <= 0) return {};
    const Length share = extra_.letters / gaps_left_--;
    extra_.letters -= share;
    return share;
  }

  void widen(GlyphRun& run, const Part& part) {
    if (part.trailing || spaces_left_ == 0 || run.glyphs.empty()) return;
    const Length share = extra_.spaces / spaces_left_;
    run.glyphs.back().advance += share;
    pen_ += share;
    extra_.spaces -= share;
    --spaces_left_;
  }

  const Paragraph& paragraph_;
  const std::vector<Span>& spans_;
  Tools& tools_;
  std::vector<MissingCharacter>& missing_;
  PrintedRanges printed_;  ///< of the paragraph's text
  Line line_;
  Length pen_{};
  Justification extra_{};
  std::int64_t spaces_left_ = 0, gaps_left_ = 0;
};

}  // namespace

std::vector<Line> assemble(const Paragraph& paragraph, const std::vector<Span>& spans, const Breaking& breaking, const ParagraphStyle& style,
                           const Measures& measures, Tools& tools, std::vector<MissingCharacter>& missing) {
  std::vector<Line> lines;
  LineMaker maker(paragraph, spans, tools, missing);
  const Breakpoint* from = nullptr;
  int number = 0;
  for (const std::uint32_t end : breaking.ends) {
    const Breakpoint& to = paragraph.breaks[end];
    std::vector<Part> parts = parts_of(paragraph, from, to);
    reorder(parts, paragraph.items);
    const Length width = to.end - (from == nullptr ? Length{} : from->start);
    const Length spaces = to.end_spaces - (from == nullptr ? Length{} : from->start_spaces);
    const Length indent = (number == 0 ? style.first_indent : Length{}) + (number < style.hang_lines ? style.hang_indent : Length{});
    const Length room = measures.of(lines.size()) - indent - width;
    const Length hang = from == nullptr ? Length{} : from->hang;
    const bool justified = style.align == Align::justified && spaces.units > 0 && (!to.forced || room.units < 0);
    const Justification extra = justified ? justify(style, room, spaces, width - spaces) : Justification{};
    Length left = indent - hang;
    if (style.align == Align::right) left += room - to.hang_end;  // columns of figures end on one edge
    if (style.align == Align::centre) left += room / 2;
    Line line = maker.make(parts, left, extra);
    line.hyphenated = to.hyphen;
    line.width = hang + width + extra.spaces + extra.letters;
    line.over = max({}, extra.spaces + extra.letters - room);
    if (justified) line.spaces = static_cast<int>((spaces + extra.spaces).units * style.space / spaces.units);
    lines.push_back(std::move(line));
    from = &to;
    ++number;
  }
  return lines;
}

}  // namespace tilstand::text
