// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "tables/table.hpp"

namespace tilstand::tables {

/// An exact decimal number ("47", "-3.5"): at most nine decimals and fifteen digits. Nothing when it is none.
std::optional<Decimal> read_decimal(std::string_view text);

/// A cell's text as a value of a type; an empty cell is a missing value. Nothing when it is not of the type.
std::optional<Value> read_value(std::string_view text, Type type);

}  // namespace tilstand::tables
