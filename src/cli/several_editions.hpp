// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/commands.hpp"

namespace tilstand::cli {

/// Whether `build` or `check` is to be run for "all" editions, or for several with commas between.
bool asks_for_several_editions(const Command& command);

/// Runs a command for each edition, up to the first with errors. Each is made as if it were alone; what is said of several is said
/// once. Those that are built are proved to be the same, as far as they are in one language.
void run_for_editions(const Command& command, Sources& sources, Diagnostics& diagnostics);

}  // namespace tilstand::cli
