// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace tilstand::diff {

/// How another program ended.
enum class Ended { well, badly, too_late, missing };

/// Runs a program, found on the PATH, with nothing to read and nowhere to print. One that has not ended after `limit` is
/// killed; `missing`: it can't be started.
Ended run_child(const std::vector<std::string>& command, std::chrono::milliseconds limit);

}  // namespace tilstand::diff
