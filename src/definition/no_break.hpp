// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace tilstand::definition {

/// Words of a language that stay on the line of the number beside them (`layouts/lang/<tag>/no-break.toml`).
struct NoBreak {
  std::vector<std::string> before_number;  ///< "nr.", "kap.", "kr"
  std::vector<std::string> after_number;   ///< "km", "kr", "år"
  std::vector<std::string> months;         ///< as in dates: "desember"
};

}  // namespace tilstand::definition
