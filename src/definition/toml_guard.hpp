// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace tilstand::definition {

// What the parser must not be given: it has no answer to it.

/// The byte offset of the first dotted key (`a.b.c…`) with more than `limit` dots, or nothing. The parser limits nested
/// values but not dotted keys, and each dot is a level of tables.
std::optional<std::size_t> too_deep_key(std::string_view toml, std::size_t limit);

/// The byte offset of the first character outside ASCII that stands neither in a string nor in a comment (a bare key "år"), or
/// nothing. The parser's look at such a character is undefined.
std::optional<std::size_t> stray_character(std::string_view toml);

}  // namespace tilstand::definition
