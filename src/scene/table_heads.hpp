// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "content/tree.hpp"
#include "layout/page.hpp"
#include "scene/page.hpp"

namespace tilstand::scene {

/// A cell of any part of a table; null for one of a large plain table, or when there is none.
const content::Cell* cell_of(const content::Table& table, const layout::Leaf& leaf);

/// Whether scopes can't tell which heads a cell has: heads over several columns, heads of groups, heads of several rows.
bool has_tangled_heads(const content::Table& table);

/// What the element of a cell is: TH for heads with words, TD for all else; scope and spans.
Tag cell_tag(const content::Table& table, const layout::Leaf& leaf);
/// The id of the cell's element, unique in the document.
std::string header_id(const layout::Leaf& leaf);
/// The ids of the heads of a cell: those of its column from the top, of its group, of its row.
std::vector<std::string> headers_of(const content::Table& table, const layout::Leaf& leaf);

}  // namespace tilstand::scene
