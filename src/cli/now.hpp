// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>

#include "cli/commands.hpp"

namespace tilstand::cli {

/// Seconds since 1970: SOURCE_DATE_EPOCH, else the clock. Only commands whose deed has a time ask; a build never does.
inline std::int64_t now(const Command& command) {
  using namespace std::chrono;
  return command.request.epoch.value_or(duration_cast<seconds>(system_clock::now().time_since_epoch()).count());
}

}  // namespace tilstand::cli
