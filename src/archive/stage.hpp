// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "archive/listing.hpp"
#include "base/diagnostic.hpp"

namespace tilstand::archive {

/// A folder `<target>.part` in which files are gathered until all are there. It goes with the object; one that a killed run
/// has left is emptied and taken over, one that another run is filling is not.
class Stage {
 public:
  /// Codes: archive.cannot-write, archive.busy.
  Stage(std::string target, Diagnostics& diagnostics);
  ~Stage();
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;

  bool is_open() const { return lock_ >= 0; }
  /// Where the files of the package lie.
  std::string root() const;
  /// A folder for what is needed on the way and never put in place.
  std::string work() const;

  /// Copies a file to `to` below the root. `sha256`: what it must have, or empty. Codes: archive.missing-input,
  /// archive.changed-input, archive.cannot-write.
  bool copy(const std::string& from, const std::string& to, const std::string& sha256 = {});
  bool put(const std::string& to, const std::string& bytes);
  /// What lies below the root, as it was written.
  const Listing& listing() const { return listing_; }

  /// Renames `made` (the root, or a file in `work`) to the target. Code: archive.cannot-write.
  bool commit(const std::string& made);

 private:
  bool prepare(const std::string& to);
  bool fail(const std::string& path);

  std::string target_, folder_;
  Diagnostics& diagnostics_;
  int lock_ = -1;
  Listing listing_;
};

/// Whether two folders or files hold the same.
bool is_same_tree(const std::string& a, const std::string& b);

}  // namespace tilstand::archive
