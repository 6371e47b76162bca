// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ensure.hpp"
#include "base/utf8.hpp"
#include "tables/table.hpp"

namespace tilstand::fuzz {

/// Asks a table for all that it knows of each cell.
inline void look_at(const tables::Table& table) {
  for (std::size_t row = 0; row < table.rows(); ++row) {
    for (std::size_t column = 0; column < table.columns().size(); ++column) {
      table.value(row, column);
      ensure(!first_invalid_utf8(table.text(row, column)));
      const tables::Origin origin = table.origin(row, column);
      ensure(origin.span.begin.line >= 1 && !first_invalid_utf8(origin.pointer));
    }
  }
}

}  // namespace tilstand::fuzz
