// SPDX-License-Identifier: Apache-2.0
#include "data/units.hpp"

#include <array>

#include "base/suggest.hpp"

namespace tilstand::data {
namespace {

using tables::Unit;

constexpr std::array built_in = {Unit::percent, Unit::percentage_points, Unit::rank, Unit::places, Unit::count, Unit::number};

Unit read_unit(const definition::Toml::Member& member, definition::ReadContext& context) {
  definition::KeyReader keys(member.value, context);
  Unit unit = Unit::named_as(member.key);
  definition::Text of, one;
  int scale = 1;
  if (keys.string("long", unit.long_form)) unit.one = unit.long_form;
  keys.string("one", unit.one);
  keys.string("short", unit.short_form);
  const bool scaled = keys.integer("is", scale, {1, 1'000'000'000});
  if (keys.text("of", of)) unit.dimension = of.value;
  unit.scale = scale;
  if (scaled && of.empty()) keys.error("is", "data.bad-unit", "how many of what one \"" + member.key + "\" is isn't said", "name the unit that it is counted in by \"of\"");
  for (const std::string* form : {&unit.long_form, &unit.one, &unit.short_form})
    if (form->find("{number}") == std::string::npos && form != &unit.one)
      keys.error(form == &unit.short_form ? "short" : "long", "data.bad-unit", "the number has no place in \"" + *form + "\"", "write {number} where it stands");
  keys.finish();
  return unit;
}

}  // namespace

Units read_units(const definition::Toml* table, definition::ReadContext& context) {
  Units units;
  const auto* members = table != nullptr ? std::get_if<definition::Toml::Table>(&table->value) : nullptr;
  if (members == nullptr) return units;
  for (const definition::Toml::Member& member : *members) {
    for (const Unit::Kind one : built_in)
      if (unit_name(one) == member.key) context.diagnostics.error("data.bad-unit", "\"" + member.key + "\" is a unit already", member.key_span, "give yours another name");
    units[member.key] = read_unit(member, context);
  }
  for (const auto& [name, unit] : units) {
    const auto of = units.find(unit.dimension);
    if (of == units.end() || of->second.dimension == of->first) continue;
    for (const definition::Toml::Member& member : *members)
      if (member.key == name)
        context.diagnostics.error("data.bad-unit", "\"" + name + "\" is counted in \"" + of->first + "\", which is counted in another unit itself", member.key_span,
                                  "count both in \"" + of->second.dimension + "\"");
  }
  return units;
}

std::optional<Unit> unit_by_name(const std::string& word, SourceSpan place, const Units& units, Diagnostics& diagnostics) {
  std::vector<std::string> known;
  std::string list;
  for (const Unit::Kind one : built_in) {
    if (unit_name(one) == word) return one;
    known.push_back(unit_name(one));
    list += (list.empty() ? "" : ", ") + known.back();
  }
  const auto found = units.find(word);
  if (found != units.end()) return found->second;
  for (const auto& [name, unit] : units) known.push_back(name), list += ", " + name;
  const std::string near = did_you_mean(word, known);
  diagnostics.error("data.unknown-value", "\"" + word + "\" is no unit, which is one of " + list, place, near.empty() ? "describe a unit of your own in data.toml, under [unit]" : near);
  return std::nullopt;
}

}  // namespace tilstand::data
