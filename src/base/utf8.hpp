// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tilstand {

/// The offset of the first byte that is not well-formed UTF-8 (RFC 3629), or nothing.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

/// The code points of well-formed UTF-8; an ill-formed byte becomes U+FFFD.
std::u32string decode_utf8(std::string_view text);

/// Appends one code point as UTF-8.
void append_utf8(std::string& text, char32_t point);

/// The text without the soft hyphens in it and the spaces at its end, as lines that are broken leave them.
std::string unbroken(std::string text);

}  // namespace tilstand
