// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <string>

#include "base/id.hpp"
#include "haru/glyph_font.hpp"

namespace tilstand::haru {

/// The fonts of one file, made as pages first use them and named "F<face>" in its resources.
class FontSet {
 public:
  /// `library` must outlive it.
  explicit FontSet(const font::Library& library) : library_(library) {}

  /// The font of a face; null when the library has no such face.
  GlyphFont* find(FaceId face);
  static std::string name(FaceId face);
  /// Writes all fonts and returns the entries of the Font resources.
  std::string write(Sink& sink) const;

 private:
  const font::Library& library_;
  std::map<FaceId, std::unique_ptr<GlyphFont>> fonts_;
};

}  // namespace tilstand::haru
