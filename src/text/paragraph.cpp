// SPDX-License-Identifier: Apache-2.0
#include "text/find_breaks.hpp"
#include "text/paragraph.hpp"

namespace tilstand::text {
namespace {

constexpr const char* object = "\xEF\xBF\xBC";  // U+FFFC stands for an inline box

struct Joined {
  std::string text;
  std::vector<Stretch> stretches;
};

Joined join(const std::vector<Span>& spans) {
  Joined joined;
  for (const Span& span : spans) {
    const auto begin = static_cast<std::uint32_t>(joined.text.size());
    joined.text += span.box ? object : span.text;
    joined.stretches.push_back({begin, static_cast<std::uint32_t>(joined.text.size()), &span.font, &span.language});
  }
  return joined;
}

bool is_space(const std::string& text, std::uint32_t at) { return text[at] == ' '; }

/// Splits each item at spaces, line ends and boxes.
void cut_into_pieces(Paragraph& paragraph, const std::vector<Span>& spans) {
  for (std::uint32_t i = 0; i < paragraph.items.size(); ++i) {
    const Item& item = paragraph.items[i];
    const bool box = spans[item.stretch].box.has_value();
    for (std::uint32_t at = item.begin; at < item.end;) {
      std::uint32_t stop = at + 1;
      Piece::Kind kind = Piece::Kind::word;
      if (box) {
        kind = Piece::Kind::box, stop = item.end;
      } else if (paragraph.text[at] == '\n') {
        kind = Piece::Kind::forced_break;
      } else if (is_space(paragraph.text, at)) {
        kind = Piece::Kind::space;
      } else {
        while (stop < item.end && !is_space(paragraph.text, stop) && paragraph.text[stop] != '\n') ++stop;
      }
      paragraph.pieces.push_back({kind, at, stop, i, item.stretch, {}});
      at = stop;
    }
  }
}

}  // namespace

ShapeKey shape_key(const Item& item, const Span& span) {
  return {item.face, item.script, (item.level & 1) != 0, span.font.tabular, span.font.capitals, span.font.figures, span.language, span.font.features};
}

Length at_size(std::int32_t units, Length size, int units_per_em) { return scaled(size, units, units_per_em); }

Length measure(const Paragraph& paragraph, const Span& span, std::uint32_t item_index, std::uint32_t begin, std::uint32_t end, Tools& tools) {
  const Item& item = paragraph.items[item_index];
  const Length size = span.font.size;
  const ShapedWord& word = tools.words.shape(shape_key(item, span), std::string_view(paragraph.text).substr(begin, end - begin));
  const int units_per_em = tools.faces.units_per_em(item.face);
  const Length tracking = scaled(span.font.size, span.font.tracking, 1000);
  Length width{};
  for (std::size_t i = 0; i < word.glyphs.size(); ++i) {
    if (paragraph.text.compare(begin + word.glyphs[i].cluster, 2, "\u00AD") == 0) continue;  // not shown, not tracked
    width += at_size(word.glyphs[i].advance, size, units_per_em);
    if (i + 1 == word.glyphs.size() || word.glyphs[i + 1].cluster != word.glyphs[i].cluster) width += tracking;
  }
  return paragraph.text[begin] == ' ' ? scaled(width, span.space, 100) : width;
}

Paragraph measure_paragraph(const std::vector<Span>& spans, Tools& tools) {
  Joined joined = join(spans);
  Paragraph paragraph;
  paragraph.text = std::move(joined.text);
  if (paragraph.text.empty()) return paragraph;
  paragraph.items = tools.itemiser.items(paragraph.text, joined.stretches);
  cut_into_pieces(paragraph, spans);
  for (Piece& piece : paragraph.pieces) {
    if (piece.kind == Piece::Kind::box) piece.width = spans[piece.span].box->width;
    if (piece.kind == Piece::Kind::word || piece.kind == Piece::Kind::space)
      piece.width = measure(paragraph, spans[piece.span], piece.item, piece.begin, piece.end, tools);
  }
  if (!paragraph.pieces.empty()) find_breaks(paragraph, spans, tools);
  return paragraph;
}

}  // namespace tilstand::text
