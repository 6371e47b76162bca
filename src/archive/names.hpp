// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tilstand::archive {

/// Why a path must not stand in a package, empty when it may: it is absolute, leads upwards or to itself, has an empty name, a
/// backslash, a drive, a control character, or bytes that are not UTF-8.
std::string fault_of_path(std::string_view path);

/// A path as a relative URL (RFC 3986, 3.3): everything but unreserved characters and "/" as %XX.
std::string to_href(std::string_view path);
/// The path that a relative URL names; nothing when a % stands without two hex digits behind it.
std::optional<std::string> from_href(std::string_view href);

/// A path in a manifest of BagIt (RFC 8493, 2.1.3): %, line feed and carriage return as %25, %0A and %0D.
std::string to_bag_name(std::string_view path);
std::string from_bag_name(std::string_view name);

/// "application/pdf", by the end of the file's name; "application/octet-stream" for an unknown one.
std::string media_type_of(std::string_view path);
/// "Portable Document Format" for people.
std::string format_of(std::string_view path);

/// A name from elsewhere as text for messages: what is no UTF-8, and control characters, as U+FFFD.
std::string printable(std::string_view name);

/// Whether the name is that of a list of recipients, which are personal data.
bool names_recipients(std::string_view path);

}  // namespace tilstand::archive
