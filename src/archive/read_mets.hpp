// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"

namespace tilstand::archive {

/// A file that a METS.xml refers to.
struct MetsFile {
  std::string path;         ///< as the reference names it, seen from the METS.xml
  std::string sha256;       ///< empty when it gives no SHA-256
  std::uint64_t size = 0;
  bool is_mets = false;     ///< itself the METS.xml of a representation
};

/// What a METS.xml says of its package.
struct Mets {
  std::string id, profile;
  std::vector<MetsFile> files;
};

/// Reads the references of `mdRef` and `file`. A document type declaration is refused, for entities can be endless. `name`: for messages.
/// Codes: archive.damaged (no well-formed XML, no METS, a size or a sum that is none).
std::optional<Mets> read_mets(const std::string& bytes, const std::string& name, Diagnostics& diagnostics);

}  // namespace tilstand::archive
