// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "layout/piece.hpp"

namespace tilstand::layout {

/// Cuts a row where no line or drawing stands in any cell, so that a page may end inside it: at most one line a cell in each
/// strip, two lines kept together at either end. Where the page ends there is `padding` to the rules of the table. A row
/// without such places stays whole.
std::vector<Piece> strips_of(Piece&& row, Length padding);

}  // namespace tilstand::layout
