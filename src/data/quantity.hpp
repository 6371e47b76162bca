// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <variant>

#include "expression/expression.hpp"
#include "tables/rational.hpp"
#include "tables/unit.hpp"

namespace tilstand::data {

/// An exact number with its unit. A named unit's number counts its dimension: 3 mill. kr are 3 000 000 kr.
struct Quantity {
  tables::Rational value{};
  tables::Unit unit{};
  bool unit_said = true;  ///< false: a bare number, which takes the unit that its place asks for
};

/// Why two quantities can't be reckoned together.
enum class Misfit { mixed_units, by_zero, too_large };

using Reckoned = std::variant<Quantity, Misfit>;

/// One step of arithmetic. Percent less percent is percentage points, a rank less a rank is places (more is a larger number),
/// percent of a thing is that thing, equal dimensions divide to a number, kr by km to kr/km. What has no meaning is mixed units.
Reckoned reckon(expression::Expression::Operation operation, const Quantity& a, const Quantity& b);

/// A value as read, in its unit's dimension.
std::optional<Quantity> quantity_of(tables::Decimal value, const tables::Unit& unit);

/// The number of `quantity` counted in `unit`; nothing when it is something else, or doesn't fit.
std::optional<tables::Rational> counted_in(const Quantity& quantity, const tables::Unit& unit);

/// (last / first) ^ (1 / years), to about fifteen digits by basic arithmetic only, the same on every machine; both are positive.
double yearly_factor(double first, double last, int years);

}  // namespace tilstand::data
