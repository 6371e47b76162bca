// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>

#include "data/derived.hpp"
#include "data/units.hpp"

namespace tilstand::data {
namespace {

using definition::KeyReader;
using definition::Need;
using definition::Text;
using definition::Toml;

constexpr std::size_t most_years = 1000;

constexpr std::array<std::pair<std::string_view, Favourable>, 3> directions{{{"higher", Favourable::higher}, {"lower", Favourable::lower}, {"none", Favourable::none}}};
constexpr std::array<std::pair<std::string_view, tables::Rounding>, 4> roundings{
    {{"half-away", tables::Rounding::half_away}, {"half-even", tables::Rounding::half_even}, {"down", tables::Rounding::down}, {"up", tables::Rounding::up}}};

std::optional<int> read_year(std::string_view text) {
  int year = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), year);
  if (fault != std::errc{} || end != text.data() + text.size() || year < 1 || year > 9999) return std::nullopt;
  return year;
}

std::vector<int> refuse_years(SourceSpan place, Diagnostics& diagnostics) {
  diagnostics.error("data.bad-years", "these are no years", place, "write \"2017..2021\" or [2017, 2019]");
  return {};
}

/// "2021" or "2017..2021"; empty when it is neither.
std::vector<int> years_in(std::string_view text) {
  const std::size_t dots = text.find("..");
  const std::optional<int> first = read_year(text.substr(0, dots)), last = dots == std::string_view::npos ? first : read_year(text.substr(dots + 2));
  std::vector<int> years;
  if (!first || !last || *last - *first >= static_cast<int>(most_years)) return years;
  for (int year = *first; year <= *last; ++year) years.push_back(year);
  return years;
}

/// A field as a cell of the figures file would hold it.
std::string field_text(const Toml& value, Diagnostics& diagnostics) {
  if (const auto* text = std::get_if<std::string>(&value.value)) return *text;
  if (const auto* whole = std::get_if<std::int64_t>(&value.value)) return std::to_string(*whole);
  if (const auto* truth = std::get_if<bool>(&value.value)) return *truth ? "true" : "false";
  diagnostics.error("definition.wrong-type", "expected a string, an integer or a boolean, found " + std::string(definition::type_name(value)), value.span);
  return {};
}

constexpr std::string_view own_keys[] = {"expression", "label", "unit", "favourable", "source", "decimals", "rounding", "years", "max-age", "acknowledged"};

/// Takes the keys out of `table` that are columns of the figures file, as fields.
void take_fields(Toml::Table& table, const Dataset& dataset, Figure& figure, Diagnostics& diagnostics) {
  if (dataset.figures.empty()) return;
  for (const auto& [name, text] : dataset.figures.front().fields) {
    std::string& field = figure.fields[name];
    if (std::find(std::begin(own_keys), std::end(own_keys), name) != std::end(own_keys)) continue;
    const auto found = std::find_if(table.begin(), table.end(), [&](const Toml::Member& one) { return one.key == name; });
    if (found == table.end()) continue;
    field = field_text(found->value, diagnostics);
    table.erase(found);
  }
}

DerivedSpec read_one(const Toml::Member& member, const Dataset& dataset, definition::ReadContext& context) {
  DerivedSpec spec;
  spec.figure.name = member.key;
  spec.figure.span = member.key_span;
  spec.figure.status_year = dataset.status_year;
  Toml table = member.value;
  if (auto* members = std::get_if<Toml::Table>(&table.value)) {
    take_fields(*members, dataset, spec.figure, context.diagnostics);
    spec.years = take_years(*members, context.diagnostics);
  }
  KeyReader keys(table, context);
  int decimals = 0, max_age = 0;
  keys.text("expression", spec.expression, Need::required);
  keys.string("label", spec.figure.label, Need::required);
  keys.text("unit", spec.unit);
  if (const auto unit = spec.unit.empty() ? std::nullopt : unit_by_name(spec.unit.value, spec.unit.span, dataset.units, context.diagnostics)) spec.figure.unit = *unit;
  else spec.unit = {};
  keys.choice("favourable", spec.figure.favourable, directions);
  keys.string("source", spec.figure.source);
  if (keys.integer("decimals", decimals, {0, 9})) spec.figure.precision = decimals;
  keys.choice("rounding", spec.figure.rounding, roundings);
  if (keys.integer("max-age", max_age, {0, 999})) spec.figure.max_age = max_age;
  keys.text("acknowledged", spec.acknowledged);
  keys.finish();
  spec.figure.derivation = Derivation{spec.expression.value, spec.expression.span};
  return spec;
}

}  // namespace

std::vector<int> take_years(Toml::Table& table, Diagnostics& diagnostics) {
  const auto given = std::find_if(table.begin(), table.end(), [](const Toml::Member& one) { return one.key == "years"; });
  if (given == table.end()) return {};
  const Toml value = std::move(given->value);
  table.erase(given);
  std::vector<int> years;
  if (const auto* text = std::get_if<std::string>(&value.value)) years = years_in(*text);
  if (const auto* list = std::get_if<Toml::Array>(&value.value))
    for (const Toml& one : *list) {
      const auto* year = std::get_if<std::int64_t>(&one.value);
      if (year == nullptr || *year < 1 || *year > 9999) return refuse_years(value.span, diagnostics);
      years.push_back(static_cast<int>(*year));
    }
  std::sort(years.begin(), years.end());
  years.erase(std::unique(years.begin(), years.end()), years.end());
  return years.empty() || years.size() > most_years ? refuse_years(value.span, diagnostics) : years;
}

std::vector<DerivedSpec> read_derived(const Toml* table, const Dataset& dataset, definition::ReadContext& context) {
  std::vector<DerivedSpec> specs;
  const auto* members = table != nullptr ? std::get_if<Toml::Table>(&table->value) : nullptr;
  if (members == nullptr) return specs;
  for (const Toml::Member& member : *members) {
    if (const Figure* other = dataset.figure(member.key))
      context.diagnostics.add({Severity::error, "data.duplicate-figure", "there is a figure \"" + member.key + "\" already", member.key_span, {{"it stands here", other->span}},
                               "give the derived figure another name"});
    else
      specs.push_back(read_one(member, dataset, context));
  }
  return specs;
}

}  // namespace tilstand::data
