// SPDX-License-Identifier: Apache-2.0
#include "scene/drawing_items.hpp"

namespace tilstand::scene {

void each_item(const drawing::Drawing& drawing, Point origin, const std::function<void(std::variant<TextItem, ShapeItem, PictureItem>)>& put) {
  for (const auto& item : drawing.items) {
    if (const auto* shape = std::get_if<drawing::Shape>(&item)) {
      ShapeItem moved{*shape};
      moved.shape.path = tilstand::moved(std::move(moved.shape.path), origin);
      if (!moved.shape.path.steps.empty()) put(std::move(moved));
    }
    const auto* label = std::get_if<drawing::Label>(&item);
    if (label == nullptr) continue;
    for (const text::GlyphRun& run : label->line.runs)
      if (!run.glyphs.empty()) put(TextItem{run_start(label->baseline + origin, run), run, label->tick});
  }
}

}  // namespace tilstand::scene
