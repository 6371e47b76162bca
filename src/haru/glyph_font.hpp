// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "font/library.hpp"
#include "haru/font_objects.hpp"
#include "haru/sink.hpp"

namespace tilstand::haru {

/// What a reader of the file gets for a drawn glyph.
enum class Reading {
  own,      ///< the font's ToUnicode says the text
  other,    ///< it says something else: the text must be given as ActualText
  missing   ///< the glyph has no Unicode, or is the font's mark for a missing glyph
};

/// A face that is drawn by glyph number: it remembers what each used glyph stands for, and embeds those glyphs only.
class GlyphFont {
 public:
  /// `face` must outlive it.
  explicit GlyphFont(const font::Face& face);
  ~GlyphFont();
  GlyphFont(const GlyphFont&) = delete;
  GlyphFont& operator=(const GlyphFont&) = delete;

  /// Advance in thousandths of the em, as the file's W array says it.
  int width(std::uint32_t glyph);
  /// Notes that `glyph` alone is drawn for `text`.
  Reading use(std::uint32_t glyph, std::string_view text);
  /// Notes that `glyph` is drawn as one of several for `text`.
  Reading use_part(std::uint32_t glyph, std::string_view text);

  /// The glyphs that were used, to be written. A thread may make it while no other touches the font; the font outlives it.
  EmbeddedFont embedded() const;
  /// Writes the font (ISO 32000-1, 9.7) as object `number`; a face that can't be subset fails the sink.
  void write(Sink& sink, ObjectNumber number, const EmbeddedFont& embedded) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tilstand::haru
