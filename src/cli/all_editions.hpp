// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/commands.hpp"

namespace tilstand::cli {

/// Runs a command for each edition of the definition, by name, up to the first with errors. Each is made as if it were alone; what is
/// said of several is said once.
void run_for_all_editions(const Command& command, Sources& sources, Diagnostics& diagnostics);

}  // namespace tilstand::cli
