// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "layout/set_text.hpp"

namespace tilstand::layout {

/// What a column asks for: its longest word, and its longest line unbroken.
struct ColumnWish {
  Length least{}, natural{};
};

/// What the cells of a column ask for; of a large plain table the head and the first rows speak for all.
ColumnWish wish_of(const Setter& setter, NodeId table, std::size_t column, Length room);

/// Shares `room` among columns. With room for all unbroken lines the rest is shared by their lengths; with less, each
/// column gets its longest word and the rest goes by how much more it would take (CSS 2.1, 17.5.2.2).
std::vector<Length> share_out(const std::vector<ColumnWish>& wishes, Length room);

}  // namespace tilstand::layout
