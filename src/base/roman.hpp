// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace tilstand {

/// Small roman numerals, "xiv" for 14; 1 to 3999, other values as "".
std::string roman(std::uint32_t value);
/// The value of a well-formed small roman numeral.
std::optional<std::uint32_t> from_roman(const std::string& text);

}  // namespace tilstand
