// SPDX-License-Identifier: Apache-2.0
#include "text/paragraph.hpp"

#include <glib.h>

#include <algorithm>

#include "base/utf8.hpp"

namespace tilstand::text {
namespace {

constexpr const char* object = "\xEF\xBF\xBC";  // U+FFFC stands for an inline box
constexpr char32_t soft_hyphen = 0xAD;

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

char32_t character_before(const std::string& text, std::uint32_t end) {
  if (end == 0) return 0;
  return g_utf8_get_char(g_utf8_find_prev_char(text.c_str(), text.c_str() + end));
}

char32_t character_at(const std::string& text, std::uint32_t at) { return at < text.size() ? g_utf8_get_char(text.c_str() + at) : 0; }

/// Break rules beside UAX 14: none in ranges of figures ("16–79") nor after a hyphen that begins a word.
bool is_barred(const std::string& text, std::uint32_t at) {
  const char32_t before = character_before(text, at);
  if (before != U'-' && before != U'\u2013') return false;
  const auto dash = static_cast<std::uint32_t>(at - (before == U'-' ? 1 : 3));
  return g_unichar_isdigit(character_at(text, at)) || dash == 0 || !g_unichar_isalnum(character_before(text, dash));
}

class BreakFinder {
 public:
  BreakFinder(Paragraph& paragraph, const std::vector<Span>& spans, Tools& tools)
      : paragraph_(paragraph), spans_(spans), tools_(tools), allowed_(tools.itemiser.breaks(paragraph.text, spans.front().language)) {}

  void find() {
    last_word_ = last_word_begin();
    for (std::uint32_t i = 0; i < paragraph_.pieces.size(); ++i) {
      const Piece& piece = paragraph_.pieces[i];
      if (piece.kind == Piece::Kind::word) inside_word(i);
      if (piece.kind == Piece::Kind::space) spaces_ += piece.width;
      x_ += piece.width;
      if (piece.kind == Piece::Kind::forced_break) {
        add_after(i, true);
      } else if (i + 1 < paragraph_.pieces.size() && ends_line(i)) {
        add_after(i, false);
      }
    }
    add_after(static_cast<std::uint32_t>(paragraph_.pieces.size()) - 1, true);
  }

 private:
  bool ends_line(std::uint32_t i) const {
    const Piece& piece = paragraph_.pieces[i];
    if (piece.kind == Piece::Kind::space) return allowed_[piece.end] && paragraph_.pieces[i + 1].kind != Piece::Kind::space;
    return piece.kind == Piece::Kind::word && allowed_[piece.end] && !is_barred(paragraph_.text, piece.end) &&
           paragraph_.pieces[i + 1].kind == Piece::Kind::word;
  }

  void add_after(std::uint32_t i, bool forced) {
    std::uint32_t last = i;  // spaces at the line's end take no room
    Length end = x_, end_spaces = spaces_;
    while (last > 0 && paragraph_.pieces[last].kind != Piece::Kind::word && paragraph_.pieces[last].kind != Piece::Kind::box) {
      const Piece& piece = paragraph_.pieces[last];
      end -= piece.width;
      if (piece.kind == Piece::Kind::space) end_spaces -= piece.width;
      --last;
    }
    const Length hang = i + 1 < paragraph_.pieces.size() ? hanging_start(i + 1) : Length{};
    const Length hang_end = hanging(last);
    const Breakpoint point{i, paragraph_.pieces[i].end, i + 1, end - hang_end, x_ + hang, hang, hang_end, end_spaces, spaces_, false, forced};
    paragraph_.breaks.push_back(point);
  }

  Length hanging(std::uint32_t i) const {
    const Piece& piece = paragraph_.pieces[i];
    if (piece.kind != Piece::Kind::word) return {};
    const char32_t last = character_before(paragraph_.text, piece.end);
    const int permille = hanging_permille(last, true);
    if (permille == 0) return {};
    const auto size = static_cast<std::uint32_t>(last < 0x80 ? 1 : last < 0x800 ? 2 : 3);
    return scaled(measure(paragraph_, spans_[piece.span], piece.item, piece.end - size, piece.end, tools_), permille, 1000);
  }

  Length hanging_start(std::uint32_t i) const {
    const Piece& piece = paragraph_.pieces[i];
    if (piece.kind != Piece::Kind::word) return {};
    const char32_t first = character_at(paragraph_.text, piece.begin);
    const int permille = hanging_permille(first, false);
    if (permille == 0) return {};
    const auto size = static_cast<std::uint32_t>(first < 0x80 ? 1 : first < 0x800 ? 2 : 3);
    return scaled(measure(paragraph_, spans_[piece.span], piece.item, piece.begin, piece.begin + size, tools_), permille, 1000);
  }

  void inside_word(std::uint32_t i) {
    const Piece& piece = paragraph_.pieces[i];
    for (std::uint32_t at = piece.begin + 1; at < piece.end; ++at) {
      if ((static_cast<unsigned char>(paragraph_.text[at]) & 0xC0) == 0x80) continue;  // inside a character
      if (allowed_[at] && !is_barred(paragraph_.text, at) && character_before(paragraph_.text, at) != soft_hyphen) add_inside(i, at, false);
      if (character_before(paragraph_.text, at) == soft_hyphen) add_inside(i, at, true);
    }
    if (spans_[piece.span].hyphenate && piece.begin < last_word_) hyphenate(i);
    std::stable_sort(paragraph_.breaks.begin() + static_cast<std::ptrdiff_t>(first_inside(i)), paragraph_.breaks.end(),
                     [](const Breakpoint& a, const Breakpoint& b) { return a.offset < b.offset; });
  }

