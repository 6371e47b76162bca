// SPDX-License-Identifier: Apache-2.0
#include "colour/chart_palettes.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "definition/read.hpp"

namespace tilstand::colour {
namespace {

struct Reading {
  Sources sources;
  Diagnostics diagnostics;
  definition::Theme theme = definition::read_theme(TILSTAND_ROOT "/layouts/theme.toml", sources, diagnostics).value();
};

const Measured& palette(const std::vector<Measured>& all, const std::string& name, const std::string& ground) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const Measured& one) { return one.name == name && one.ground == ground; });
  REQUIRE(found != all.end());
  return *found;
}

std::vector<std::string> messages(const definition::Theme& theme) {
  Diagnostics found;
  check_palettes(theme, found);
  std::vector<std::string> all;
  for (const Diagnostic& one : found.list()) {
    CHECK(one.code == "colour.weak-palette");
    CHECK(one.span.begin.line > 1);
    all.push_back(one.message);
  }
  return all;
}

TEST_CASE("the default theme's palettes keep what it asks for, on screen and in print, on paper and on dark grounds", "[colour]") {
  for (const definition::Variant variant : {definition::Variant::screen, definition::Variant::print}) {
    Reading reading;
    reading.theme.use(variant);
    CHECK(reading.diagnostics.list().empty());
    CHECK(messages(reading.theme).empty());
    const std::vector<Measured> all = measure_palettes(reading.theme);
    for (const std::string ground : {"paper", "reversed"}) {
      const Measured& series = palette(all, "categorical", ground);
      CHECK(series.colours == 7);
      CHECK(series.contrast >= 3);
      for (const double least : series.apart.least) CHECK(least >= reading.theme.charts.distance);
      CHECK(series.apart.neighbours >= reading.theme.charts.grey_step);
      CHECK(palette(all, "muted", ground).contrast >= 3);
      CHECK(palette(all, "highlight", ground).contrast >= 3);
    }
    CHECK(palette(all, "sequential", "paper").apart.neighbours >= 10);
    CHECK(palette(all, "diverging", "paper").colours == 5);
  }
}

TEST_CASE("five series of the default theme are told apart in grey by their colours alone", "[colour]") {
  Reading reading;
  const Palette device(reading.theme);
  std::vector<Rgb> five;
  for (std::size_t i = 0; i < 5; ++i) five.push_back(device.rgb(reading.theme.charts.categorical[i]));
  CHECK(distances(five).grey >= reading.theme.charts.grey_step);
}

TEST_CASE("planted faults of a palette are reported at the palette", "[colour]") {
  Reading reading;
  definition::Theme& theme = reading.theme;
  const auto colour = [&](const std::string& role) -> definition::Colour& { return theme.palette[theme.ink(role)->role]; };
  SECTION("red and green for the same place") {
    colour("series-1").red = 0xB0, colour("series-1").green = 0x40, colour("series-1").blue = 0x20;
    colour("series-2").red = 0x60, colour("series-2").green = 0x66, colour("series-2").blue = 0x20;
    REQUIRE_FALSE(messages(theme).empty());
    CHECK(messages(theme).front().find("apart under") != std::string::npos);
  }
  SECTION("too pale to see") {
    colour("water").red = colour("water").green = colour("water").blue = 0xD0;
    REQUIRE(messages(theme).size() == 1);
    CHECK(messages(theme).front().find("palette \"muted\": a colour has a contrast of 1.") == 0);
  }
  SECTION("neighbours of the same grey") {
    theme.charts.categorical[1] = theme.charts.categorical[2];
    CHECK(messages(theme).size() == 4);  // on both grounds, and they are the same colour
  }
}

TEST_CASE("a diverging scale is palest where it passes zero, and full only at the farther end", "[colour]") {
  Reading reading;
  const Ink low = diverging_ink(reading.theme, 0, 0.25), zero = diverging_ink(reading.theme, 0.25, 0.25), high = diverging_ink(reading.theme, 1, 0.25);
  CHECK(low.role == reading.theme.charts.low->role);
  CHECK(high == Ink{reading.theme.charts.high->role, 1000});
  CHECK(zero.permille == 120);
  CHECK(low.permille < 500);
}

TEST_CASE("on a dark ground a scale goes from near the ground to white", "[colour]") {
  Reading reading;
  CHECK(sequential_ink(reading.theme, 1, true).permille == 0);
  CHECK(sequential_ink(reading.theme, 0, true).permille == 880);
  CHECK(palette(measure_palettes(reading.theme), "sequential", "reversed").apart.neighbours >= 10);
}

TEST_CASE("each series colour of the default theme bears words, dark or white", "[colour]") {
  Reading reading;
  const Palette device(reading.theme);
  for (const Ink ink : reading.theme.charts.categorical) {
    const auto on = [&](const char* role) { return contrast(device.rgb(*reading.theme.ink(role)), device.rgb(ink)); };
    CHECK(std::max(on("ink"), on("paper")) >= 4.5);
  }
}

TEST_CASE("every tint of a scale bears words", "[colour]") {
  Reading reading;
  const Palette device(reading.theme);
  const Ink ink = *reading.theme.ink("ink"), paper = *reading.theme.ink("paper");
  for (int i = 0; i <= 100; ++i) {
    const Ink plain = sequential_ink(reading.theme, i / 100.0), tint = readable(plain, ink, paper, device);
    CHECK(std::max(contrast(device.rgb(ink), device.rgb(tint)), contrast(device.rgb(paper), device.rgb(tint))) >= 4.5);
    CHECK(tint.permille - plain.permille <= 80);
  }
}

TEST_CASE("the table of measures names each palette on both grounds", "[colour]") {
  Reading reading;
  const std::string text = to_text(measure_palettes(reading.theme), reading.theme.charts);
  for (const char* name : {"categorical", "sequential", "diverging", "highlight", "muted", "reversed", "CIEDE2000 11 between series"}) CHECK(text.find(name) != std::string::npos);
}

}  // namespace
}  // namespace tilstand::colour
