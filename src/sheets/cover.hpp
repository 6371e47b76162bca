// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "pdf/document.hpp"
#include "sheets/plan.hpp"

namespace tilstand::sheets {

/// A cover as one sheet: back, spine, front; points.
struct Cover {
  bool fits = false;
  pdf::Spot least{};
  double spine = 0;                    ///< thickness of the block and of both leaves of the cover; none when stitched
  pdf::Box media{}, trim{}, bleed{};
  std::vector<Placed> outside{}, inside{};
};

/// `pages` are those of the block.
Cover plan_cover(const PageShape& shape, std::uint32_t pages, const Request& request, const std::vector<pdf::Boxes>& boxes);
/// The file's bytes: the outside, and the inside when it has pages.
std::string write_cover(const pdf::Document& input, const Cover& cover, const Request& request);

}  // namespace tilstand::sheets
