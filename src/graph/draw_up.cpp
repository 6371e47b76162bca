// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <utility>

#include "base/number_text.hpp"
#include "base/suggest.hpp"
#include "graph/plan_parts.hpp"

namespace tilstand::graph {
namespace {

constexpr std::size_t most_told = 20, most_named = 8;

/// Reports rows that name no shape, at their values, and the shapes that no row names, together.
void compare_keys(const Plan& plan, Diagnostics& diagnostics) {
  std::vector<std::string> known, lacking;
  for (const MapShape& shape : plan.geography.shapes) {
    known.push_back(shape.key);
    if (!shape.band) lacking.push_back(shape.key);
  }
  std::vector<std::string> sorted = known;
  std::sort(sorted.begin(), sorted.end());
  std::size_t told = 0;
  for (const Datum& datum : plan.input.rows) {
    if (std::binary_search(sorted.begin(), sorted.end(), datum.base)) continue;
    if (++told > most_told) break;
    diagnostics.warning("chart.no-shape", "no shape of the map has the key \"" + datum.base + "\"", datum.span, known.size() <= 1000 ? did_you_mean(datum.base, known) : std::string());
  }
  if (lacking.empty()) return;
  std::string names;
  for (std::size_t i = 0; i < std::min(lacking.size(), most_named); ++i) names += (i == 0 ? "" : ", ") + lacking[i];
  if (lacking.size() > most_named) names += ", …";
  diagnostics.warning("chart.no-row", decimal(static_cast<double>(lacking.size())) + " shapes of the map have no row: " + names, plan.input.span,
                      "they are drawn as missing; give them rows with an empty value when that is meant");
}

}  // namespace

void draw_up(Plan& plan, Diagnostics& diagnostics) {
  Geography& geography = plan.geography = survey(std::exchange(plan.input.shapes, {}), plan.input.projection);
  std::map<std::string, std::size_t> bands;
  for (std::size_t i = 0; i < plan.base.names.size(); ++i) bands.emplace(plan.base.names[i], i);
  for (MapShape& shape : geography.shapes)
    if (const auto found = bands.find(shape.key); found != bands.end()) shape.band = found->second;
  compare_keys(plan, diagnostics);
  std::vector<const std::string*> names(plan.base.names.size(), nullptr);
  for (const MapShape& shape : geography.shapes)
    if (shape.band && !shape.name.empty()) names[*shape.band] = &shape.name;
  for (const Mark& mark : plan.marks) {  // people know places by their names
    Datum& datum = plan.input.rows[mark.row];
    if (!datum.label.empty()) datum.base = datum.label, datum.ids.base = datum.ids.label;
    else if (names[mark.band] != nullptr) datum.base = *names[mark.band], datum.ids.base = {};
  }
  std::vector<double> values;
  for (const Mark& mark : plan.marks) {
    if (mark.value) values.push_back(*mark.value);
    else geography.is_missing = true;
  }
  for (const MapShape& shape : geography.shapes) geography.is_missing = geography.is_missing || !shape.band;
  geography.ends = class_ends(std::move(values), plan.input.classes, plan.decimals);
}

}  // namespace tilstand::graph
