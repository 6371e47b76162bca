// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "content/tree.hpp"

namespace tilstand::content {

/// Makes one cell of those that the definition says are one: heads that equal their neighbours, cells beside the rows of a
/// group, equal neighbours below one another, cells that go on over empty ones.
void join_cells(const definition::Table& body, Table& table);

}  // namespace tilstand::content
