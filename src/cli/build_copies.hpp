// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/commands.hpp"

namespace tilstand::cli {

/// Builds a copy of the report for each recipient of the file, each in the edition that it names and with the parts that it gets, and
/// as many as it gets, into a folder of the recipient's id; several at once. Stops at nothing: what is wrong with one copy is told beside what is wrong with others. Codes: those
/// of rooms recipients and build, cli.unknown-recipient.
void build_copies(const Command& command, Sources& sources, Diagnostics& diagnostics);

}  // namespace tilstand::cli
