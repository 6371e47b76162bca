// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"

/// The entry that libFuzzer and the replay runner call; one for each door. Returns 0, or ends the program when a promise is broken.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace tilstand::fuzz {

/// A folder of this process for doors that read files by their path; taken away at the end.
class Scratch {
 public:
  Scratch();
  ~Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  const std::string& folder() const { return folder_; }
  /// Writes a file of the folder and returns its path.
  std::string put(const std::string& name, std::string_view bytes) const;
  /// Writes several files from one input: a line `=== name` begins a file, what stands before the first one is `first`.
  /// A name that isn't plain is passed over.
  void put_all(const std::string& first, std::string_view bytes) const;

 private:
  std::string folder_;
};

std::string_view text_of(const std::uint8_t* data, std::size_t size);

/// Ends the program unless every diagnostic keeps the promises: a listed form of code, a message, UTF-8 text, and a place inside its
/// file; one without place only where `file_is_named` by the command line. Renders them as people and machines get them.
void check(Diagnostics& diagnostics, const Sources& sources, bool place_needed = true);

}  // namespace tilstand::fuzz
