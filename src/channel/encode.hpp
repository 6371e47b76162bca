// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace tilstand::channel {

/// Bytes as base64 (RFC 4648, 4), in one line.
std::string base64(std::string_view bytes);

/// Bytes as base64 in lines of 76 characters, each ended by CR LF (RFC 2045, 6.8).
std::string base64_lines(std::string_view bytes);

/// UTF-8 text as quoted-printable (RFC 2045, 6.7), lines ended by CR LF and no longer than 76 characters, the last one ended too.
std::string quoted_printable(std::string_view text);

/// UTF-8 text as a header's value: as it is when it is printable ASCII, else as encoded words (RFC 2047), folded by CR LF and a space.
/// Control characters become spaces, so that a text can't begin a header of its own. `column` characters stand before it on its line.
std::string header_text(std::string_view text, std::size_t column);

/// `name <mailbox>` of a header (RFC 5322, 3.4); the mailbox alone when there is no name.
std::string named_mailbox(std::string_view name, std::string_view mailbox, std::size_t column);

/// A parameter of a header (RFC 2045, 5.1), with ";", fold and value: quoted in ASCII, else by RFC 2231 in parts that fit on a line.
std::string parameter(std::string_view name, std::string_view value);

}  // namespace tilstand::channel