  std::size_t first_inside(std::uint32_t i) const {
    std::size_t first = paragraph_.breaks.size();
    while (first > 0 && paragraph_.breaks[first - 1].piece == i) --first;
    return first;
  }

  void hyphenate(std::uint32_t i) {
    const Piece& piece = paragraph_.pieces[i];
    const auto hyphenator = tools_.hyphenators.find(spans_[piece.span].language);
    if (hyphenator == tools_.hyphenators.end()) return;
    const std::string_view word = std::string_view(paragraph_.text).substr(piece.begin, piece.end - piece.begin);
    std::uint32_t begin = 0;
    while (begin < word.size()) {  // the letters between punctuation and hyphens
      std::uint32_t end = begin;
      while (end < word.size() && g_unichar_isalpha(g_utf8_get_char(word.data() + end)))
        end += static_cast<std::uint32_t>(g_utf8_next_char(word.data() + end) - (word.data() + end));
      if (end > begin && !is_name(piece.begin + begin, piece.begin + end))
        for (const std::uint32_t point : hyphenator->second.points(word.substr(begin, end - begin))) add_inside(i, piece.begin + begin + point, true);
      begin = end + static_cast<std::uint32_t>(end < word.size() ? g_utf8_next_char(word.data() + end) - (word.data() + end) : 1);
    }
  }

  /// A word with a capital may be a name, which is never divided.
  bool is_name(std::uint32_t begin, std::uint32_t end) const {
    bool capital = false;
    for (const char* at = paragraph_.text.c_str() + begin; at < paragraph_.text.c_str() + end; at = g_utf8_next_char(at))
      capital = capital || g_unichar_isupper(g_utf8_get_char(at));
    return capital;
  }

  void add_inside(std::uint32_t i, std::uint32_t at, bool hyphen) {
    const Piece& piece = paragraph_.pieces[i];
    const Span& span = spans_[piece.span];
    const Length width = measure(paragraph_, span, piece.item, piece.begin, at, tools_);
    Breakpoint point{i, at, i, x_ + width, x_ + width, {}, {}, spaces_, spaces_, hyphen, false};
    if (hyphen) {
      const Item& item = paragraph_.items[piece.item];
      const Length size = glyph_size(span, item.face, tools_.faces);
      Length dash{};
      for (const ShapedGlyph& glyph : tools_.words.shape(shape_key(item, span, tools_.faces), "-").glyphs)
        dash += at_size(glyph.advance, size, tools_.faces.units_per_em(item.face));
      point.end += dash - scaled(dash, hanging_permille(U'-', true), 1000);
    }
    paragraph_.breaks.push_back(point);
  }

  std::uint32_t last_word_begin() const {
    for (std::size_t i = paragraph_.pieces.size(); i-- > 0;)
      if (paragraph_.pieces[i].kind == Piece::Kind::space) return paragraph_.pieces[i].begin;
    return 0;
  }

  Paragraph& paragraph_;
  const std::vector<Span>& spans_;
  Tools& tools_;
  std::vector<bool> allowed_;
  Length x_{}, spaces_{};
  std::uint32_t last_word_ = 0;
};

}  // namespace

int hanging_permille(char32_t character, bool at_end) {
  switch (character) {
    case U'-': case U'.': case U',': return at_end ? 600 : 0;
    case U'\u00AB': case U'\u00BB': return 350;
    case U':': case U';': return at_end ? 300 : 0;
    default: return 0;
  }
}

ShapeKey shape_key(const Item& item, const Span& span, Faces& faces) {
  const bool superscript = span.font.position == Position::superscript && faces.has_superscripts(item.face);
  return {item.face, item.script, (item.level & 1) != 0, span.font.tabular, superscript, span.font.figures, span.language, span.font.features};
}

Length glyph_size(const Span& span, FaceId face, Faces& faces) {
  if (span.font.position == Position::normal || faces.has_superscripts(face)) return span.font.size;
  return scaled(span.font.size, 620, 1000);
}

Length at_size(std::int32_t units, Length size, int units_per_em) { return scaled(size, units, units_per_em); }

Length measure(const Paragraph& paragraph, const Span& span, std::uint32_t item_index, std::uint32_t begin, std::uint32_t end, Tools& tools) {
  const Item& item = paragraph.items[item_index];
  const Length size = glyph_size(span, item.face, tools.faces);
  const ShapedWord& word = tools.words.shape(shape_key(item, span, tools.faces), std::string_view(paragraph.text).substr(begin, end - begin));
  const int units_per_em = tools.faces.units_per_em(item.face);
  const Length tracking = scaled(span.font.size, span.font.tracking, 1000);
  Length width{};
  for (std::size_t i = 0; i < word.glyphs.size(); ++i) {
    if (paragraph.text.compare(begin + word.glyphs[i].cluster, 2, "\u00AD") == 0) continue;  // not shown, not tracked
    width += at_size(word.glyphs[i].advance, size, units_per_em);
    if (i + 1 == word.glyphs.size() || word.glyphs[i + 1].cluster != word.glyphs[i].cluster) width += tracking;
  }
  return width;
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
  if (!paragraph.pieces.empty()) BreakFinder(paragraph, spans, tools).find();
  return paragraph;
}

}  // namespace tilstand::text
