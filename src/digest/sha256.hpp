// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace tilstand::digest {

/// SHA-256 of bytes (FIPS 180-4), lower-case hex, 64 characters.
std::string sha256(std::string_view bytes);

}  // namespace tilstand::digest
