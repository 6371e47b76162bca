// SPDX-License-Identifier: Apache-2.0
#include "data/quantity.hpp"

#include <algorithm>

namespace tilstand::data {
namespace {

using Operation = expression::Expression::Operation;
using tables::Rational;
using tables::Unit;

bool is_plain(const Unit& unit) { return unit == Unit::number || unit == Unit::count; }
bool same_dimension(const Unit& a, const Unit& b) {
  if (a.kind == Unit::named && b.kind == Unit::named) return a.dimension == b.dimension;
  return a.kind == b.kind || (is_plain(a) && is_plain(b));
}

/// The unit that two named units of one dimension have together.
Unit common(const Unit& a, const Unit& b) {
  if (a.kind == Unit::named) return a == b ? a : Unit::named_as(a.dimension);
  return a == b ? a : Unit(Unit::number);
}

std::optional<Unit> added(const Unit& a, const Unit& b) {
  const auto pair = [&](Unit::Kind one, Unit::Kind other) { return (a == one && b == other) || (a == other && b == one); };
  if (pair(Unit::percent, Unit::percentage_points)) return Unit(Unit::percent);
  if (pair(Unit::rank, Unit::places)) return Unit(Unit::rank);
  if (a == Unit::rank || !same_dimension(a, b)) return std::nullopt;
  return common(a, b);
}

std::optional<Unit> subtracted(const Unit& a, const Unit& b) {
  if (a == Unit::percent && b == Unit::percent) return Unit(Unit::percentage_points);
  if (a == Unit::rank && b == Unit::rank) return Unit(Unit::places);
  if (a == Unit::percentage_points && b == Unit::percent) return std::nullopt;
  if (a == Unit::places && b == Unit::rank) return std::nullopt;
  return added(a, b);
}

Reckoned finished(const std::optional<Rational>& value, Unit unit, bool said) {
  if (!value) return Misfit::too_large;
  return Quantity{*value, std::move(unit), said};
}

Reckoned sum_of(const Quantity& a, const Quantity& b, bool minus) {
  const Unit& left = a.unit_said ? a.unit : b.unit;
  const Unit& right = b.unit_said ? b.unit : a.unit;
  const auto unit = minus ? subtracted(left, right) : added(left, right);
  if (!unit) return Misfit::mixed_units;
  return finished(minus ? difference(a.value, b.value) : sum(a.value, b.value), *unit, a.unit_said || b.unit_said);
}

Reckoned product_of(const Quantity& a, const Quantity& b) {
  if (a.unit == Unit::rank || b.unit == Unit::rank || (a.unit.kind == Unit::named && b.unit.kind == Unit::named)) return Misfit::mixed_units;
  const bool share = a.unit_said && b.unit_said && (a.unit == Unit::percent || b.unit == Unit::percent);
  if (!share && !is_plain(a.unit) && !is_plain(b.unit)) return Misfit::mixed_units;
  const std::optional<Rational> value = product(a.value, b.value);
  if (share) return finished(value ? quotient(*value, 100) : value, a.unit == Unit::percent ? b.unit : a.unit, true);
  if (is_plain(a.unit) && is_plain(b.unit)) return finished(value, a.unit_said ? (b.unit_said ? common(a.unit, b.unit) : a.unit) : b.unit, a.unit_said || b.unit_said);
  return finished(value, is_plain(a.unit) ? b.unit : a.unit, true);
}

Reckoned quotient_of(const Quantity& a, const Quantity& b) {
  if (b.value.is_zero()) return Misfit::by_zero;
  const std::optional<Rational> value = quotient(a.value, b.value);
  if (!a.unit_said && !b.unit_said) return finished(value, Unit::number, false);
  if (!b.unit_said) return a.unit == Unit::rank ? Reckoned(Misfit::mixed_units) : finished(value, a.unit, true);
  if (a.unit_said && same_dimension(a.unit, b.unit)) return a.unit == Unit::rank ? Reckoned(Misfit::mixed_units) : finished(value, Unit::number, true);
  if (is_plain(b.unit)) return a.unit == Unit::rank ? Reckoned(Misfit::mixed_units) : finished(value, a.unit, true);
  if (a.unit.kind != Unit::named || b.unit.kind != Unit::named) return Misfit::mixed_units;
  return finished(value, Unit::named_as(a.unit.dimension + "/" + b.unit.dimension), true);
}

}  // namespace

Reckoned reckon(Operation operation, const Quantity& a, const Quantity& b) {
  switch (operation) {
    case Operation::add: return sum_of(a, b, false);
    case Operation::subtract: return sum_of(a, b, true);
    case Operation::multiply: return product_of(a, b);
    case Operation::divide: break;
  }
  return quotient_of(a, b);
}

std::optional<Quantity> quantity_of(tables::Decimal value, const Unit& unit) {
  const auto number = product(Rational(value), unit.scale);
  return number ? std::optional(Quantity{*number, unit, true}) : std::nullopt;
}

std::optional<Rational> counted_in(const Quantity& quantity, const Unit& unit) {
  if (quantity.unit_said && !same_dimension(quantity.unit, unit)) return std::nullopt;
  return quantity.unit_said ? quotient(quantity.value, unit.scale) : quantity.value;
}

double yearly_factor(double first, double last, int years) {
  const double ratio = last / first;
  double low = 0, high = std::max(ratio, 1.0);
  for (int step = 0; step < 200 && low < high; ++step) {  // halving: the distance is below the last bit long before
    const double middle = low + (high - low) / 2;
    double power = 1;
    for (int year = 0; year < years; ++year) power *= middle;
    (power < ratio ? low : high) = middle;
    if (middle == low && middle == high) break;
  }
  return low + (high - low) / 2;
}

}  // namespace tilstand::data
