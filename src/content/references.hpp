// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/diagnostic.hpp"
#include "content/tree.hpp"
#include "definition/words.hpp"

namespace tilstand::content {

/// Gives every reference its target and its words; those to `failed` names have been told of before. Codes: content.unknown-reference, content.duplicate-id.
void settle_references(Tree& tree, const definition::Words& words, const std::vector<std::string>& failed, Diagnostics& diagnostics);

}  // namespace tilstand::content
