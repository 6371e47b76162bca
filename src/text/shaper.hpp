// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "font/library.hpp"
#include "text/line.hpp"
#include "text/no_break.hpp"
#include "text/span.hpp"

namespace tilstand::text {

/// A character that no face of the library has.
struct MissingGlyph {
  char32_t character = 0;
  NodeId origin{};
  bool operator==(const MissingGlyph&) const = default;
};

/// A language that has no patterns, and where its words are met first.
struct Unhyphenated {
  std::string language;
  NodeId origin{};
  bool operator==(const Unhyphenated&) const = default;
};

/// Vertical measures of a face at a size, positive numbers.
struct FontMetrics {
  Length ascent, descent, cap_height, x_height;
};

/// Sets text: itemises and picks faces with pango (only from the library), shapes with HarfBuzz, hyphenates with
/// libhyphen, breaks lines. Words are shaped once and kept. One instance serves one thread.
class Shaper {
 public:
  /// What is known of a language: its tag, the path of its pattern file (libhyphen format; empty: none), words that numbers keep.
  struct Hyphenation {
    std::string language, file;
    NoBreakWords no_break{};
  };
  /// `library` must outlive the shaper.
  Shaper(const font::Library& library, std::vector<Hyphenation> hyphenation);
  ~Shaper();
  Shaper(const Shaper&) = delete;
  Shaper& operator=(const Shaper&) = delete;

  /// The paragraph's lines in a measure. At least one line; an unbreakable word wider than the measure stands alone and sticks out.
  std::vector<Line> lines(const std::vector<Span>& spans, const ParagraphStyle& style, const Measures& measures);
  /// All spans on one line, unbroken, left-aligned at 0.
  Line line(const std::vector<Span>& spans);
  /// Width of the widest unbreakable piece: the least measure that nothing sticks out of.
  Length least_measure(const std::vector<Span>& spans);

  FontMetrics metrics(const FontStyle& font);
  /// Ink box of a line relative to its origin on the baseline (y down); for optical alignment of large glyphs.
  Rect ink_box(const Line& line);

  /// Characters that had to be left out so far, in order of appearance, each once per origin.
  const std::vector<MissingGlyph>& missing() const;
  /// Languages without patterns whose words should have been divided, each once, with the node that has the first.
  const std::vector<Unhyphenated>& unhyphenated() const;
  /// The OpenType features that the style asks for and its face lacks, as tags.
  std::vector<std::string> lacking_features(const FontStyle& font);
  /// Lines wider than their measure since the start, by origin.
  const std::vector<NodeId>& overfull() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tilstand::text
