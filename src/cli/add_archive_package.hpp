// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/commands.hpp"

namespace CLI {
class App;
}

namespace tilstand::cli {

/// The commands of the group `archive` that make packages and read them: add, verify, rebuild, export.
void add_archive_package(CLI::App& archive, Command& command, bool& json);

}  // namespace tilstand::cli
