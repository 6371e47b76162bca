// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace tilstand::channel {

/// What stands behind the @ of a mailbox.
std::string domain_of(std::string_view mailbox);

/// Whether `text` can be the name of a file in a folder of any system: not empty, no slash, backslash or control character, no dot
/// at its beginning, at most 200 bytes.
bool is_file_name(std::string_view text);

/// A name of lower-case ASCII letters, digits and hyphens made of `text`, at most 60 long; "parcel" when nothing is left.
std::string slug(std::string_view text);

}  // namespace tilstand::channel
