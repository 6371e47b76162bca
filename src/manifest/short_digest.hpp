// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "digest/sha256.hpp"

namespace tilstand::manifest {

/// The first 64 bits of the SHA-256 of a text, in hex: enough to tell the blocks and pages of two reports apart.
inline std::string short_digest(std::string_view text) { return digest::sha256(text).substr(0, 16); }

}  // namespace tilstand::manifest
