// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/diagnostic.hpp"

namespace tilstand::archive {

/// What is known of a printed run.
struct PrintRun {
  std::string run = "1";  ///< number or name
  std::string printer, paper, cover_paper, binding;
  std::string date;     ///< "2022-01-20"
  std::int64_t copies = 0;      ///< 0: unknown
  std::string deposit;  ///< where copies were deposited
};

/// Reads a TOML file with these keys and no others, so that nothing personal comes along. Codes of room definition.
std::optional<PrintRun> read_print_run(const std::string& path, Sources& sources, Diagnostics& diagnostics);

/// The same as TOML, sorted and without empty values.
std::string to_toml(const PrintRun& run);

}  // namespace tilstand::archive
