// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "cli/commands.hpp"
#include "cli/now.hpp"

namespace tilstand::cli {

/// Writes to standard output. Code: build.cannot-write.
void put(std::string_view text, Diagnostics& diagnostics);

}  // namespace tilstand::cli
