// SPDX-License-Identifier: Apache-2.0
#include "haru/font_set.hpp"

namespace tilstand::haru {

GlyphFont* FontSet::find(FaceId face) {
  if (face.value >= library_.faces.size()) return nullptr;
  std::unique_ptr<GlyphFont>& font = fonts_[face];
  if (!font) font = std::make_unique<GlyphFont>(library_.faces[face.value]);
  return font.get();
}

std::string FontSet::name(FaceId face) {
  std::string name = "F";
  append_integer(name, face.value);
  return name;
}

std::string FontSet::write(Sink& sink) const {
  std::string entries;
  for (const auto& [face, font] : fonts_) {
    const ObjectNumber number = sink.allocate();
    font->write(sink, number);
    entries += "/" + name(face) + " " + reference(number);
  }
  return entries;
}

}  // namespace tilstand::haru
