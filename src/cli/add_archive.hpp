// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/commands.hpp"

namespace CLI {
class App;
}

namespace tilstand::cli {

/// The file that commands look for when none is named by `--register`.
inline constexpr const char* default_register = "register.sqlite";

/// Adds the group of commands `archive`, which write into `command`; `json`: the form of messages.
void add_archive(CLI::App& app, Command& command, bool& json);

/// The commands of the group that write to the register and read it: list, show, register, print.
void add_register_commands(CLI::App& archive, Command& command, bool& json);

/// `--register` and `--diagnostics`, for commands that use a register.
void add_register_option(CLI::App& app, std::string& path);
void add_form_of_messages(CLI::App& app, bool& json);

}  // namespace tilstand::cli
