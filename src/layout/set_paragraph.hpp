// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layout/setter.hpp"
#include "text/span.hpp"

namespace tilstand::layout {

/// The room of a paragraph's lines, of which the first may stand beside something.
struct LineRoom {
  text::Measures widths;
  Length left_beside{}, left{};  ///< of the lines that `widths.first` names, and of those after them
};

/// Sets a paragraph, each line a piece.
void set_paragraph_in(const Setter& setter, NodeId node, const LineRoom& room, const Emit& emit);

}  // namespace tilstand::layout
