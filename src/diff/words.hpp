// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "diff/difference.hpp"

namespace tilstand::diff {

/// "changed", "added" or "gone".
const char* word_of(Kind kind);
/// "3 changed, 1 added"
std::string summary_of(const Section& section);
std::string summary_of(const std::vector<PageDifference>& pages);

}  // namespace tilstand::diff
