// SPDX-License-Identifier: Apache-2.0
#include "legibility/inspector.hpp"

#include <variant>

namespace tilstand::legibility {

void Inspector::add(const layout::Page& page) {
  for (const layout::Placed& thing : page.items)
    if (const auto* placed = std::get_if<layout::PlacedDrawing>(&thing)) add(*placed);
}

void Inspector::add(const layout::PlacedDrawing& placed) {
  const content::Node& node = in_.tree[placed.leaf.node];
  check_drawing(placed.drawing, node.span, in_, diagnostics_);
  const auto* figure = std::get_if<content::Figure>(&node.body);
  if (figure == nullptr || !figure->plan.graph || !planned_.insert(placed.leaf.node).second) return;
  const bool reversed = in_.theme.ink("paper").has_value() && placed.drawing.ground == in_.theme.on_reversed(*in_.theme.ink("paper")) &&
                        placed.drawing.ground != *in_.theme.ink("paper");
  check_plan(*figure->plan.graph, reversed, in_, diagnostics_);
}

}  // namespace tilstand::legibility
