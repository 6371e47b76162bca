// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/commands.hpp"

namespace CLI {
class App;
}

namespace tilstand::cli {

/// Adds the command `seal`, which writes into `command`; `json`: the form of messages.
void add_seal(CLI::App& app, Command& command, bool& json);

/// Adds the command `verify`, which writes into `command`.
void add_verify(CLI::App& app, Command& command, bool& json);

}  // namespace tilstand::cli
