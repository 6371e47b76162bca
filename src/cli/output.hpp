// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

#include "cli/commands.hpp"

namespace tilstand::cli {

/// Writes to standard output. Code: build.cannot-write.
void put(std::string_view text, Diagnostics& diagnostics);

/// What time it is, seconds since 1970-01-01 UTC: SOURCE_DATE_EPOCH where it is set, else the machine's clock. Only what is recorded
/// of a run hangs on it, never the bytes of an edition.
std::int64_t now(const Command& command);

}  // namespace tilstand::cli
