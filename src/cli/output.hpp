// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "base/diagnostic.hpp"

namespace tilstand::cli {

/// Writes to standard output. Code: build.cannot-write.
void put(std::string_view text, Diagnostics& diagnostics);

}  // namespace tilstand::cli
