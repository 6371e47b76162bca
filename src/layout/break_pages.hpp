// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "layout/page_fill.hpp"

namespace tilstand::layout {

/// Where pages end: indices of the first piece of each page after the first, ascending.
using PageBreaks = std::vector<std::size_t>;

/// Divides pieces among pages with the least sum of penalties: a strong keep that is broken, a group that is torn, a page
/// that is left short, a right page that ends at another depth than the left one it faces, a last page with next to nothing on
/// it, a block at the foot that moves on (after Plass, "Optimal Pagination Techniques for Automatic Typesetting Systems", 1981:
/// a best path from page to page). `ends`: the matter ends with these pieces; else the last page is still open. Time grows with
/// the pieces times those of a page.
PageBreaks break_pages(const Galley& galley, const PageSupply& supply, bool ends);

/// The plain way: each page is filled, and ends at the last place before that where nothing is parted. Taken when the search
/// would have too many ways to look at.
PageBreaks first_fit(const Galley& galley, const PageSupply& supply);

/// The pages of given breaks, filled; none when some page can't hold its pieces.
std::optional<std::vector<PageFill>> fill_pages(const Galley& galley, const PageSupply& supply, const PageBreaks& breaks);

/// What a page leaves unfilled, in hundredths of its height.
std::int64_t void_of(const PageFill& page);

/// Whether breaks part what should stay together, or leave matter without a page.
bool tears(const Galley& galley, const PageSupply& supply, const PageBreaks& breaks);

/// Penalties of given breaks; none when some page can't hold its pieces. For tests, which compare with exhaustive search.
std::optional<std::int64_t> penalty_of(const Galley& galley, const PageSupply& supply, bool ends, const PageBreaks& breaks);

}  // namespace tilstand::layout
