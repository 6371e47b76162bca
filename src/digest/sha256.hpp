// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tilstand::digest {

/// SHA-256 of bytes (FIPS 180-4), lower-case hex, 64 characters.
std::string sha256(std::string_view bytes);

/// The same of a file's bytes, read piece by piece; nothing when it can't be read.
std::optional<std::string> sha256_of_file(const std::string& path);

}  // namespace tilstand::digest
