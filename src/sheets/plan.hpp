// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "pdf/document.hpp"
#include "pdf/matrix.hpp"
#include "sheets/scheme.hpp"

namespace tilstand::sheets {

/// Where things stand on a sheet, in points from its lower left corner.
struct Grid {
  double sheet_width = 0, sheet_height = 0;
  double page_width = 0, page_height = 0, bleed = 0;
  std::vector<double> lefts;    ///< of the columns' trims
  std::vector<double> bottoms;  ///< of the rows' trims, the top row first
  std::vector<double> gaps;     ///< before each column after the first; a half of it belongs to either page
  double row_gap = 0;

  double right() const { return lefts.back() + page_width; }
  double top() const { return bottoms.front() + page_height; }
};

/// A page put on a sheet.
struct Placed {
  std::uint32_t page = 0;  ///< from 1
  pdf::Matrix matrix{};    ///< from the page's space to the sheet
  pdf::Box window{};       ///< what of it is shown
};

/// The trim that all pages share, and the bleed that all have.
struct PageShape {
  double width = 0, height = 0, bleed = 0;
};

constexpr double points(Length length) { return length.in_pt(); }

/// Room beside the pages that marks need (points): a distance, the marks, and where they can't be cut off.
constexpr double mark_offset = 8.504, mark_length = 14.173;  // 3 mm, 5 mm

/// The grid of a scheme; nothing when the sheet is too small. `spine` is what lies between two pages at their spine.
std::optional<Grid> grid_of(const Scheme& scheme, const PageShape& shape, const Request& request);
/// The least sheet for it, points.
pdf::Spot least_sheet(const Scheme& scheme, const PageShape& shape, const Request& request);

/// How far a slot's page is moved towards its spine, points.
double creep_of(const Slot& slot, const Scheme& scheme, const Request& request);

/// The pages of a side. `boxes`: of all pages of the input.
std::vector<Placed> place(const Side& side, const Scheme& scheme, const Grid& grid, const Request& request, const std::vector<pdf::Boxes>& boxes);

}  // namespace tilstand::sheets
