// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <tuple>

#include "base/suggest.hpp"
#include "data/check_claims.hpp"
#include "data/findings.hpp"
#include "data/outliers.hpp"

namespace tilstand::data {
namespace {

double flat_within(const std::vector<definition::FlatWithin>& flat, const Unit& unit) {
  for (const definition::FlatWithin& one : flat)
    if (one.unit == tables::unit_name(unit)) return one.change;
  return 0;
}

void add(Findings& findings, const Observation& row, Diagnostic found) { findings.add(std::move(found), row.acknowledged, row.acknowledged_span); }

void check_label(const Figure& figure, Trend trend, Findings& findings) {
  const Observation* now = figure.current();
  if (now == nullptr || now->source_label.empty() || now->source_label == label_of(trend)) return;
  add(findings, *now,
      {Severity::warning, "data.source-disagrees", "the source calls \"" + figure.name + "\" \"" + now->source_label + "\", the values say \"" + label_of(trend) + "\"", now->source_label_span, {},
       "correct the cell, or say why it stands in the column \"acknowledged\""});
}

void check_source(const Figure& figure, Findings& findings) {
  const auto reason = figure.fields.find("no-source-reason");
  const std::string why = reason == figure.fields.end() ? std::string() : reason->second;
  if (!figure.derivation) findings.offer(why, figure.span);
  const bool told_below = figure.derivation && std::any_of(figure.observations.begin(), figure.observations.end(), [](const auto& one) { return !one.inputs.empty(); });
  if (!figure.source.empty() || told_below) return;
  findings.add({Severity::warning, "data.no-source", "\"" + figure.name + "\" has no source", figure.span, {}, "name it, or say why there is none in the column \"no-source-reason\""}, why,
               figure.span);
}

void check_rank(const Figure& figure, Findings& findings) {
  if (figure.unit != Unit::rank) return;
  for (const Observation& one : figure.observations) {
    const bool past_scope = figure.scope.mantissa > 0 && one.value > figure.scope;
    if (one.value.mantissa < 1 || past_scope)
      add(findings, one, {Severity::error, "data.rank-out-of-scope", "a rank of \"" + figure.name + "\" is not among its " + std::to_string(figure.scope.mantissa), one.span});
  }
}

void check_age(const Figure& figure, Findings& findings) {
  const Observation* now = figure.current();
  if (now == nullptr || !figure.max_age || figure.status_year - now->year <= *figure.max_age) return;
  add(findings, *now,
      {Severity::warning, "data.too-old",
       "the latest value of \"" + figure.name + "\" is from " + std::to_string(now->year) + ", " + std::to_string(figure.status_year - now->year) + " years before the status year, and \"max-age\" is " +
           std::to_string(*figure.max_age),
       now->span, {}, "add a later value, or say why there is none in the column \"acknowledged\""});
}

void check_outliers(const Figure& figure, Findings& findings) {
  for (const std::size_t at : outliers_of(figure)) {
    const Observation& one = figure.observations[at];
    add(findings, one,
        {Severity::warning, "data.outlier", "the value of \"" + figure.name + "\" for " + std::to_string(one.year) + " lies far from its series", one.span,
         {{"the value before it", figure.observations[at - 1].span}}, "look whether a digit or the unit is wrong; if it is right, say why in the column \"acknowledged\""});
  }
}

/// Figures that speak of one thing: the same word in the column "indicator", else the same label.
std::string indicator_of(const Figure& figure) {
  const auto field = figure.fields.find("indicator");
  return field == figure.fields.end() || field->second.empty() ? figure.label : field->second;
}

void check_two_values(const Dataset& dataset, Findings& findings) {
  std::map<std::tuple<std::string, std::string, int>, std::pair<const Figure*, const Observation*>> seen;
  for (const Figure& figure : dataset.figures)
    for (const Observation& one : figure.observations) {
      const auto [place, fresh] = seen.try_emplace({indicator_of(figure), tables::unit_name(figure.unit), one.year}, &figure, &one);
      const auto& [other, earlier] = place->second;
      if (fresh || figure.printed(one.value) == other->printed(earlier->value)) continue;
      add(findings, one,
          {Severity::error, "data.two-values", "\"" + indicator_of(figure) + "\" has two values for " + std::to_string(one.year) + ", as \"" + other->name + "\" and as \"" + figure.name + "\"", one.span,
           {{"the other one", earlier->span}}, "correct one of them, or give them different labels if they measure different things"});
    }
}

void check_units(const Dataset& dataset, const std::vector<definition::FlatWithin>& flat, Diagnostics& diagnostics) {
  for (const definition::FlatWithin& one : flat) {
    std::vector<std::string> known{"percent", "percentage-points", "rank", "places", "count", "number"};
    for (const auto& [name, unit] : dataset.units) known.push_back(name);
    if (std::find(known.begin(), known.end(), one.unit) == known.end())
      diagnostics.error("definition.unknown-value", "there is no unit \"" + one.unit + "\"", one.span, did_you_mean(one.unit, known));
  }
}

}  // namespace

void check_dataset(const Dataset& dataset, const definition::Definition& definition, Diagnostics& diagnostics) {
  Findings findings(definition.checks, diagnostics);
  check_units(dataset, definition.flat_within, diagnostics);
  for (const Figure& figure : dataset.figures) {
    for (const Observation& one : figure.observations) findings.offer(one.acknowledged, one.acknowledged_span);
    check_label(figure, trend_of(figure, flat_within(definition.flat_within, figure.unit)), findings);
    check_source(figure, findings);
    check_rank(figure, findings);
    check_age(figure, findings);
    check_outliers(figure, findings);
  }
  for (const auto& [name, table] : dataset.tables)
    if (const auto column = table.column(acknowledgement_column))
      for (std::size_t row = 0; row < table.rows(); ++row) findings.offer(std::string(table.text(row, *column)), table.span(row, *column));
  check_two_values(dataset, findings);
  check_claims(dataset, findings);
  findings.finish();
}

}  // namespace tilstand::data
