// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/commands.hpp"

namespace CLI {
class App;
}

namespace tilstand::cli {

/// The command `archive report`: the register of printed editions as a report of its own. `json`: the form of messages.
void add_archive_report(CLI::App& archive, Command& command, bool& json);

}  // namespace tilstand::cli
