// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "picture/svg_path.hpp"
#include "picture/svg_tree.hpp"

namespace tilstand::picture {

/// What percentages are of.
struct Viewport {
  double width = 0, height = 0;
};

/// The outline of a shape element; nothing when the element is none. `sound` turns false when its data are not.
std::optional<Outline> outline_of(const Element& element, const Viewport& viewport, bool& sound);

}  // namespace tilstand::picture
