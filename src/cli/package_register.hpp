// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "archive/add.hpp"
#include "archive/request.hpp"
#include "base/diagnostic.hpp"

namespace tilstand::cli {

/// The register that packages are recorded in. Without a path all calls do nothing, and well.
class PackageRegister {
 public:
  /// `now`: seconds since 1970.
  PackageRegister(std::string path, std::int64_t now) : path_(std::move(path)), now_(now) {}

  /// Before anything is packed: whether the register knows the edition. Takes the facts of its printed run (`run`: number or name; empty: the
  /// last one) when the request has none of its own. Codes: those of room registry, archive.missing-input.
  bool prepare(archive::AddRequest& request, const std::string& run, Diagnostics& diagnostics) const;
  bool record(const archive::Added& added, bool is_bag, Diagnostics& diagnostics) const;
  /// Records a look at a package: "verified", "rebuilt", "exported". registry.unknown-package when it isn't the package that was recorded.
  bool note(const std::string& package_sha256, const std::string& what, bool sound, const std::string& detail, Diagnostics& diagnostics) const;

 private:
  std::string path_;
  std::int64_t now_;
};

}  // namespace tilstand::cli
