// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tilstand::haru {

/// A file that grows beside its target and takes the target's place only when it is whole. Anything else removes it.
class OutputFile {
 public:
  /// Opens `<path>.part-<suffix>`. Parts of the same target that killed runs left are removed; one that grows is locked, and stays.
  OutputFile(std::string path, const std::string& suffix);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  void write(std::string_view bytes);
  /// Bytes written so far.
  std::uint64_t size() const { return size_; }
  /// Empties the buffer and syncs to the disk; false when any step so far has failed.
  bool complete();
  /// Puts the complete file in its place; false when it isn't complete or can't be renamed.
  bool commit();
  /// Where it grows.
  const std::string& part() const { return part_; }
  /// Why it failed first; empty while all is well.
  const std::string& failure() const { return failure_; }

 private:
  void flush();
  void discard();
  void fail(const char* deed, int error);

  std::string path_, part_;
  std::string buffer_;
  std::string failure_;
  std::uint64_t size_ = 0;
  int descriptor_ = -1;
  bool complete_ = false;
};

}  // namespace tilstand::haru
