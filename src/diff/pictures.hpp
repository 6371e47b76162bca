// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "diff/difference.hpp"

namespace tilstand::diff {

/// Draws the pages of the list into `folder` by poppler's `pdftoppm`, a program of its own, and marks where pairs differ.
/// False when that fails (diff.cannot-draw).
bool draw_pages(std::vector<PageDifference>& pages, const std::string& before_pdf, const std::string& after_pdf, const std::string& folder,
                Diagnostics& diagnostics);

}  // namespace tilstand::diff
