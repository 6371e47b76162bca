// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tables/spec.hpp"

namespace tilstand::tables {

/// An exact decimal number ("47", "-3.5"): at most nine decimals and fifteen digits. Nothing when it is none.
std::optional<Decimal> read_decimal(std::string_view text);

/// A cell's text as a value of a type; an empty cell is a missing value. Nothing when it is not of the type.
std::optional<Value> read_value(std::string_view text, Type type);

/// A number in the form that a file uses, in plain digits: thousands signs and exponent are gone, the decimal sign is a point,
/// the minus sign a hyphen. With `decimals` it is rounded to so many, half away from zero. Nothing when the text is no number,
/// or one of more than four hundred digits.
std::optional<std::string> plain_number(std::string_view text, const NumberForm& form, std::optional<int> decimals);

}  // namespace tilstand::tables
