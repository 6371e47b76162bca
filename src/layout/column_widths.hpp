// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "layout/set_text.hpp"

namespace tilstand::layout {

/// What a column asks for: its longest word, and its longest line unbroken; the author's bounds and share.
struct ColumnWish {
  Length least{}, natural{};
  Length floor{};              ///< no narrower
  std::optional<Length> most{};///< no wider
  int share = 0;               ///< parts of what is left beside columns without one
};

/// What the columns of a table ask for; of a large plain table the head and the first rows speak for all. Cells over several
/// columns ask them together; `gap` stands between two.
std::vector<ColumnWish> wishes_of(const Setter& setter, NodeId table, Length room, Length gap, const definition::TableStyle& look);

/// Shares `room` among columns. With room for all unbroken lines the rest is shared by their lengths, or goes to the columns
/// with shares; with less, each column gets its longest word and the rest goes by how much more it would take (CSS 2.1,
/// 17.5.2.2). Bounds hold always; so the sum may differ from `room`.
std::vector<Length> share_out(const std::vector<ColumnWish>& wishes, Length room);

}  // namespace tilstand::layout
