// SPDX-License-Identifier: Apache-2.0
#include "graph/colouring.hpp"

#include <utility>

#include "colour/chart_palettes.hpp"
#include "graph/frame.hpp"

namespace tilstand::graph {
namespace {

constexpr std::uint16_t neutral_tint = 350;  // thousandths

/// True when the theme wants patterns here, and they would tell apart what colours can't.
bool wants_patterns(const Plan& plan, const definition::Theme& theme, const std::vector<Ink>& inks) {
  const bool possible = has_coloured_series(plan) && !has_direct_labels(plan);
  if (!possible || theme.charts.patterns == definition::Patterns::never) return false;
  if (theme.charts.patterns == definition::Patterns::always) return true;
  if (theme.variant != definition::Variant::print) return false;
  const colour::Palette palette(theme);
  std::vector<colour::Rgb> colours;
  for (const std::size_t series : different_series(plan)) colours.push_back(palette.rgb(inks[series]));
  return colour::distances(colours).grey < theme.charts.grey_step;
}

/// The two ends of the diverging scale, paler towards the neutral series between them.
std::vector<Ink> diverging_inks(const Plan& plan, const definition::Theme& theme) {
  const std::size_t count = plan.series.size(), neutral = neutral_of(plan), half = neutral < count ? neutral : count / 2, middle = neutral < count ? 1 : 0;
  const Ink structure = theme.ink("structure").value_or(Ink{}), low = theme.charts.low.value_or(theme.ink("series-2").value_or(structure)), high = theme.charts.high.value_or(structure);
  std::vector<Ink> inks;
  for (std::size_t i = 0; i < count; ++i) {
    const bool before = i < half;
    const std::size_t steps = before ? half : count - half - middle, from_middle = before ? half - i : i - half + 1 - middle;
    Ink ink = i == neutral ? theme.ink("grey").value_or(structure) : before ? low : high;
    if (i == neutral) ink.permille = neutral_tint;
    else if (steps > 1) ink.permille = static_cast<std::uint16_t>(450 + 550 * (from_middle - 1) / (steps - 1));
    inks.push_back(ink);
  }
  return inks;
}

}  // namespace

bool has_coloured_series(const Plan& plan) { return plan.series.size() > 1 && plan.input.kind != Kind::heat_map && plan.input.kind != Kind::dumbbell; }

bool has_direct_labels(const Plan& plan) { return has_end_labels(plan) || has_both_ends(plan.input.kind); }

std::vector<std::size_t> different_series(const Plan& plan) {
  std::vector<std::size_t> different;
  bool muted = false;
  for (std::size_t i = 0; i < plan.series.size(); ++i)
    if (!plan.series[i].muted || !std::exchange(muted, true)) different.push_back(i);
  return different;
}

Colouring colouring_of(const Plan& plan, const definition::Theme& theme, bool reversed) {
  const definition::ChartPalettes& charts = theme.charts;
  const Ink structure = theme.ink("structure").value_or(Ink{});
  const auto on_ground = [&](Ink ink) { return reversed ? theme.on_reversed(ink) : ink; };
  Colouring colouring;
  std::size_t coloured = 0;
  for (const Series& series : plan.series) {
    const std::size_t place = series.muted ? 0 : coloured++;
    Ink ink = charts.categorical.empty() ? structure : charts.categorical[place % charts.categorical.size()];
    if (plan.series.size() == 1) ink = charts.highlight.value_or(ink);
    if (series.muted) ink = charts.muted.value_or(theme.ink("grey").value_or(structure));
    colouring.inks.push_back(on_ground(ink));
    colouring.places.push_back(place);
  }
  if (plan.input.stack == Stack::diverging) {
    colouring.inks = diverging_inks(plan, theme);
    for (Ink& ink : colouring.inks) ink = on_ground(ink);
  }
  colouring.patterned = wants_patterns(plan, theme, colouring.inks);
  return colouring;
}

}  // namespace tilstand::graph
