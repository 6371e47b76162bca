// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "content/tree.hpp"

namespace tilstand::content {

/// All lists of inlines that a body holds, in reading order.
std::vector<std::vector<Inline>*> inline_lists(Body& body);
std::vector<const std::vector<Inline>*> inline_lists(const Body& body);

/// The words of inlines, a space for each line end; marks have none.
std::string words_of(const std::vector<Inline>& inlines);

}  // namespace tilstand::content
