// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scene/page.hpp"

namespace tilstand::press {

/// What lies this near to the trim edge stands on it.
constexpr Length edge_tolerance{Length::per_mm / 10};

/// Draws what ends at the trim edge out to the bleed: corners of fills and strokes on the edge move out, and windows of pictures;
/// a picture with no matter there to show is enlarged round the middle of its window, in proportion.
void draw_to_bleed(scene::Page& page, Length bleed);

/// By how much a picture that ends at the trim edge has to be enlarged to fill its bleed: 1 when it has matter enough.
double enlargement(const scene::PictureItem& picture, Size trim, Length bleed);

/// Whether a rectangle reaches an edge of the page.
bool touches_edge(const Rect& area, Size trim);

}  // namespace tilstand::press
