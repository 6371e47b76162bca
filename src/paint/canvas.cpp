// SPDX-License-Identifier: Apache-2.0
#include "paint/canvas.hpp"

#include <variant>

namespace tilstand::paint {

void paint_page(const scene::Page& page, Canvas& canvas) {
  canvas.begin_page(page);
  const scene::Mark* open = nullptr;
  for (const scene::Item& item : page.items) {
    if (open == nullptr || !(*open == item.mark)) {
      if (open != nullptr) canvas.end_mark();
      canvas.begin_mark(item.mark);
      open = &item.mark;
    }
    if (const auto* text = std::get_if<scene::TextItem>(&item.drawing)) canvas.text(*text);
    if (const auto* shape = std::get_if<scene::ShapeItem>(&item.drawing)) canvas.shape(shape->shape);
    if (const auto* picture = std::get_if<scene::PictureItem>(&item.drawing)) canvas.picture(*picture);
  }
  if (open != nullptr) canvas.end_mark();
  canvas.end_page();
}

}  // namespace tilstand::paint
