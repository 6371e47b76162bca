// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace tilstand::haru {

/// `bytes` in zlib's format (FlateDecode). Empty only when memory ran out.
std::string deflated(std::string_view bytes);

}  // namespace tilstand::haru
