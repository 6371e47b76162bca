// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/id.hpp"

namespace tilstand::font {

/// A font face that a build may use.
struct Face {
  std::string file;         ///< name in the fonts folder
  std::string path;         ///< as opened; only for fontconfig
  std::string bytes;        ///< the whole file
  unsigned index = 0;       ///< in a collection
  std::string sha256;       ///< of `bytes`, lower-case hex
  std::string postscript_name;
  std::string family;       ///< typographic family ("Inter Display")
  int weight = 400;
  bool italic = false;
  bool embeddable = true;   ///< OS/2 fsType allows embedding and subsetting
};

/// The faces of one folder, in the order of its `SHA256SUMS`. Nothing else on the machine is ever looked at.
struct Library {
  std::string folder;
  std::vector<Face> faces;
};

/// Reads every font that `<folder>/SHA256SUMS` lists and checks its sum. Codes: font.missing-file, font.wrong-checksum,
/// font.unreadable, font.not-embeddable, font.no-fonts. `wanted_by` is the place that names the folder.
std::optional<Library> read_library(const std::string& folder, SourceSpan wanted_by, Sources& sources, Diagnostics& diagnostics);

}  // namespace tilstand::font
