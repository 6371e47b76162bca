// SPDX-License-Identifier: Apache-2.0
#include "drawing/drawing.hpp"

#include <set>

namespace tilstand::drawing {

void note_drawn(Drawing& drawing, const std::vector<PrintedId>& shown) {
  std::set<PrintedId> told;
  for (const auto& item : drawing.items) {
    const auto* label = std::get_if<Label>(&item);
    if (label == nullptr) continue;
    for (const text::GlyphRun& run : label->line.runs)
      for (const PrintedRange& range : run.printed) told.insert(range.id);
  }
  for (const PrintedId id : shown)
    if (id && told.insert(id).second) drawing.drawn.push_back(id);
}

}  // namespace tilstand::drawing
