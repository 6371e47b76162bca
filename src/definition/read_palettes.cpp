// SPDX-License-Identifier: Apache-2.0
#include "base/suggest.hpp"
#include "definition/read_styles.hpp"

namespace tilstand::definition {
namespace {

constexpr std::array<std::pair<std::string_view, Patterns>, 3> pattern_words{{{"never", Patterns::never}, {"print", Patterns::print}, {"always", Patterns::always}}};
constexpr double most_distance = 100;

void read_threshold(KeyReader& keys, std::string_view key, double& into) {
  std::optional<double> value;
  if (!keys.real(key, value)) return;
  if (*value >= 0 && *value <= most_distance) into = *value;
  else keys.error(key, "definition.unknown-value", "expected a difference from 0 to 100");
}

void read_categorical(const Toml* table, Theme& theme, ReadContext& context) {
  if (table == nullptr) return;
  KeyReader keys(*table, context);
  ChartPalettes& charts = theme.charts;
  charts.categorical_span = table->span;
  std::vector<Text> roles;
  if (keys.texts("roles", roles, Need::required)) charts.categorical.clear();
  for (const Text& role : roles) {
    if (const std::optional<Ink> ink = theme.ink(role.value)) {
      charts.categorical.push_back(*ink);
      continue;
    }
    std::vector<std::string> known;
    for (const Colour& colour : theme.palette) known.push_back(colour.name);
    context.diagnostics.error("definition.unknown-colour", "there is no colour \"" + role.value + "\" in the palette", role.span, did_you_mean(role.value, known));
  }
  keys.choice("patterns", charts.patterns, pattern_words);
  read_threshold(keys, "distance", charts.distance);
  read_threshold(keys, "grey-step", charts.grey_step);
  keys.finish();
}

/// A palette of one role.
void read_single(const Toml* table, const Theme& theme, std::optional<Ink>& into, SourceSpan& span, ReadContext& context) {
  if (table == nullptr) return;
  KeyReader keys(*table, context);
  span = table->span;
  Ink ink;
  if (read_ink(keys, "role", theme, ink, Need::required)) into = ink;
  keys.finish();
}

void read_sequential(const Toml* table, Theme& theme, ReadContext& context) {
  if (table == nullptr) return;
  KeyReader keys(*table, context);
  theme.charts.sequential_span = table->span;
  Ink ink;
  if (read_ink(keys, "role", theme, ink, Need::required)) theme.charts.sequential = ink;
  keys.integer("palest", theme.charts.palest, {0, 50});
  keys.finish();
}

void read_diverging(const Toml* table, Theme& theme, ReadContext& context) {
  if (table == nullptr) return;
  KeyReader keys(*table, context);
  theme.charts.diverging_span = table->span;
  Ink low, high;
  const bool both = read_ink(keys, "low", theme, low, Need::required) && read_ink(keys, "high", theme, high, Need::required);
  if (both) theme.charts.low = low, theme.charts.high = high;
  keys.finish();
}

/// What a theme has that names no palettes.
void take_usual(Theme& theme) {
  for (int i = 1; i <= 7; ++i)
    if (const std::optional<Ink> ink = theme.ink("series-" + std::to_string(i))) theme.charts.categorical.push_back(*ink);
  if (theme.charts.categorical.empty()) theme.charts.categorical.push_back(theme.ink("structure").value_or(Ink{}));
  theme.charts.muted = theme.ink("grey");
}

}  // namespace

void read_chart_palettes(const Toml* table, Theme& theme, ReadContext& context) {
  take_usual(theme);
  if (table == nullptr) return;
  KeyReader keys(*table, context);
  ChartPalettes& charts = theme.charts;
  read_categorical(keys.table("categorical"), theme, context);
  read_sequential(keys.table("sequential"), theme, context);
  read_diverging(keys.table("diverging"), theme, context);
  read_single(keys.table("highlight"), theme, charts.highlight, charts.highlight_span, context);
  read_single(keys.table("muted"), theme, charts.muted, charts.muted_span, context);
  keys.finish();
}

}  // namespace tilstand::definition
