// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace tilstand {

/// `text` (UTF-8) as a JSON string, quotes included (RFC 8259, 7).
std::string json_string(std::string_view text);

}  // namespace tilstand
