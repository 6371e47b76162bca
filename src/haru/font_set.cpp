// SPDX-License-Identifier: Apache-2.0
#include "haru/font_set.hpp"

#include <future>
#include <vector>

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
  std::vector<std::future<EmbeddedFont>> coming;
  for (const auto& [face, font] : fonts_) coming.push_back(sink.pool().run([made = font.get()] { return made->embedded(); }));
  std::string entries;
  std::size_t next = 0;
  for (const auto& [face, font] : fonts_) {
    const ObjectNumber number = sink.allocate();
    font->write(sink, number, coming[next++].get());
    entries += "/" + name(face) + " " + reference(number);
  }
  return entries;
}

}  // namespace tilstand::haru
