// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace tilstand {

/// A folder for passing things in the system's place for them, removed with the object; empty path when it can't be made.
class PassingFolder {
 public:
  PassingFolder();
  ~PassingFolder();
  PassingFolder(const PassingFolder&) = delete;
  PassingFolder& operator=(const PassingFolder&) = delete;
  const std::string& path() const { return path_; }
  /// Leaves it to the caller.
  std::string release();

 private:
  std::string path_;
};

}  // namespace tilstand
