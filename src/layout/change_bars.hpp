// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "definition/theme.hpp"
#include "layout/page.hpp"

namespace tilstand::layout {

/// Whether a leaf's content has changed.
using Changed = std::function<bool(const Leaf&)>;

/// Draws bars in the outer margin beside what has changed (in the margin to its left where a page lies on its side):
/// artifacts, in the theme's rule `change`. Bars that are less than a line apart are one.
void add_change_bars(Page& page, const Changed& changed, const definition::Theme& theme);

}  // namespace tilstand::layout
