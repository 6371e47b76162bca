// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "base/number_text.hpp"
#include "graph/plan_parts.hpp"
#include "graph/ticks.hpp"

namespace tilstand::graph {
namespace {

constexpr int wanted_ticks = 5;
constexpr double usual_icons = 20;

struct Ends {
  double low = 0, high = 0;
  bool any = false;
  void take(double value) {
    low = any ? std::min(low, value) : value;
    high = any ? std::max(high, value) : value;
    any = true;
  }
};

Ends value_ends(const Plan& plan) {
  Ends ends;
  for (const Mark& mark : plan.marks) {
    if (!mark.value) continue;
    const Datum& datum = plan.input.rows[mark.row];
    ends.take(plan.input.stack == Stack::none ? *mark.value : mark.to);
    if (plan.input.stack == Stack::diverging) ends.take(mark.from);
    if (datum.low) ends.take(*datum.low);
    if (datum.high) ends.take(*datum.high);
    if (datum.target) ends.take(*datum.target);
  }
  for (const Reference& reference : plan.input.references) {
    if (reference.on_base) continue;
    ends.take(reference.from);
    if (reference.to) ends.take(*reference.to);
  }
  if (stands_on_zero(plan.input.kind) && plan.input.value.scale == ScaleKind::linear) ends.take(0);
  return ends;
}

Ends base_ends(const Plan& plan) {
  Ends ends;
  for (const Mark& mark : plan.marks) ends.take(mark.at);
  return ends;
}

void add_ticks(Scale& scale, const std::vector<double>& values, double step, const Speech& speech) {
  const int decimals = step_decimals(step);
  for (const double value : values) scale.ticks.push_back({value, number_text(value, decimals, speech)});
}

Scale linear(const Channel& channel, Ends ends, bool loose, const Speech& speech) {
  Scale scale;
  const double low = channel.minimum.value_or(ends.low), high = channel.maximum.value_or(std::max(ends.high, low));
  Ticks ticks = nice_ticks(low, high, wanted_ticks, loose && !channel.minimum && !channel.maximum);
  if (channel.step) ticks = {std::ceil(low / *channel.step) * *channel.step, std::floor(high / *channel.step) * *channel.step, *channel.step};
  const bool reach = loose || high <= low;
  scale.low = channel.minimum ? *channel.minimum : reach ? std::min(low, ticks.first) : low;
  scale.high = channel.maximum ? *channel.maximum : reach ? std::max(high, ticks.last) : high;
  std::vector<double> values;
  for (const double value : ticks.values())
    if (value >= scale.low - ticks.step * 1e-9 && value <= scale.high + ticks.step * 1e-9) values.push_back(value);
  add_ticks(scale, values, ticks.step, speech);
  return scale;
}

Scale logarithmic(const Channel& channel, Ends ends, const Speech& speech) {
  Scale scale;
  scale.kind = ScaleKind::logarithmic;
  scale.low = channel.minimum.value_or(std::pow(10, std::floor(std::log10(ends.low) + 1e-9)));
  scale.high = channel.maximum.value_or(std::pow(10, std::ceil(std::log10(ends.high) - 1e-9)));
  if (scale.high <= scale.low) scale.high = scale.low * 10;
  const std::vector<double> values = log_ticks(scale.low, scale.high);
  for (const double value : values) scale.ticks.push_back({value, number_text(value, step_decimals(value), speech)});
  return scale;
}

/// Years are labelled by their digits, and only whole years.
Scale years(const Channel& channel, Ends ends) {
  Scale scale;
  scale.kind = ScaleKind::time;
  scale.low = channel.minimum.value_or(ends.low), scale.high = channel.maximum.value_or(ends.high);
  const double span = scale.high - scale.low;
  double step = channel.step.value_or(1);
  for (const double wider : {2.0, 5.0, 10.0, 20.0, 25.0, 50.0, 100.0})
    if (!channel.step && span / step > 8) step = wider;
  // Counted from the last year, so that the newest one is always named.
  for (double year = std::floor(scale.high); year >= scale.low && scale.ticks.size() < 64; year -= std::max(step, span / 60))
    scale.ticks.push_back({year, std::to_string(static_cast<long>(year))});
  std::reverse(scale.ticks.begin(), scale.ticks.end());
  return scale;
}

/// From the first place, at the far end, to about the last that there is.
Scale places(const Channel& channel, Ends ends, const Speech& speech) {
  Scale scale = linear(channel, ends, false, speech);
  scale.kind = ScaleKind::rank, scale.reversed = true;
  scale.low = channel.minimum.value_or(std::min(1.0, ends.low)), scale.high = std::max(channel.maximum.value_or(ends.high), scale.low + 1);
  std::erase_if(scale.ticks, [&](const Tick& tick) { return tick.value != std::floor(tick.value) || tick.value <= scale.low; });
  scale.ticks.insert(scale.ticks.begin(), {scale.low, number_text(scale.low, step_decimals(scale.low), speech)});
  return scale;
}

/// The steps that the channel names, half a step in from the ends.
Scale steps(const std::vector<std::string>& levels) {
  Scale scale;
  scale.kind = ScaleKind::ordinal;
  scale.low = -0.5, scale.high = static_cast<double>(levels.size()) - 0.5;
  for (std::size_t i = 0; i < levels.size(); ++i) scale.ticks.push_back({static_cast<double>(i), levels[i]});
  return scale;
}

/// Places from the first down to the last; each mark says its own.
Scale ranks(double last) {
  Scale scale;
  scale.low = 0.5, scale.high = last + 0.5;
  return scale;
}

/// A scale whose names are known.
void settle_bands(Scale& scale) {
  scale.kind = ScaleKind::bands;
  scale.low = 0, scale.high = static_cast<double>(scale.names.size());
  scale.ticks.clear();
  for (std::size_t i = 0; i < scale.names.size(); ++i) scale.ticks.push_back({static_cast<double>(i) + 0.5, scale.names[i], scale.names_printed[i]});
}

}  // namespace

void settle_scales(Plan& plan, const Speech& speech) {
  const Channel &base = plan.input.base, &value = plan.input.value;
  const Ends ends = value_ends(plan);
  plan.value = value.scale == ScaleKind::logarithmic ? logarithmic(value, ends, speech) : linear(value, ends, plan.input.stack != Stack::diverging, speech);
  if (value.scale == ScaleKind::rank) plan.value = places(value, ends, speech);
  if (value.scale == ScaleKind::ordinal) plan.value = steps(value.levels);
  if (plan.input.kind == Kind::pictogram) plan.each = plan.input.each.value_or(nice_each(plan, usual_icons));
  if (plan.input.stack == Stack::diverging)
    for (Tick& tick : plan.value.ticks) tick.label = number_text(std::abs(tick.value), step_decimals(tick.value), speech);  // shares on both sides
  if (plan.input.kind == Kind::bump) plan.value = ranks(ends.high);
  if (base.scale == ScaleKind::bands) settle_bands(plan.base);
  else if (base.scale == ScaleKind::time) plan.base = years(base, base_ends(plan));
  else if (base.scale == ScaleKind::logarithmic) plan.base = logarithmic(base, base_ends(plan), speech);
  else plan.base = linear(base, base_ends(plan), plan.input.kind == Kind::scatter, speech);
  if (plan.input.kind == Kind::slope) plan.base.low = 0.5, plan.base.high = 1.5;  // from edge to edge
}

}  // namespace tilstand::graph
