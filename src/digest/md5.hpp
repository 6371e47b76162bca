// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace tilstand::digest {

/// MD5 of bytes (RFC 1321), lower-case hex, 32 characters: for the check sum that PDF asks for, no safeguard against anyone.
std::string md5(std::string_view bytes);

}  // namespace tilstand::digest
