// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/commands.hpp"

namespace tilstand::cli {

/// The bytes of the chart that the command names. Codes: cli.no-such-chart, cli.too-large.
std::optional<std::string> draw_chart(const Command& command, build::Report& report, Diagnostics& diagnostics);

/// "160x90" or "160x90mm" as a size, each side 20 to 2000 mm; nothing when it is none.
std::optional<Size> size_of(std::string_view text);

}  // namespace tilstand::cli
