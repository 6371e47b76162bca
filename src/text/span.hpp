// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/geometry.hpp"
#include "base/id.hpp"
#include "base/ink.hpp"
#include "base/printed.hpp"

namespace tilstand::text {

enum class Figures { lining, old_style };
enum class Position { normal, superscript, subscript };

/// What decides the shape of glyphs.
struct FontStyle {
  std::string family;
  int weight = 400;
  bool italic = false;
  Length size{};
  int tracking = 0;  ///< thousandths of an em after each cluster
  Figures figures = Figures::lining;
  bool tabular = false;
  Position position = Position::normal;
  std::string features{};  ///< OpenType tags between spaces
  bool small_caps = false;
  bool capitals = false;   ///< lower-case letters are drawn as capitals, for a face without small ones
  Length rise{};           ///< of the baseline, upwards
  bool operator==(const FontStyle&) const = default;
};

/// An object in a line of text: a drawing of a given width that stands on the baseline. Breaks are allowed as beside a word.
struct InlineBox {
  std::uint32_t index = 0;  ///< the caller's number for it
  Length width{}, height{}; ///< height above the baseline
};

/// A stretch of text that is set in one way. Boundaries between spans are no break opportunities of their own.
/// "\n" is a forced line break; U+00AD a discretionary hyphen; U+00A0 and U+202F don't break.
struct Span {
  std::string text;
  FontStyle font;
  Ink ink{};
  std::string language = "nb";  ///< BCP 47; decides hyphenation and shaping
  bool hyphenate = false;
  int hyphen_letters = 3;       ///< at least so many on both sides of a hyphen that the program adds
  int space = 100;              ///< width of a word space, per cent of what the font gives
  NodeId origin{};              ///< content node that the text belongs to
  FigureId figure{};            ///< figure that the text prints; none for words
  PrintedRanges printed{};      ///< of `text`: numbers from data; no part in shaping or in where lines end
  std::uint32_t leaf = 0;       ///< the caller's number for the structure leaf (a link, a reference) inside the paragraph
  std::optional<InlineBox> box; ///< an object instead of text; `text` is then empty
};

/// The bytes of a span from `begin` up to `end`, with what was printed from data in them.
Span part_of(const Span& span, std::size_t begin, std::size_t end);

enum class Align { left, right, centre, justified };

/// How a paragraph's lines are made.
struct ParagraphStyle {
  Align align = Align::left;
  Length first_indent{};
  bool optimal = true;   ///< total-fit (Knuth and Plass 1981); else first-fit
  bool balanced = false; ///< lines of about equal length (heads, statements)
  int hang_lines = 0;    ///< so many first lines begin `hang_indent` further in, beside an initial
  Length hang_indent{};
  int space_least = 80, space = 100, space_most = 133;  ///< word space of a justified line, per cent of what the font gives; `space` as in the spans
  int letter_fit = 10;      ///< thousandths of its letters' width that a justified line may space or tighten them by, when its spaces are at their limit
  int most_hyphens = 2;     ///< divided lines in a row; more only when nothing else can be set
  int hyphen_penalty = 100; ///< per cent of the usual price of a divided word
  int last_line = 20;       ///< least width of the last line, per cent of the measure; 0: a line of one letter will do
};

/// The room that each line of a paragraph has: the first ones may stand beside something.
struct Measures {
  Length rest{};              ///< of all lines after `first`
  std::vector<Length> first{};

  Measures(Length all) : rest(all) {}
  Measures(std::vector<Length> first_lines, Length all_others) : rest(all_others), first(std::move(first_lines)) {}
  Length of(std::size_t line) const { return line < first.size() ? first[line] : rest; }
};

/// What a justified line gives (or takes) so that it ends with its measure.
struct Justification {
  Length spaces{}, letters{};  ///< added to all word spaces, between all letters
};

/// How much the spaces and letters of a line may give, and take, within the style's limits; `spaces` and `letters` are their natural widths.
Length most_stretch(const ParagraphStyle& style, Length spaces, Length letters);
Length most_shrink(const ParagraphStyle& style, Length spaces, Length letters);
/// Divides `rest`: first to the spaces within their limits, then to the letters within theirs, what is left to the spaces.
Justification justify(const ParagraphStyle& style, Length rest, Length spaces, Length letters);

}  // namespace tilstand::text
