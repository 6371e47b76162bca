// SPDX-License-Identifier: Apache-2.0
#include "cli/output.hpp"

#include <chrono>
#include <iostream>

namespace tilstand::cli {

void put(std::string_view text, Diagnostics& diagnostics) {
  std::cout << text << std::flush;
  if (!std::cout) diagnostics.error("build.cannot-write", "standard output can't be written", {});
}

std::int64_t now(const Command& command) {
  if (command.request.epoch) return *command.request.epoch;
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::seconds>(since).count();
}

}  // namespace tilstand::cli
