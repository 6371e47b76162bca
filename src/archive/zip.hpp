// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"

namespace tilstand::archive {

/// Writes all files of a folder into a ZIP file below the one folder `top`, sorted, with one time, owner and mode, so that equal
/// files give equal bytes in any zone. Code: archive.cannot-write.
bool write_zip(const std::string& folder, const std::vector<std::string>& paths, const std::string& top, const std::string& out, Diagnostics& diagnostics);

/// What a ZIP file may unpack to.
struct ZipLimits {
  std::uint64_t files = 100'000;
  std::uint64_t bytes = 16ULL << 30;  ///< of all files together
  std::uint64_t ratio = 250;          ///< of those to the ZIP file's, beyond the first 64 MiB
};

/// Unpacks a ZIP file into an empty folder. Nothing is written outside it: names that lead elsewhere, links and whatever is no
/// plain file are refused. Codes: archive.damaged, archive.unsafe-name, archive.too-large, archive.cannot-read, archive.cannot-write.
bool unpack_zip(const std::string& zip, const std::string& folder, const ZipLimits& limits, Diagnostics& diagnostics);

}  // namespace tilstand::archive
