// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "sheets/request.hpp"

namespace tilstand::sheets {

/// Where a page's spine is, as it lies on the sheet.
enum class Spine { none, left, right };

/// A place for a page on a side of a sheet.
struct Slot {
  std::uint32_t page = 0;   ///< from 1; 0: blank
  bool turned = false;      ///< stands on its head
  Spine spine = Spine::none;
  std::uint32_t leaf = 0;   ///< leaves of its section that lie outside its own
};

/// One side of a sheet as it is printed: rows from the top, in each from the left.
struct Side {
  std::uint32_t section = 0;  ///< from 0
  std::uint32_t sheet = 0;    ///< of all, from 0
  bool is_outside = true;     ///< the side that shows when the sheet is folded
  bool is_both = false;       ///< the same plate prints both sides (work and turn)
  std::vector<Slot> slots{};
};

/// How pages are divided over sheets.
struct Scheme {
  std::uint32_t rows = 1, columns = 2;
  std::uint32_t sections = 1, sheets = 0, blanks = 0;
  std::uint32_t most_leaves = 0;  ///< the greatest `leaf` of a slot
  bool folds = true;
  std::vector<Side> sides{};
};

/// Folded sheets of `per_side` pages a side (2, 4 or 8) inside one another, in sections of `section` pages, a multiple of
/// twice `per_side`; a shorter section comes before the last. `section` 0: all pages are one section. Sheets are turned about
/// their short axis, left over right.
Scheme fold_scheme(std::uint32_t pages, std::uint32_t per_side, std::uint32_t section);

/// Leaves side by side on a plate that prints both sides: its left half holds fronts, its right half their backs. `columns` is even.
Scheme turn_scheme(std::uint32_t pages, std::uint32_t rows, std::uint32_t columns);

}  // namespace tilstand::sheets
