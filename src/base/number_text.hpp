// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "base/length.hpp"

namespace tilstand {

/// `value` with at most `decimals` digits after the point, no trailing zeros, never by locale.
/// Rounds half away from zero; `value` is finite and below 1e15 in size.
std::string decimal(double value, int decimals = 3);

/// `mantissa` times ten to the power of minus `decimals`, exactly and with all its decimals: "-3.5" for −35 with one.
std::string decimal_digits(std::int64_t mantissa, int decimals);

/// A length in points with at most three decimals: the form that dumps and PDF operators use.
inline std::string in_points(Length length) { return decimal(length.in_pt()); }

}  // namespace tilstand
