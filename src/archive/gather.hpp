// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "archive/edition_file.hpp"
#include "archive/request.hpp"

namespace tilstand::archive {

/// A file that is to be copied.
struct Copy {
  std::string from;      ///< on the disk
  std::string to;        ///< within a folder of the package
  std::string sha256{};  ///< what it must have; empty: whatever it has
};

/// All that editions were made from, as a tree in which their definition's own relative paths lead to the same files.
struct Gathered {
  std::vector<Copy> copies;         ///< sorted by `to`
  std::string definition, data;     ///< paths in that tree
  std::vector<std::string> names;   ///< of the editions, in their order
};

/// Finds what the manifests list, and the licences and notes that lie beside it. Codes: archive.other-edition (the manifest
/// is of another definition or other data), archive.recipients, archive.bad-name, those of room definition.
std::optional<Gathered> gather(const AddRequest& request, const std::vector<EditionFile>& editions, Sources& sources, Diagnostics& diagnostics);

}  // namespace tilstand::archive
