// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "font/library.hpp"
#include "haru/sink.hpp"
#include "haru/subset.hpp"

namespace tilstand::haru {

/// A glyph of an embedded font: its width in thousandths of the em and what it stands for.
struct UsedGlyph {
  std::uint32_t glyph = 0;
  int width = 0;
  std::string_view text;
};

/// What of a face goes into the file: the glyphs, rising by number, and their program.
struct EmbeddedFont {
  std::vector<UsedGlyph> glyphs;
  Subset subset;
};

/// Writes the five objects of a composite font, the uppermost as `number`.
void write_font(Sink& sink, ObjectNumber number, const font::Face& face, const EmbeddedFont& embedded);

/// The W array of `glyphs` (ISO 32000-1, 9.7.4.3).
std::string widths_array(const std::vector<UsedGlyph>& glyphs);

/// The ToUnicode CMap of `glyphs` (ISO 32000-1, 9.10.3).
std::string unicode_map(const std::vector<UsedGlyph>& glyphs);

}  // namespace tilstand::haru
