// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tilstand::haru {

/// Number of an indirect object; 0 is none.
using ObjectNumber = std::uint32_t;

/// "12 0 R".
std::string reference(ObjectNumber number);

/// A text string (ISO 32000-1, 7.9.2.2) of UTF-8: a literal when printable ASCII, else UTF-16BE in hex.
std::string text_string(std::string_view utf8);

/// A name object (ISO 32000-1, 7.3.5): what is no letter or digit is written as #xx.
std::string name_object(std::string_view text);

/// A literal string of bytes, escaped.
std::string byte_string(std::string_view bytes);

/// UTF-16BE of UTF-8 in hex, without byte order mark and brackets.
std::string utf16_hex(std::string_view utf8);

/// A date string of an ISO 8601 date ("2022-06-15", "2022-06-15T00:00:00Z"): its digits, read as UTC.
std::string date_string(std::string_view iso);

/// Appends a whole number.
void append_integer(std::string& text, std::int64_t value);

/// Appends four hex digits.
void append_hex16(std::string& text, std::uint32_t value);

}  // namespace tilstand::haru
