// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "layout/set_text.hpp"

namespace tilstand::layout {

/// A line whose text stands at tab stops, with the leaders that run between: decoration.
struct TabbedLine {
  SetLine line;
  std::vector<text::Line> leaders;
};

/// Some text of the list holds a tab, and the style has stops.
bool has_tabs(const SpanList& list, const definition::Style& style);

/// One line for each that the text has ("\n" ends one); it is not broken, and one wider than `measure` says so. A tab reads as a space.
/// After the last stop text goes on an em further.
std::vector<TabbedLine> set_tabbed(const Setter& setter, const SpanList& list, const definition::Style& style, Length measure);

}  // namespace tilstand::layout
