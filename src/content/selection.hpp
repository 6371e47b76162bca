// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "content/tree.hpp"
#include "definition/words.hpp"

namespace tilstand::content {

/// Whether the node stands in a part that this copy leaves out.
bool is_left_out(const Tree& tree, NodeId node);

/// What leads into a part that is left out leads nowhere, and says so where it would name a page (word "ref.left-out").
void release_references(Tree& tree, const definition::Words& words);

}  // namespace tilstand::content
