// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/geometry.hpp"
#include "base/id.hpp"
#include "base/ink.hpp"
#include "base/printed.hpp"

namespace tilstand::text {

/// One glyph, in visual order. `text_begin`/`text_end` are byte offsets of its cluster in the run's text; glyphs of
/// one cluster share them.
struct Glyph {
  std::uint32_t id = 0;
  Length advance{};
  Length dx{}, dy{};  ///< offset from the pen, dy downwards
  std::uint32_t text_begin = 0, text_end = 0;
  bool operator==(const Glyph&) const = default;
};

/// Glyphs of one face, size, ink, origin and figure, on one baseline.
struct GlyphRun {
  FaceId face;
  Length size{};
  Ink ink{};
  std::string language;
  std::string text;            ///< the characters that the glyphs stand for, logical order (a break's hyphen is U+00AD)
  std::vector<Glyph> glyphs;
  bool right_to_left = false;
  NodeId origin{};
  FigureId figure{};
  PrintedRanges printed{};     ///< of `text`: what was printed from data
  std::uint32_t leaf = 0;
  Length x{};                  ///< start of the run from the start of the line
  Length rise{};               ///< of the baseline, upwards
  Length width() const {
    Length sum{};
    for (const Glyph& glyph : glyphs) sum += glyph.advance;
    return sum;
  }
  bool operator==(const GlyphRun&) const = default;
};

/// An inline object's place on the line.
struct PlacedBox {
  std::uint32_t index = 0;
  Length x{};
  Size size{};
  std::uint32_t leaf = 0;
  bool operator==(const PlacedBox&) const = default;
};

/// A set line. x runs from the left edge of the measure; alignment is already in it. Spaces are glyphs, so the text of
/// the runs of all lines is the paragraph's text (a space at a line's end is kept in the last run with no width).
struct Line {
  std::vector<GlyphRun> runs;
  std::vector<PlacedBox> boxes;
  Length left{};    ///< first ink-bearing position (indent, alignment)
  Length width{};   ///< natural or justified width from `left`, trailing space and hanging punctuation not counted
  bool hyphenated = false;
  Length over{};    ///< by how much the line is wider than its measure
  int spaces = 100; ///< width of its word spaces, per cent of what the font gives
  bool operator==(const Line&) const = default;
};

}  // namespace tilstand::text
