// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace tilstand {

/// `text` (UTF-8) as character data or a quoted attribute value of XML 1.0 and HTML: & < > and " as references. Characters
/// that XML can't hold at all (XML 1.0, 2.2 Char) become U+FFFD.
std::string xml_escaped(std::string_view text);

}  // namespace tilstand
