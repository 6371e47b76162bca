// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace tilstand::archive {

/// What a file of a package holds, told by its digest.
struct Sum {
  std::string sha256;
  std::uint64_t size = 0;  ///< bytes
  bool operator==(const Sum&) const = default;
};

/// Files by their path within a package, "/" between names; sorted by bytes, as they are written.
using Listing = std::map<std::string, Sum>;

}  // namespace tilstand::archive
