// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <hb.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/faces.hpp"
#include "text/span.hpp"

namespace tilstand::text {

/// A glyph in font units; `cluster` is the byte offset of its cluster in the word.
struct ShapedGlyph {
  std::uint32_t id = 0, cluster = 0;
  std::int32_t advance = 0, dx = 0, dy = 0;
};

/// A word as HarfBuzz shaped it, glyphs in visual order.
struct ShapedWord {
  std::vector<ShapedGlyph> glyphs;
};

/// What beside its characters decides how a word is shaped; size does not.
struct ShapeKey {
  FaceId face;
  hb_script_t script = HB_SCRIPT_LATIN;
  bool right_to_left = false, tabular = false, capitals = false;
  Figures figures = Figures::lining;
  std::string language, features;
  auto operator<=>(const ShapeKey&) const = default;
};

/// Shapes each distinct word once and keeps it, until it has `most_kept` of them; then it begins anew. More words than that
/// are the numbers of a long table, which don't come again.
class WordShaper {
 public:
  explicit WordShaper(Faces& faces) : faces_(faces) {}
  /// The word as shaped; good until the next call.
  const ShapedWord& shape(const ShapeKey& key, std::string_view word);

 private:
  ShapedWord shape_anew(const ShapeKey& key, std::string_view word);

  static constexpr std::size_t most_kept = 1 << 15;
  Faces& faces_;
  std::size_t count_ = 0;
  std::map<ShapeKey, std::map<std::string, ShapedWord, std::less<>>> kept_;
};

}  // namespace tilstand::text
