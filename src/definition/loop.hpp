// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "definition/text.hpp"

namespace tilstand::definition {

/// Repeats a part or block over the rows of a table: `repeat = "goals"`, `as = "goal"`, `where = "goal.status == 'God'"`.
struct Loop {
  Text rows;   ///< name of a table, or "figures"; empty: no loop
  Text as;     ///< name of the row inside; default: the table's name
  Text where;  ///< condition on a row; empty: all
};

}  // namespace tilstand::definition
