// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace tilstand {

/// The bytes of a file; nothing when it can't be read.
std::optional<std::string> read_file(const std::string& path);

/// Puts `bytes` into the file: written beside it and renamed, so that a failure leaves what stood there. What is no plain
/// file (a pipe, a device) is written straight. False when the disk or a permission is in the way.
bool replace_file(const std::string& path, std::string_view bytes);

/// A file that waits beside its target, as `<path>.part`, to be put in its place together with others. Goes with the object.
class StagedFile {
 public:
  explicit StagedFile(std::string path) : path_(std::move(path)) {}
  ~StagedFile();
  StagedFile(const StagedFile&) = delete;
  StagedFile& operator=(const StagedFile&) = delete;

  /// False when the disk, a permission or something that is no file is in the way; so that `commit` then hardly can fail.
  bool write(std::string_view bytes);
  bool commit();

 private:
  std::string path_;
  bool waits_ = false;
};

}  // namespace tilstand
