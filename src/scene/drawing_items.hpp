// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "scene/page.hpp"

namespace tilstand::scene {

/// Where a run starts on its line's baseline.
inline Point run_start(Point baseline, const text::GlyphRun& run) { return {baseline.x + run.x, baseline.y - run.rise}; }

/// Hands over the outlines and runs of a drawing whose top left corner stands at `origin`, in paint order.
void each_item(const drawing::Drawing& drawing, Point origin, const std::function<void(std::variant<TextItem, ShapeItem, PictureItem>)>& put);

}  // namespace tilstand::scene
