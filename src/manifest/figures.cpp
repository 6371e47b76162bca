// SPDX-License-Identifier: Apache-2.0
#include "manifest/figures.hpp"

#include <array>

#include "base/number_text.hpp"
#include "tables/numbers.hpp"

namespace tilstand::manifest {
namespace {

constexpr std::array<std::string_view, 5> told{"label", "unit", "favourable", "scope", "source"};

}  // namespace

std::string place_of(const SourceSpan& span, const std::string& folder, const Sources& sources) {
  return place_text(span, sources, folder);
}

std::vector<Figure> figures_of(const data::Dataset& dataset, const Sources& sources) {
  std::vector<Figure> figures;
  for (const data::Figure& one : dataset.figures) {
    const data::Observation* current = one.current();
    Figure figure{one.name, current != nullptr ? current->year : 0, one.fields, {}};
    figure.fields["label"] = one.label;
    figure.fields["unit"] = tables::unit_name(one.unit);
    figure.fields["source"] = one.source;
    for (const data::Observation& observation : one.observations)
      figure.values.push_back({observation.year, decimal_digits(observation.value.mantissa, observation.value.decimals), place_of(observation.span, dataset.folder, sources)});
    figures.push_back(std::move(figure));
  }
  return figures;
}

std::vector<Figure> short_figures(std::vector<Figure> figures) {
  for (Figure& figure : figures) {
    std::map<std::string, std::string> fields;
    for (const std::string_view key : told)
      if (const auto found = figure.fields.find(std::string(key)); found != figure.fields.end() && !found->second.empty()) fields.insert(*found);
    figure.fields = std::move(fields);
  }
  return figures;
}

bool is_number(std::string_view text) { return tables::read_decimal(text).has_value(); }

}  // namespace tilstand::manifest
