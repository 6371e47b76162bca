// SPDX-License-Identifier: Apache-2.0
#include "text/find_breaks.hpp"

#include <glib.h>

#include <algorithm>

#include "text/hanging.hpp"

namespace tilstand::text {
namespace {

constexpr char32_t soft_hyphen = 0xAD;
constexpr int hyphen_beside_hyphen = 20;  // times as dear: only when the line would be very short without

char32_t character_before(const std::string& text, std::uint32_t end) {
  if (end == 0) return 0;
  return g_utf8_get_char(g_utf8_find_prev_char(text.c_str(), text.c_str() + end));
}

std::uint32_t bytes_of(char32_t character) { return character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4; }

char32_t character_at(const std::string& text, std::uint32_t at) { return at < text.size() ? g_utf8_get_char(text.c_str() + at) : 0; }

/// There are two letters or figures from byte `at` on.
bool two_follow(const std::string& text, std::uint32_t at) {
  const char32_t first = character_at(text, at);
  return g_unichar_isalnum(first) && g_unichar_isalnum(character_at(text, at + bytes_of(first)));
}

bool two_precede(const std::string& text, std::uint32_t end) {
  const char32_t last = character_before(text, end);
  return g_unichar_isalnum(last) && g_unichar_isalnum(character_before(text, end - bytes_of(last)));
}

/// Break rules beside UAX 14: none in ranges of figures ("16–79"), none after a hyphen that begins a word, and a hyphen leaves no
/// letter alone ("e-post").
bool is_barred(const std::string& text, std::uint32_t at) {
  const char32_t before = character_before(text, at);
  if (before != U'-' && before != U'\u2013') return false;
  const std::uint32_t dash = at - bytes_of(before);
  if (g_unichar_isdigit(character_at(text, at)) || dash == 0 || !g_unichar_isalnum(character_before(text, dash))) return true;
  return before == U'-' && !(two_precede(text, dash) && two_follow(text, at));
}

bool opens_quotation(char32_t c) { return c == U'"' || c == U'(' || c == U'\u00AB' || c == U'\u201C' || c == U'\u2018'; }

/// The word that begins at byte `begin` begins a sentence: nothing stands before it, or the end of another sentence. A full stop after
/// one or two letters ends an initial or an abbreviation.
bool begins_sentence(const std::string& text, std::uint32_t begin) {
  const auto skip = [&](auto is) {
    while (begin > 0 && is(character_before(text, begin))) begin -= bytes_of(character_before(text, begin));
  };
  skip(opens_quotation);
  if (begin == 0 || text[begin - 1] == '\n') return true;
  if (text[begin - 1] != ' ') return false;
  skip([](char32_t c) { return c == U' ' || c == U'"' || c == U')' || c == U'\u00BB' || c == U'\u201D' || c == U'\u2019'; });
  const char32_t end = character_before(text, begin);
  if (end != U'.') return end == U'!' || end == U'?' || end == U'\u2026';
  std::uint32_t letters = 0;
  for (std::uint32_t at = begin - 1; at > 0 && letters < 3 && g_unichar_isalnum(character_before(text, at)); at -= bytes_of(character_before(text, at))) ++letters;
  return letters > 2;
}

class BreakFinder {
 public:
  BreakFinder(Paragraph& paragraph, const std::vector<Span>& spans, Tools& tools)
      : paragraph_(paragraph), spans_(spans), tools_(tools), allowed_(tools.itemiser.breaks(paragraph.text, spans.front().language)) {}

  void find() {
    last_word_ = last_word_begin();
    hold_words_together();
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
           paragraph_.pieces[i + 1].kind == Piece::Kind::word && !leaves_baseline(piece) && !leaves_baseline(paragraph_.pieces[i + 1]);
  }

  /// A raised or lowered word belongs to the one that it stands at: a mark of a note, a power.
  bool leaves_baseline(const Piece& piece) const { return spans_[piece.span].font.position != Position::normal; }

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
    const bool divides = !forced && character_before(paragraph_.text, paragraph_.pieces[last].end) == U'-' && last == i;
    const Breakpoint point{i, paragraph_.pieces[i].end, i + 1, end - hang_end, x_ + hang, hang, hang_end, end_spaces, spaces_, false, forced, divides};
    paragraph_.breaks.push_back(point);
  }

  Length hanging(std::uint32_t i) const {
    const Piece& piece = paragraph_.pieces[i];
    if (piece.kind != Piece::Kind::word) return {};
    const char32_t last = character_before(paragraph_.text, piece.end);
    const int permille = hanging_permille(last, true);
    if (permille == 0) return {};
    const std::uint32_t size = bytes_of(last);
    return scaled(measure(paragraph_, spans_[piece.span], piece.item, piece.end - size, piece.end, tools_), permille, 1000);
  }

  Length hanging_start(std::uint32_t i) const {
    const Piece& piece = paragraph_.pieces[i];
    if (piece.kind != Piece::Kind::word) return {};
    const char32_t first = character_at(paragraph_.text, piece.begin);
    const int permille = hanging_permille(first, false);
    if (permille == 0) return {};
    const std::uint32_t size = bytes_of(first);
    return scaled(measure(paragraph_, spans_[piece.span], piece.item, piece.begin, piece.begin + size, tools_), permille, 1000);
  }

