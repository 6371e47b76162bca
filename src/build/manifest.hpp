// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "build/build.hpp"
#include "manifest/manifest.hpp"
#include "manifest/page_log.hpp"

namespace tilstand::build {

/// The versions of the libraries that the program was built with, sorted by name, as "name version".
std::vector<std::string> library_versions();

/// One digest of all that decides the bytes of a build: every input in order, the edition, the date and the program.
std::string identifier_of(const Report& report, const std::string& date);

/// What paths in a manifest are seen from, and the files that its places lie in.
struct ManifestPlace {
  std::string folder;
  const Sources& sources;
};

/// What the edition says of itself: the program and its libraries, parts, pages, blocks and figures, each input and the
/// output with SHA-256. Paths of inputs are written as seen from `place.folder`, so that it is the same wherever the project lies.
manifest::Manifest manifest_of(const Report& report, const InputFile& output, const ManifestPlace& place, const manifest::PageLog& log);

}  // namespace tilstand::build
