// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "archive/listing.hpp"
#include "archive/record.hpp"
#include "base/diagnostic.hpp"

namespace tilstand::archive {

/// The tag files of a bag (RFC 8493, 2.1 and 2.2) by name. `payload`: by path from the bag, "data/…".
std::map<std::string, std::string> bag_files(const Record& record, const Listing& payload);

/// A manifest of a bag: digests by path. Lines that are none are reported (archive.damaged).
std::map<std::string, std::string> read_bag_manifest(const std::string& bytes, const std::string& name, Diagnostics& diagnostics);

}  // namespace tilstand::archive
