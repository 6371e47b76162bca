// SPDX-License-Identifier: Apache-2.0
#include "haru/glyph_font.hpp"

#include <algorithm>
#include <vector>

#include "base/utf8.hpp"
#include "haru/hb_face.hpp"

namespace tilstand::haru {
namespace {

constexpr std::string_view soft_hyphen = "\xC2\xAD";
constexpr std::string_view no_break_space = "\xC2\xA0";
constexpr int unknown = -1;

/// Characters that ToUnicode may hold (ISO 19005-2, 6.2.11.7.2) and that mean something outside one font.
bool is_readable(char32_t point) {
  const bool is_private = (point >= 0xE000 && point <= 0xF8FF) || point >= 0xF0000;
  return point != 0 && point != 0xFEFF && point != 0xFFFE && !is_private;
}

bool is_readable(std::string_view text) {
  if (text.size() == 1) return text[0] != 0;
  const std::u32string points = decode_utf8(text);
  return !points.empty() && std::all_of(points.begin(), points.end(), [](char32_t point) { return is_readable(point); });
}

}  // namespace

struct GlyphFont::State {
  explicit State(const font::Face& of) : face(of), opened(open_face(of)), font(open_font(opened.get())) {
    const unsigned count = hb_face_get_glyph_count(opened.get());
    units = std::max(1U, hb_face_get_upem(opened.get()));
    widths.assign(count, unknown);
    unicode.resize(count);
  }

  bool has(std::uint32_t glyph) const { return glyph != 0 && glyph < unicode.size(); }

  /// The character that the face itself maps to the glyph, the lowest one; empty when none.
  std::string natural(std::uint32_t glyph) {
    if (characters.empty()) map_characters();
    std::string text;
    if (characters[glyph] != 0) append_utf8(text, characters[glyph]);
    return text;
  }

  void map_characters() {
    characters.assign(unicode.size(), 0);
    const HbPointer<hb_set_t> points(hb_set_create());
    hb_face_collect_unicodes(opened.get(), points.get());
    hb_codepoint_t point = HB_SET_VALUE_INVALID, glyph = 0;
    while (hb_set_next(points.get(), &point)) {
      if (!is_readable(point) || !hb_font_get_nominal_glyph(font.get(), point, &glyph)) continue;
      if (glyph < characters.size() && characters[glyph] == 0) characters[glyph] = point;
    }
  }

  const font::Face& face;
  HbPointer<hb_face_t> opened;
  HbPointer<hb_font_t> font;
  unsigned units = 1000;
  std::vector<int> widths;           ///< by glyph; `unknown` until asked for
  std::vector<std::string> unicode;  ///< by glyph, UTF-8; empty: not used
  std::vector<char32_t> characters;  ///< by glyph, from the face's cmap; empty until needed
};

GlyphFont::GlyphFont(const font::Face& face) : state_(std::make_unique<State>(face)) {}
GlyphFont::~GlyphFont() = default;

int GlyphFont::width(std::uint32_t glyph) {
  if (glyph >= state_->widths.size()) return 0;
  int& width = state_->widths[glyph];
  if (width == unknown) width = in_thousandths(hb_font_get_glyph_h_advance(state_->font.get(), glyph), state_->units);
  return width;
}

Reading GlyphFont::use(std::uint32_t glyph, std::string_view text) {
  if (!state_->has(glyph)) return Reading::missing;
  if (text.empty()) return use_part(glyph, text);
  // A space that doesn't break keeps its character where the face has a glyph for it; one glyph for both is a space.
  if (text == no_break_space && state_->natural(glyph) != no_break_space) text = " ";
  std::string& known = state_->unicode[glyph];
  if (known == text) return Reading::own;
  if (!is_readable(text)) return Reading::missing;
  // A break's hyphen is drawn with the hyphen's glyph, which must keep its meaning elsewhere.
  if (known.empty() && text == soft_hyphen) known = state_->natural(glyph);
  if (known.empty()) known = text;
  return known == text ? Reading::own : Reading::other;
}

Reading GlyphFont::use_part(std::uint32_t glyph, std::string_view text) {
  if (!state_->has(glyph)) return Reading::missing;
  std::string& known = state_->unicode[glyph];
  if (known.empty()) known = state_->natural(glyph);
  if (known.empty() && is_readable(text)) known = text;
  return known.empty() ? Reading::missing : Reading::other;
}

EmbeddedFont GlyphFont::embedded() const {
  EmbeddedFont made;
  std::vector<std::uint32_t> numbers;
  for (std::uint32_t glyph = 0; glyph < state_->unicode.size(); ++glyph) {
    if (state_->unicode[glyph].empty()) continue;
    const int advance = hb_font_get_glyph_h_advance(state_->font.get(), glyph);
    made.glyphs.push_back({glyph, in_thousandths(advance, state_->units), state_->unicode[glyph]});
    numbers.push_back(glyph);
  }
  made.subset = subset(state_->face, numbers);
  return made;
}

void GlyphFont::write(Sink& sink, ObjectNumber number, const EmbeddedFont& embedded) const { write_font(sink, number, state_->face, embedded); }

}  // namespace tilstand::haru
