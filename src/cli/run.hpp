// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tilstand::cli {

/// The program: reads the command line, runs the command, prints diagnostics. Exit codes: 0 done, 1 the inputs have
/// errors, 2 wrong use, 3 the environment failed.
int run(int count, char** arguments);

}  // namespace tilstand::cli
