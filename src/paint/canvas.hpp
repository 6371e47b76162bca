// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/geometry.hpp"
#include "drawing/drawing.hpp"
#include "scene/page.hpp"

namespace tilstand::paint {

/// Where a page is drawn: PDF, PNG, SVG or a transcript. The one virtual seam of the program.
class Canvas {
 public:
  virtual ~Canvas() = default;
  virtual void begin_page(const scene::Page& page) = 0;
  /// Items between a begin and an end belong to one mark; marks never nest.
  virtual void begin_mark(const scene::Mark& mark) = 0;
  virtual void text(const scene::TextItem& item) = 0;
  virtual void shape(const drawing::Shape& shape) = 0;
  virtual void picture(const scene::PictureItem& item) = 0;
  virtual void end_mark() = 0;
  virtual void end_page() = 0;
};

/// Draws a whole page, grouping consecutive items of equal mark.
void paint_page(const scene::Page& page, Canvas& canvas);

}  // namespace tilstand::paint
