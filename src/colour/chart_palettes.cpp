// SPDX-License-Identifier: Apache-2.0
#include "colour/chart_palettes.hpp"

#include <algorithm>
#include <cmath>

#include "base/number_text.hpp"

namespace tilstand::colour {
namespace {

constexpr double least_contrast = 3;  // WCAG 2.1, 1.4.11
constexpr int steps = 5;              // of palettes without single colours

Ink tinted(Ink ink, int palest, double share) {
  const double least = palest * 10;
  ink.permille = static_cast<std::uint16_t>(std::lround(least + (1000 - least) * std::clamp(share, 0.0, 1.0)));
  return ink;
}

Ink structure(const definition::Theme& theme) { return theme.ink("structure").value_or(Ink{}); }

std::vector<Ink> stepped(const definition::Theme& theme, bool diverging, bool reversed) {
  std::vector<Ink> inks;
  for (int i = 0; i < steps; ++i) {
    const double share = static_cast<double>(i) / (steps - 1);
    inks.push_back(diverging ? diverging_ink(theme, share, 0.5) : sequential_ink(theme, share, reversed));
  }
  return inks;
}

struct Named {
  std::string name;
  std::vector<Ink> inks;
  SourceSpan span;
};

/// As they are on paper, or on a dark ground.
std::vector<Named> palettes_of(const definition::Theme& theme, bool reversed) {
  const definition::ChartPalettes& charts = theme.charts;
  const auto on_ground = [&](std::vector<Ink> inks) {
    for (Ink& ink : inks)
      if (reversed) ink = theme.on_reversed(ink);
    return inks;
  };
  std::vector<Named> all{{"categorical", on_ground(charts.categorical), charts.categorical_span}};
  all.push_back({"sequential", stepped(theme, false, reversed), charts.sequential_span});
  if (charts.low && charts.high && !reversed) all.push_back({"diverging", stepped(theme, true, false), charts.diverging_span});
  if (charts.highlight) all.push_back({"highlight", on_ground({*charts.highlight}), charts.highlight_span});
  if (charts.muted) all.push_back({"muted", on_ground({*charts.muted}), charts.muted_span});
  return all;
}

Measured measured(const Named& palette, const definition::Theme& theme, bool reversed) {
  const Palette device(theme);
  const Ink paper = theme.ink("paper").value_or(Ink{});
  const Rgb ground = device.rgb(reversed ? theme.on_reversed(paper) : paper);
  Measured one{palette.name, reversed ? "reversed" : "paper", 21, {}, palette.inks.size()};
  std::vector<Rgb> colours;
  for (const Ink ink : palette.inks) {
    colours.push_back(device.rgb(ink));
    one.contrast = std::min(one.contrast, contrast(colours.back(), ground));
  }
  one.apart = distances(colours);
  return one;
}

std::string cell(const std::string& text, std::size_t width) { return std::string(width > text.size() ? width - text.size() : 0, ' ') + text; }
std::string cell(double value, std::size_t width) { return cell(value >= 100 ? "-" : decimal(value, 1), width); }

bool stands_alone(const std::string& palette) { return palette != "sequential" && palette != "diverging"; }

}  // namespace

double Distances::smallest() const { return *std::min_element(least.begin(), least.end()); }

Distances distances(const std::vector<Rgb>& colours) {
  Distances found;
  for (std::size_t i = 0; i < colours.size(); ++i) {
    for (std::size_t j = i + 1; j < colours.size(); ++j) {
      for (const Vision vision : visions) {
        const double apart = difference(lab_of(seen_by(vision, colours[i])), lab_of(seen_by(vision, colours[j])));
        if (apart < found.smallest()) found.first = i, found.second = j, found.vision = vision;
        double& least = found.least[static_cast<std::size_t>(vision)];
        least = std::min(least, apart);
      }
      const double grey = std::abs(lab_of(colours[i]).l - lab_of(colours[j]).l);
      if (grey < found.grey) found.grey = grey, found.grey_first = i, found.grey_second = j;
      if (j == i + 1) found.neighbours = std::min(found.neighbours, grey);
    }
  }
  return found;
}

Ink sequential_ink(const definition::Theme& theme, double share, bool reversed) {
  const Ink ink = theme.charts.sequential.value_or(structure(theme));
  const int palest = theme.charts.palest;
  if (!reversed) return tinted(ink, palest, share);
  return {ink.role, static_cast<std::uint16_t>(std::lround((1000 - palest * 10) * (1 - std::clamp(share, 0.0, 1.0))))};
}

Ink readable(Ink ground, Ink one, Ink other, const Palette& palette) {
  constexpr double least = 4.5;  // WCAG 2.1, 1.4.3
  constexpr int step = 5;
  for (Ink tried = ground; tried.permille <= 1000; tried.permille += step) {
    const Rgb under = palette.rgb(tried);
    if (std::max(contrast(palette.rgb(one), under), contrast(palette.rgb(other), under)) >= least) return tried;
  }
  return ground;
}

Ink diverging_ink(const definition::Theme& theme, double share, double zero) {
  const definition::ChartPalettes& charts = theme.charts;
  if (!charts.low || !charts.high) return sequential_ink(theme, share);
  const double farther = std::max({zero, 1 - zero, 1e-9});
  return tinted(share < zero ? *charts.low : *charts.high, charts.palest, std::abs(share - zero) / farther);
}

std::vector<Measured> measure_palettes(const definition::Theme& theme) {
  std::vector<Measured> all;
  for (const bool reversed : {false, true})
    for (const Named& palette : palettes_of(theme, reversed)) all.push_back(measured(palette, theme, reversed));
  return all;
}

std::string to_text(const std::vector<Measured>& measures, const definition::ChartPalettes& palettes) {
  std::string text = "palette      ground    colours  contrast  normal  protan  deutan  tritan  next L*  any L*\n";
  for (const Measured& one : measures) {
    text += one.name + std::string(13 - std::min<std::size_t>(one.name.size(), 12), ' ') + one.ground + std::string(10 - std::min<std::size_t>(one.ground.size(), 9), ' ');
    text += cell(std::to_string(one.colours), 7) + cell(one.contrast, 10);
    for (const double least : one.apart.least) text += cell(least, 8);
    text += cell(one.apart.neighbours, 9) + cell(one.apart.grey, 8) + "\n";
  }
  return text + "the theme asks for: contrast 3.0 of colours that stand alone, CIEDE2000 " + decimal(palettes.distance, 1) + " between series, " +
         decimal(palettes.grey_step, 1) + " of L* between one series and the next\n";
}

void check_palettes(const definition::Theme& theme, Diagnostics& diagnostics) {
  for (const bool reversed : {false, true}) {
    for (const Named& palette : palettes_of(theme, reversed)) {
      if (!palette.span.file) continue;  // the theme doesn't say it
      const Measured one = measured(palette, theme, reversed);
      const std::string where = "palette \"" + palette.name + "\"" + (reversed ? " on dark grounds" : "");
      const auto weak = [&](const std::string& message, const char* hint) { diagnostics.warning("colour.weak-palette", where + ": " + message, palette.span, hint); };
      if (stands_alone(palette.name) && one.contrast < least_contrast)
        weak("a colour has a contrast of " + decimal(one.contrast, 2) + ":1 on its ground; marks need 3:1", "take a darker colour, on dark grounds a lighter one");
      if (palette.name != "categorical") continue;
      const auto role = [&](std::size_t place) { return "\"" + theme.palette[palette.inks[place].role].name + "\""; };
      if (one.apart.smallest() < theme.charts.distance)
        weak(role(one.apart.first) + " and " + role(one.apart.second) + " are " + decimal(one.apart.smallest(), 1) + " apart under " + std::string(name_of(one.apart.vision)) +
                 ", " + decimal(theme.charts.distance, 1) + " are asked for (CIEDE2000)", "move them apart in lightness, or in blue and yellow");
      if (one.apart.neighbours < theme.charts.grey_step)
        weak("two that follow one another are " + decimal(one.apart.neighbours, 1) + " of L* apart, " + decimal(theme.charts.grey_step, 1) + " are asked for", "let dark and light colours take turns");
    }
  }
}

}  // namespace tilstand::colour