  /// The rules of the language, at each space that stands alone between two words.
  void hold_words_together() {
    static const NoBreakWords none;
    std::string_view earlier, before;
    const std::string_view text = paragraph_.text;
    for (const Piece& piece : paragraph_.pieces) {
      if (piece.kind == Piece::Kind::forced_break) earlier = before = {};
      if (piece.kind != Piece::Kind::space) continue;
      const std::size_t from = text.find_last_of(" \n", piece.begin == 0 ? 0 : piece.begin - 1);
      const std::size_t begin = from == std::string_view::npos || piece.begin == 0 ? 0 : from + 1;
      earlier = before;
      before = begin < piece.begin ? text.substr(begin, piece.begin - begin) : std::string_view();
      const std::string_view after = text.substr(piece.end, text.find_first_of(" \n", piece.end) - piece.end);
      const NoBreakWords* words = entry_of(tools_.no_break, spans_[piece.span].language);
      if (hold_together({earlier, before, after}, words != nullptr ? *words : none)) allowed_[piece.end] = false;
    }
  }

  void inside_word(std::uint32_t i) {
    const Piece& piece = paragraph_.pieces[i];
    bool soft = false, hard = false;
    for (std::uint32_t at = piece.begin + 1; at < piece.end; ++at) {
      if ((static_cast<unsigned char>(paragraph_.text[at]) & 0xC0) == 0x80) continue;  // inside a character
      const char32_t before = character_before(paragraph_.text, at);
      if (allowed_[at] && !is_barred(paragraph_.text, at) && before != soft_hyphen) add_inside(i, at, false, 0);
      if (before == soft_hyphen) add_inside(i, at, true, 1);
      soft = soft || before == soft_hyphen;
      hard = hard || before == U'-';
    }
    // Where the author says how a word is divided, patterns don't; and a word with a hyphen is better divided there. A word that
    // a number keeps on its line ("31. desember") is whole.
    const bool held = piece.begin > 0 && paragraph_.text[piece.begin - 1] == ' ' && !allowed_[piece.begin];
    if (spans_[piece.span].hyphenate && !soft && !held && piece.begin < last_word_) hyphenate(i, hard ? hyphen_beside_hyphen : 1);
    std::stable_sort(paragraph_.breaks.begin() + static_cast<std::ptrdiff_t>(first_inside(i)), paragraph_.breaks.end(),
                     [](const Breakpoint& a, const Breakpoint& b) { return a.offset < b.offset; });
  }

  std::size_t first_inside(std::uint32_t i) const {
    std::size_t first = paragraph_.breaks.size();
    while (first > 0 && paragraph_.breaks[first - 1].piece == i) --first;
    return first;
  }

  void hyphenate(std::uint32_t i, int weight) {
    const Piece& piece = paragraph_.pieces[i];
    const Span& span = spans_[piece.span];
    Hyphenator* hyphenator = entry_of(tools_.hyphenators, span.language);
    if (hyphenator == nullptr) return note_unhyphenated(span);
    const std::string_view word = std::string_view(paragraph_.text).substr(piece.begin, piece.end - piece.begin);
    std::uint32_t begin = 0;
    while (begin < word.size()) {  // the letters between punctuation and hyphens
      std::uint32_t end = begin;
      while (end < word.size() && g_unichar_isalpha(g_utf8_get_char(word.data() + end)))
        end += static_cast<std::uint32_t>(g_utf8_next_char(word.data() + end) - (word.data() + end));
      if (end > begin && !is_name(piece.begin + begin, piece.begin + end))
        for (const std::uint32_t point : hyphenator->points(word.substr(begin, end - begin), span.hyphen_letters))
          add_inside(i, piece.begin + begin + point, true, weight);
      begin = end + static_cast<std::uint32_t>(end < word.size() ? g_utf8_next_char(word.data() + end) - (word.data() + end) : 1);
    }
  }

  void note_unhyphenated(const Span& span) {
    auto& list = tools_.unhyphenated;
    const auto same = [&](const Unhyphenated& one) { return one.language == span.language; };
    if (std::none_of(list.begin(), list.end(), same)) list.push_back({span.language, span.origin});
  }

  /// A word with a capital may be a name, which is never divided; that of a sentence's first word says nothing.
  bool is_name(std::uint32_t begin, std::uint32_t end) const {
    const auto has_capital = [&](std::uint32_t from) {
      bool capital = false;
      for (const char* at = paragraph_.text.c_str() + from; at < paragraph_.text.c_str() + end; at = g_utf8_next_char(at))
        capital = capital || g_unichar_isupper(g_utf8_get_char(at));
      return capital;
    };
    if (!has_capital(begin)) return false;
    return has_capital(begin + bytes_of(character_at(paragraph_.text, begin))) || !begins_sentence(paragraph_.text, begin);
  }

  /// `weight`: see Breakpoint; 0 when no hyphen is added.
  void add_inside(std::uint32_t i, std::uint32_t at, bool hyphen, int weight) {
    const Piece& piece = paragraph_.pieces[i];
    const Span& span = spans_[piece.span];
    const Length width = measure(paragraph_, span, piece.item, piece.begin, at, tools_);
    Breakpoint point{i, at, i, x_ + width, x_ + width, {}, {}, spaces_, spaces_, hyphen, false, false, weight};
    point.divides = hyphen || character_before(paragraph_.text, at) == U'-';
    if (hyphen) {
      const Item& item = paragraph_.items[piece.item];
      const Length size = span.font.size;
      Length dash{};
      for (const ShapedGlyph& glyph : tools_.words.shape(shape_key(item, span), "-").glyphs)
        dash += at_size(glyph.advance, size, tools_.faces.units_per_em(item.face));
      point.hang_end = scaled(dash, hanging_permille(U'-', true), 1000);
      point.end += dash - point.hang_end;
    } else if (point.divides) {
      point.hang_end = scaled(measure(paragraph_, span, piece.item, at - 1, at, tools_), hanging_permille(U'-', true), 1000);
      point.end -= point.hang_end;
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

void find_breaks(Paragraph& paragraph, const std::vector<Span>& spans, Tools& tools) { BreakFinder(paragraph, spans, tools).find(); }

}  // namespace tilstand::text
