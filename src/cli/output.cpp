// SPDX-License-Identifier: Apache-2.0
#include "cli/output.hpp"

#include <iostream>

namespace tilstand::cli {

void put(std::string_view text, Diagnostics& diagnostics) {
  std::cout << text << std::flush;
  if (!std::cout) diagnostics.error("build.cannot-write", "standard output can't be written", {});
}

}  // namespace tilstand::cli
