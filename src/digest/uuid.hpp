// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace tilstand::digest {

/// A UUID of version 8 (RFC 9562, 5.8) made of the SHA-256 of `seed`: the same seed gives the same name, in lower-case hex
/// with hyphens, 36 characters.
std::string uuid(std::string_view seed);

}  // namespace tilstand::digest
