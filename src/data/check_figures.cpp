// SPDX-License-Identifier: Apache-2.0
#include "data/dataset.hpp"

namespace tilstand::data {
namespace {

/// "negative rising", as data files write trend labels.
std::string label_of(Trend trend) {
  const char* judgement = trend.judgement == Judgement::positive ? "positive" : trend.judgement == Judgement::negative ? "negative" : "";
  const char* direction = trend.direction == Direction::rising ? "rising" : trend.direction == Direction::falling ? "falling" : "";
  if (trend.direction == Direction::flat) return "flat";
  if (trend.direction == Direction::none) return "none";
  return std::string(judgement) + (*judgement != 0 ? " " : "") + direction;
}

double flat_within(const std::vector<definition::FlatWithin>& flat, const Unit& unit) {
  for (const definition::FlatWithin& one : flat)
    if (one.unit == tables::unit_name(unit)) return one.change;
  return 0;
}

void check_label(const Figure& figure, Trend trend, Diagnostics& diagnostics) {
  const Observation* now = figure.current();
  if (now == nullptr || now->source_label.empty() || now->source_label == label_of(trend)) return;
  const std::string message = "the source calls \"" + figure.name + "\" \"" + now->source_label + "\", the values say \"" + label_of(trend) + "\"";
  if (now->acknowledged.empty()) {
    diagnostics.warning("data.source-disagrees", message, now->source_label_span, "correct the cell, or say why it stands in the column \"acknowledged\"");
  } else {
    diagnostics.notice("data.source-disagrees", message + "; acknowledged: " + now->acknowledged, now->source_label_span);
  }
}

void check_source(const Figure& figure, Diagnostics& diagnostics) {
  if (!figure.source.empty()) return;
  const auto reason = figure.fields.find("no-source-reason");
  if (reason == figure.fields.end() || reason->second.empty()) {
    diagnostics.warning("data.no-source", "\"" + figure.name + "\" has no source", figure.span, "name it, or say why there is none in the column \"no-source-reason\"");
  } else {
    diagnostics.notice("data.no-source", "\"" + figure.name + "\" has no source; acknowledged: " + reason->second, figure.span);
  }
}

void check_rank(const Figure& figure, Diagnostics& diagnostics) {
  if (figure.unit != Unit::rank) return;
  for (const Observation& one : figure.observations) {
    const bool past_scope = figure.scope.mantissa > 0 && one.value > figure.scope;
    if (one.value.mantissa < 1 || past_scope)
      diagnostics.error("data.rank-out-of-scope", "a rank of \"" + figure.name + "\" is not among its " + std::to_string(figure.scope.mantissa), one.span);
  }
}

}  // namespace

void check_figures(const Dataset& dataset, const std::vector<definition::FlatWithin>& flat, Diagnostics& diagnostics) {
  for (const Figure& figure : dataset.figures) {
    check_label(figure, trend_of(figure, flat_within(flat, figure.unit)), diagnostics);
    check_source(figure, diagnostics);
    check_rank(figure, diagnostics);
  }
}

}  // namespace tilstand::data
