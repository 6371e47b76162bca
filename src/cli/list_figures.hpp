// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/commands.hpp"

namespace tilstand::cli {

/// Prints every number that the report prints from data, as its pages come. Codes: cli.no-such-page, cli.no-such-figure,
/// build.cannot-write.
void list_figures(const Command& command, build::Report& report, const Sources& sources, Diagnostics& diagnostics);

}  // namespace tilstand::cli
