// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "package/writer.hpp"

namespace tilstand::package {

/// The XMP packet (ISO 16684-1) with the marks of the profile's standards; UTF-8.
std::string xmp_packet(const Metadata& metadata, definition::Profile profile = definition::Profile::a2a_ua1);

/// The information dictionary's entries; they say what the XMP packet says.
std::string information_entries(const Metadata& metadata, definition::Profile profile = definition::Profile::a2a_ua1);

/// The file's ID, 32 hex digits, from the digest of the inputs.
std::string file_identifier(const Metadata& metadata);

}  // namespace tilstand::package
