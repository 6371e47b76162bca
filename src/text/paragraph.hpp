// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "text/hyphenator.hpp"
#include "text/itemiser.hpp"
#include "text/line.hpp"
#include "text/shaper.hpp"
#include "text/span.hpp"
#include "text/word_shaper.hpp"

namespace tilstand::text {

/// A run of glyphs that lines are put together from: one word, one space or one inline box, in one item.
struct Piece {
  enum class Kind { word, space, box, forced_break } kind = Kind::word;
  std::uint32_t begin = 0, end = 0;  ///< bytes of the paragraph's text
  std::uint32_t item = 0, span = 0;
  Length width{};
};

/// A place where a line may end.
struct Breakpoint {
  std::uint32_t piece = 0;    ///< the line's last piece is this one …
  std::uint32_t offset = 0;   ///< … cut before this byte (the piece's end: whole)
  std::uint32_t next = 0;     ///< first piece of the next line
  Length end{};               ///< x of the line's end, hyphen added, hanging punctuation taken off
  Length start{};             ///< x of the next line's start, past hanging punctuation
  Length hang{};              ///< hanging punctuation of the next line's start
  Length hang_end{};          ///< hanging punctuation of the line's end
  Length end_spaces{}, start_spaces{};  ///< sums of space widths up to there
  bool hyphen = false;        ///< a hyphen is added
  bool forced = false;
  bool divides = false;       ///< the line ends in a hyphen, added or the author's
  int weight = 1;             ///< how many times the usual price an added hyphen costs
};

/// A paragraph measured but not broken.
struct Paragraph {
  std::string text;
  std::vector<Item> items;
  std::vector<Piece> pieces;
  std::vector<Breakpoint> breaks;  ///< ascending; the last one is the end
};

/// The tools a paragraph is made with.
struct Tools {
  Faces& faces;
  Itemiser& itemiser;
  WordShaper& words;
  std::map<std::string, Hyphenator>& hyphenators;
  const std::map<std::string, NoBreakWords>& no_break;
  std::vector<Unhyphenated>& unhyphenated;  ///< languages without patterns that words should have been divided in, each once
};

/// How one piece of text is shaped.
ShapeKey shape_key(const Item& item, const Span& span);
/// A font-unit measure at a size.
Length at_size(std::int32_t units, Length size, int units_per_em);
/// Width of a shaped stretch of the paragraph's text, tracking included.
Length measure(const Paragraph& paragraph, const Span& span, std::uint32_t item, std::uint32_t begin, std::uint32_t end, Tools& tools);
Paragraph measure_paragraph(const std::vector<Span>& spans, Tools& tools);

}  // namespace tilstand::text
