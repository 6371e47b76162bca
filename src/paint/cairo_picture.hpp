// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cairo.h>

#include "base/geometry.hpp"
#include "picture/picture.hpp"

namespace tilstand::paint {

/// Draws a picture into `area`, points from the top left corner. Pixels that can't be decoded or held leave it empty.
void draw_picture(cairo_t* context, const picture::Picture& picture, const Rect& area);

}  // namespace tilstand::paint
