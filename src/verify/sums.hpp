// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"

namespace tilstand::verify {

/// A file of a list of checksums, and whether it is still what the list says.
struct Sum {
  enum class State { right, differs, missing } state = State::right;
  std::string name;  ///< as the list has it
};

/// Reads a list as `sha256sum` writes it, and each of its files, which lie at or below its folder. Nothing when the list can't be read. Codes: verify.no-sums,
/// verify.bad-sums, verify.sum-differs, verify.no-file.
std::optional<std::vector<Sum>> check_sums(const std::string& path, Diagnostics& diagnostics);

/// For people: one line a file.
std::string to_text(const std::vector<Sum>& sums);
/// For programs: one object.
std::string to_json(const std::vector<Sum>& sums);

}  // namespace tilstand::verify
