// SPDX-License-Identifier: Apache-2.0
#include "tables/unit.hpp"

namespace tilstand::tables {

Unit Unit::named_as(std::string_view name) {
  Unit unit(named);
  unit.name = unit.dimension = name;
  unit.long_form = unit.one = unit.short_form = "{number}\xC2\xA0" + unit.name;
  return unit;
}

std::string unit_name(const Unit& unit) {
  switch (unit.kind) {
    case Unit::number: return "number";
    case Unit::count: return "count";
    case Unit::percent: return "percent";
    case Unit::percentage_points: return "percentage-points";
    case Unit::rank: return "rank";
    case Unit::places: return "places";
    case Unit::named: break;
  }
  return unit.name;
}

}  // namespace tilstand::tables
