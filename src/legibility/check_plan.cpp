// SPDX-License-Identifier: Apache-2.0
#include "base/number_text.hpp"
#include "colour/chart_palettes.hpp"
#include "graph/colouring.hpp"
#include "legibility/inspector.hpp"

namespace tilstand::legibility {
namespace {

constexpr std::size_t most_colours = 7;

/// The chart's series, once each, with the colours that they have.
struct Shown {
  std::vector<std::string> names;
  std::vector<colour::Rgb> colours;
};

Shown shown_by(const graph::Plan& plan, const graph::Colouring& colouring, const colour::Palette& palette) {
  Shown shown;
  for (const std::size_t i : graph::different_series(plan)) {
    shown.names.push_back(plan.series[i].name);
    shown.colours.push_back(palette.rgb(colouring.inks[i]));
  }
  return shown;
}

std::string pair_of(const Shown& shown, std::size_t a, std::size_t b) { return "\"" + shown.names[a] + "\" and \"" + shown.names[b] + "\""; }

void check_colours(const graph::Plan& plan, bool reversed, const Inputs& in, const auto& report) {
  const graph::Colouring colouring = graph::colouring_of(plan, in.theme, reversed);
  const Shown shown = shown_by(plan, colouring, in.palette);
  const definition::ChartPalettes& asked = in.theme.charts;
  if (shown.colours.size() > most_colours)
    return report("legibility.too-many-colours", decimal(static_cast<double>(shown.colours.size()), 0) + " colours are to be told apart; seven can be", plan.input.span,
                  "name by \"highlight\" the series that matter, bind them to \"panel\", or group the smallest ones");
  if (colouring.patterned) return;
  const colour::Distances apart = colour::distances(shown.colours);
  if (apart.smallest() < asked.distance)
    report("legibility.similar-colours", "the colours of " + pair_of(shown, apart.first, apart.second) + " are " + decimal(apart.smallest(), 1) + " apart under " +
           std::string(colour::name_of(apart.vision)) + "; the theme asks for " + decimal(asked.distance, 1) + " (CIEDE2000)", plan.input.span,
           "take colours that differ in lightness, or highlight one series");
  if (apart.grey < asked.grey_step && !graph::has_direct_labels(plan))
    report("legibility.similar-greys", "printed in grey, " + pair_of(shown, apart.grey_first, apart.grey_second) + " are " + decimal(apart.grey, 1) + " of L* apart; the theme asks for " +
           decimal(asked.grey_step, 1), plan.input.span, "show fewer series, or set patterns = \"always\" in [palette.categorical] of the theme");
}

/// Lengths are compared, so they begin at nothing.
void check_axis(const graph::Plan& plan, const auto& report) {
  const graph::Channel& value = plan.input.value;
  if (!graph::stands_on_zero(plan.input.kind)) return;
  const bool cut = plan.value.kind == graph::ScaleKind::linear && (plan.value.low > 0 || plan.value.high < 0);
  const SourceSpan place = value.span.file ? value.span : plan.input.span;
  const std::string kind = definition::name_of(plan.input.kind);
  if (cut)
    report("legibility.truncated-axis", "the axis of the " + kind + " chart begins at " + decimal(plan.value.low > 0 ? plan.value.low : plan.value.high, 3) + ", so lengths don't stand for values", place,
           "leave out \"minimum\", or take \"dot\" or \"line\", which compare places");
  if (plan.value.kind == graph::ScaleKind::logarithmic)
    report("legibility.truncated-axis", "the " + kind + " chart has a logarithmic axis, which has no zero, so lengths don't stand for values", place, "take \"dot\" or \"line\", which compare places");
}

}  // namespace

void check_plan(const graph::Plan& plan, bool reversed, const Inputs& inputs, Diagnostics& diagnostics) {
  const auto report = [&](const char* code, std::string message, SourceSpan span, const char* hint) {
    inputs.checks.report({Severity::warning, code, std::move(message), span, {}, hint}, diagnostics);
  };
  const bool is_scale = plan.input.stack == graph::Stack::diverging;  // whose tints stand in order, with their values in them
  if (graph::has_coloured_series(plan) && !is_scale) check_colours(plan, reversed, inputs, report);
  check_axis(plan, report);
}

}  // namespace tilstand::legibility
