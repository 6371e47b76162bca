// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "content/tree.hpp"

namespace tilstand::content {

/// Numbers the nodes anew so that ids rise in reading order, and with them all that speaks of a node: lists of what the report
/// holds stand before it, and can only be made when it is whole.
void put_in_reading_order(Tree& tree);

}  // namespace tilstand::content
