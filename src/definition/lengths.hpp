// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "base/length.hpp"

namespace tilstand::definition {

/// A length as a definition writes it: "5mm", "11pt", or "1.5u" in baseline units when `unit` is known.
/// Nothing when it is no length, or longer than ten metres.
std::optional<Length> parse_length(std::string_view text, std::optional<Length> unit = std::nullopt);

}  // namespace tilstand::definition
