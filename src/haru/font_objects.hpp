// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "font/library.hpp"
#include "haru/sink.hpp"

namespace tilstand::haru {

/// A glyph of an embedded font: its width in thousandths of the em and what it stands for.
struct UsedGlyph {
  std::uint32_t glyph = 0;
  int width = 0;
  std::string_view text;
};

/// Writes the five objects of a composite font, the uppermost as `number`. `glyphs` rise by number.
void write_font(Sink& sink, ObjectNumber number, const font::Face& face, const std::vector<UsedGlyph>& glyphs);

/// The W array of `glyphs` (ISO 32000-1, 9.7.4.3).
std::string widths_array(const std::vector<UsedGlyph>& glyphs);

/// The ToUnicode CMap of `glyphs` (ISO 32000-1, 9.10.3).
std::string unicode_map(const std::vector<UsedGlyph>& glyphs);

}  // namespace tilstand::haru
