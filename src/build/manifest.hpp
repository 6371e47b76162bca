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

/// What the edition says of itself: the program and its libraries, parts, pages, blocks and figures, each input and the
/// output with SHA-256. Paths of inputs are written as seen from `folder`, so that it is the same wherever the project lies.
manifest::Manifest manifest_of(const Report& report, const InputFile& output, const std::string& folder, const manifest::PageLog& log, const Sources& sources);

}  // namespace tilstand::build
