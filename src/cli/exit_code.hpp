// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/diagnostic.hpp"

namespace tilstand::cli {

/// What the program ends with.
enum Exit { done = 0, bad_inputs = 1, wrong_use = 2, environment_failed = 3 };

/// The exit code that a run's diagnostics ask for: the environment (disk, network, server, another program) before the inputs.
int exit_code(const Diagnostics& diagnostics);

}  // namespace tilstand::cli
