// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>
#include <vector>

#include "diff/difference.hpp"
#include "picture/picture.hpp"

namespace tilstand::diff {

/// Where two pictures of a page differ: the places in the one before and in the one after, in the same order. `aside` is by
/// how many pixels everything stands further to the right in the one after, as on the other side of a spread. Differences
/// near one another are one place; there are at most forty.
std::pair<std::vector<Region>, std::vector<Region>> regions(const picture::Pixels& before, const picture::Pixels& after, int aside);

}  // namespace tilstand::diff
