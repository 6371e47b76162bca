// SPDX-License-Identifier: Apache-2.0
#include "colour/palette.hpp"

#include <catch2/catch.hpp>

namespace tilstand::colour {
namespace {

definition::Theme theme_with(std::vector<definition::Colour> palette) {
  definition::Theme theme;
  theme.palette = std::move(palette);
  return theme;
}

definition::Style style_in(std::string name, Ink ink) {
  definition::Style style;
  style.name = std::move(name);
  style.ink = ink;
  return style;
}

TEST_CASE("a full tint is the role's own colour and no tint is white", "[colour]") {
  const Palette palette(theme_with({{"ink", 0, 51, 255, "", {}}}));
  CHECK(palette.rgb({0, 1000}).green == Approx(0.2));
  CHECK(palette.rgb({0, 1000}).blue == Approx(1));
  CHECK(palette.rgb({0, 0}) == Rgb{1, 1, 1});
  CHECK(palette.rgb({0, 500}).red == Approx(0.5));
}

TEST_CASE("contrast is 21 between black and white and 1 between equals, either way round", "[colour]") {
  const Rgb black{0, 0, 0}, white{1, 1, 1};
  CHECK(contrast(black, white) == Approx(21));
  CHECK(contrast(white, black) == Approx(21));
  CHECK(contrast(white, white) == Approx(1));
}

TEST_CASE("contrast of a mid grey agrees with the published WCAG example", "[colour]") {
  const double grey = 0x76 / 255.0;
  CHECK(contrast({grey, grey, grey}, {1, 1, 1}) == Approx(4.54).margin(0.01));
}

TEST_CASE("the profile is an RGB ICC profile whose bytes never vary", "[colour]") {
  const std::string profile = srgb_profile();
  REQUIRE(profile.size() > 400);
  CHECK(profile.substr(36, 4) == "acsp");
  CHECK(profile.substr(16, 4) == "RGB ");
  CHECK(profile.substr(24, 12) == std::string(12, '\0'));
  CHECK(profile.substr(84, 16) == std::string(16, '\0'));
  CHECK(profile == srgb_profile());
}

TEST_CASE("a pale style on paper is reported and a dark one is not", "[colour]") {
  definition::Theme theme = theme_with({{"paper", 255, 255, 255, "", {}}, {"ink", 20, 32, 43, "paper", {}}, {"pale", 190, 200, 210, "", {}}});
  theme.styles = {style_in("body", {1, 1000}), style_in("tick", {2, 1000})};
  Diagnostics diagnostics;
  check_contrast(theme, diagnostics);
  REQUIRE(diagnostics.list().size() == 1);
  CHECK(diagnostics.list().front().code == "colour.low-contrast");
  CHECK(diagnostics.list().front().message.find("\"tick\"") != std::string::npos);
}

TEST_CASE("panels and stripes are grounds too, and large text needs less", "[colour]") {
  definition::Theme theme = theme_with({{"paper", 255, 255, 255, "", {}}, {"grey", 110, 110, 110, "", {}}, {"tint", 200, 210, 215, "", {}}});
  theme.styles = {style_in("note", {1, 1000}), style_in("title", {1, 1000}), style_in("head", {1, 1000})};
  theme.styles[1].size = pt(18);
  theme.styles[2].size = pt(14);
  const auto messages = [&theme] {
    Diagnostics diagnostics;
    check_contrast(theme, diagnostics);
    std::string all;
    for (const Diagnostic& one : diagnostics.list()) all += one.message + "\n";
    return all;
  };
  CHECK(messages().empty());
  definition::PanelStyle panel;
  panel.name = "box";
  panel.ground = Ink{2, 1000};
  theme.panels = {panel};
  CHECK(messages().find("style \"note\" has a contrast of 3.") == 0);
  CHECK(messages().find("\"head\"") != std::string::npos);
  CHECK(messages().find("panel \"box\"") != std::string::npos);
  CHECK(messages().find("\"title\"") == std::string::npos);
  theme.styles[2].weight = 700;
  CHECK(messages().find("\"head\"") == std::string::npos);
  theme.panels.clear();
  definition::TableStyle table;
  table.name = "ledger";
  table.zebra = Ink{2, 1000};
  theme.table_styles = {table};
  CHECK(messages().find("stripes of table style \"ledger\"") != std::string::npos);
}

TEST_CASE("a panel on a dark ground is judged in the inks of that", "[colour]") {
  definition::Theme theme = theme_with({{"paper", 255, 255, 255, "ink", {}}, {"ink", 20, 32, 43, "paper", {}}, {"tint", 230, 235, 240, "", {}}});
  theme.styles = {style_in("body", {1, 1000})};
  definition::PanelStyle panel;
  panel.name = "box";
  panel.ground = Ink{2, 1000};
  theme.panels = {panel};
  definition::Master cover;
  cover.name = "cover";
  cover.ground = Ink{1, 1000};
  cover.reversed = true;
  cover.frames.resize(1);
  theme.masters = {cover};
  Diagnostics diagnostics;
  check_contrast(theme, diagnostics);
  CHECK(diagnostics.list().empty());
  theme.masters.front().frames.front().flow = true;  // now panels may stand there
  check_contrast(theme, diagnostics);
  REQUIRE(diagnostics.list().size() == 1);
  CHECK(diagnostics.list().front().message.find("panel \"box\" on master \"cover\"") != std::string::npos);
}

TEST_CASE("on a reversed ground the reversed role is judged", "[colour]") {
  definition::Theme theme = theme_with({{"paper", 255, 255, 255, "", {}}, {"ink", 20, 32, 43, "paper", {}}, {"accent", 160, 60, 20, "", {}}});
  theme.styles = {style_in("body", {1, 1000}), style_in("trend", {2, 1000})};
  definition::Master cover;
  cover.name = "cover";
  cover.ground = Ink{1, 1000};
  cover.reversed = true;
  theme.masters = {cover};
  Diagnostics diagnostics;
  check_contrast(theme, diagnostics);
  REQUIRE(diagnostics.list().size() == 1);
  CHECK(diagnostics.list().front().message.find("\"trend\"") != std::string::npos);
  CHECK(diagnostics.list().front().message.find("\"cover\"") != std::string::npos);
}

}  // namespace
}  // namespace tilstand::colour
