// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace tilstand::definition {

/// The byte offset of the first dotted key (`a.b.c…`) with more than `limit` dots, or nothing. The parser limits nested
/// values but not dotted keys, and each dot is a level of tables.
std::optional<std::size_t> too_deep_key(std::string_view toml, std::size_t limit);

}  // namespace tilstand::definition
