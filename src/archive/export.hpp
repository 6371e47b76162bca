// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "archive/verify.hpp"

namespace tilstand::archive {

/// What was written for a legal deposit.
struct Exported {
  bool ok = false;
  std::string package_sha256;
  std::vector<std::string> files;
};

/// Writes the edition for a legal deposit into the folder `out`: the PDF, its metadata as Dublin Core and as text, and SHA256SUMS. Only of a
/// package in which nothing is wrong. Codes: those of `verify` and `Stage`, archive.exists.
Exported export_deposit(const std::string& package, const std::string& out, const SealReader& seal, Diagnostics& diagnostics);

}  // namespace tilstand::archive
