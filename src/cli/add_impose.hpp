// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/commands.hpp"

namespace CLI {
class App;
}

namespace tilstand::cli {

/// Adds the command `impose`, which writes into `command`; `json`: the form of messages.
void add_impose(CLI::App& app, Command& command, bool& json);

/// Adds the command `press-sheet`, which writes into `command`.
void add_press_sheet(CLI::App& app, Command& command, bool& json);

/// What the options of `impose` contradict, empty when nothing: a message for wrong use.
std::string contradiction(const sheets::Request& request);

}  // namespace tilstand::cli
