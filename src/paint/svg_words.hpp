// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "paint/cairo_canvas.hpp"

namespace tilstand::paint {

/// The SVG as one image with a title, a description and their language (SVG 2, 5.7; SVG-AAM).
std::string saying(std::string svg, const SvgWords& words);

}  // namespace tilstand::paint
