// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/commands.hpp"

namespace CLI {
class App;
}

namespace tilstand::cli {

/// Adds the command `distribute`, which writes into `command`; `json`: the form of messages.
void add_distribute(CLI::App& app, Command& command, bool& json);

}  // namespace tilstand::cli
