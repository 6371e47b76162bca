// SPDX-License-Identifier: Apache-2.0
#include "text/forms.hpp"

#include <glib.h>

#include <algorithm>

namespace tilstand::text {
namespace {

/// Sizes and rises of drawn substitutes, thousandths of an em.
constexpr int script_size = 620, rise_up = 350, rise_down = -160, small_capital = 800;

bool is_formed(const Span& span) { return span.font.position != Position::normal || span.font.small_caps; }

Span unformed_part(const Span& span, std::size_t begin, std::size_t end) {
  Span part = part_of(span, begin, end);
  part.font.small_caps = false;
  return part;
}

void add_feature(FontStyle& font, const char* tag) { font.features += (font.features.empty() ? "" : " ") + std::string(tag); }

class Former {
 public:
  Former(Tools& tools, std::vector<Span>& into) : tools_(tools), into_(into) {}

  void add(const Span& span) {
    if (span.font.small_caps) return add_small_caps(span);
    Span made = span;
    const bool up = span.font.position == Position::superscript;
    if (span.font.position != Position::normal && !has_forms(span, up ? "sups" : "subs", span.text)) {
      made.font.rise = scaled(span.font.size, up ? rise_up : rise_down, 1000);
      made.font.size = scaled(span.font.size, script_size, 1000);
    } else if (span.font.position != Position::normal) {
      add_feature(made.font, up ? "sups" : "subs");
    }
    into_.push_back(std::move(made));
  }

 private:
  std::vector<std::uint32_t> glyphs(const Span& span, FaceId face, const std::string& features, std::string_view word) {
    const ShapeKey key{face, HB_SCRIPT_LATIN, false, span.font.tabular, false, span.font.figures, span.language, features};
    std::vector<std::uint32_t> ids;
    for (const ShapedGlyph& glyph : tools_.words.shape(key, word).glyphs) ids.push_back(glyph.id);
    return ids;
  }

  /// The feature gives each character of `words`, spaces aside, another glyph.
  bool has_forms(const Span& span, const char* tag, std::string_view words) {
    const FaceId face = tools_.itemiser.face(span.font);
    if (!tools_.faces.has_feature(face, tag)) return false;
    FontStyle with = span.font;
    add_feature(with, tag);
    for (std::size_t at = 0; at < words.size();) {
      const auto size = static_cast<std::size_t>(g_utf8_next_char(words.data() + at) - (words.data() + at));
      const std::string_view one = words.substr(at, size);
      if (one != " " && one != "\u00A0" && glyphs(span, face, span.font.features, one) == glyphs(span, face, with.features, one)) return false;
      at += size;
    }
    return true;
  }

  /// Lower-case letters become small capitals; of words that have none, an abbreviation, the capitals do.
  void add_small_caps(const Span& span) {
    const bool lower = has_letter(span.text, g_unichar_islower);
    std::size_t begin = 0, at = 0;
    bool small = false;
    const auto flush = [&] {
      if (at > begin) into_.push_back(small ? small_capitals(unformed_part(span, begin, at), lower) : unformed_part(span, begin, at));
      begin = at;
    };
    while (at < span.text.size()) {
      const gunichar character = g_utf8_get_char(span.text.c_str() + at);
      const bool becomes = lower ? g_unichar_islower(character) : g_unichar_isupper(character);
      if (becomes != small) flush();
      small = becomes;
      at = static_cast<std::size_t>(g_utf8_next_char(span.text.c_str() + at) - span.text.c_str());
    }
    flush();
  }

  Span small_capitals(Span part, bool lower) {
    const char* tag = lower ? "smcp" : "c2sc";
    if (has_forms(part, tag, part.text)) {
      add_feature(part.font, tag);
    } else {
      part.font.size = scaled(part.font.size, small_capital, 1000);
      part.font.capitals = true;
    }
    return part;
  }

  template <class Is>
  static bool has_letter(const std::string& text, Is is) {
    for (const char* at = text.c_str(); *at != '\0'; at = g_utf8_next_char(at))
      if (is(g_utf8_get_char(at))) return true;
    return false;
  }

  Tools& tools_;
  std::vector<Span>& into_;
};

}  // namespace

Formed::Formed(const std::vector<Span>& spans, Tools& tools) : given_(spans) {
  if (std::none_of(spans.begin(), spans.end(), is_formed)) return;
  Former former(tools, formed_);
  for (const Span& span : spans) former.add(span);
}

}  // namespace tilstand::text
