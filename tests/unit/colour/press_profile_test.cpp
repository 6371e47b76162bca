// SPDX-License-Identifier: Apache-2.0
#include "colour/press_profile.hpp"

#include <catch2/catch.hpp>

#include "base/file.hpp"
#include "colour/palette.hpp"

namespace tilstand::colour {
namespace {

std::string coated() { return read_file(std::string(TILSTAND_ROOT) + "/layouts/colour/coated-fogra39.icc").value_or(""); }

std::unique_ptr<PressProfile> press(definition::Intent intent = definition::Intent::relative) { return PressProfile::open(coated(), intent); }

TEST_CASE("only an output profile in CMYK is a press's profile", "[colour]") {
  CHECK(press());
  CHECK_FALSE(PressProfile::open("", definition::Intent::relative));
  CHECK_FALSE(PressProfile::open("no profile at all", definition::Intent::relative));
  CHECK_FALSE(PressProfile::open(srgb_profile(), definition::Intent::relative));
  CHECK_FALSE(PressProfile::open(coated().substr(0, 4000), definition::Intent::relative));
}

TEST_CASE("greys become black alone, white nothing and black all of it", "[colour]") {
  const auto profile = press();
  CHECK(profile->inks({1, 1, 1}) == Inks{0, 0, 0, 0});
  CHECK(profile->inks({0, 0, 0}) == Inks{0, 0, 0, 1});
  const Inks grey = profile->inks({0.5, 0.5, 0.5});
  CHECK(is_black(grey));
  CHECK(grey[3] > 0.5);
  CHECK(grey[3] < 0.75);
  CHECK(profile->to_grey(std::string("\x00\xFF", 2)) == std::string("\x00\xFF", 2));
  for (int level = 1; level < 256; ++level) {
    const char pair[] = {static_cast<char>(level - 1), static_cast<char>(level)};
    const std::string samples = profile->to_grey({pair, 2});
    CHECK(static_cast<unsigned char>(samples[0]) <= static_cast<unsigned char>(samples[1]));
  }
}

TEST_CASE("colours are converted by the profile, pixels as colours", "[colour]") {
  const auto profile = press();
  const Inks red = profile->inks({1, 0, 0});
  CHECK(red[0] < 0.1);
  CHECK(red[1] > 0.85);
  CHECK(red[2] > 0.85);
  const std::string pixel = profile->to_inks("\xFF" + std::string(2, '\0'));
  REQUIRE(pixel.size() == 4);
  for (std::size_t ink = 0; ink < 4; ++ink) CHECK(static_cast<unsigned char>(pixel[ink]) / 255.0 == Approx(red[ink]).margin(0.03));
  CHECK(profile->most_ink() > 270);
  CHECK(profile->most_ink() <= 300);
  CHECK(press(definition::Intent::perceptual)->inks({0.1, 0.2, 0.9}) != profile->inks({0.1, 0.2, 0.9}));
}

TEST_CASE("a press's palette takes the theme's inks, and the profile's where it has none", "[colour]") {
  definition::Theme theme;
  theme.palette = {{"ink", 20, 32, 43, "", {}}, {"brand", 0, 60, 120, "", {}}, {"other", 0, 60, 120, "", {}}};
  theme.palette[0].inks = {{0, 0, 0, 100}};
  theme.palette[1].inks = {{100, 60, 0, 20}};
  const auto profile = press();
  Palette palette(theme, *profile);
  CHECK(palette.device({0, 700}) == Device{Device::Space::cmyk, {0, 0, 0, 0.7}, 0});
  CHECK(palette.prints_over({0, 1000}));
  CHECK_FALSE(palette.prints_over({0, 0}));
  CHECK_FALSE(palette.prints_over({1, 1000}));
  CHECK(palette.inks({2, 1000}) == profile->inks({0, 60 / 255.0, 120 / 255.0}));
  CHECK(palette.rgb({1, 1000}) == Palette(theme).rgb({1, 1000}));
  CHECK(palette.device(palette.every_plate()).space == Device::Space::spot);
  CHECK(palette.inks(palette.process_ink(2)) == Inks{0, 0, 1, 0});
  CHECK(Palette(theme).device({1, 1000}).space == Device::Space::rgb);
  theme.palette[1].spot = theme.palette[2].spot = "PANTONE 302 C";
  theme.palette[2].inks = theme.palette[1].inks;
  const Palette with_spot(theme, *profile);
  REQUIRE(with_spot.spots().size() == 2);
  CHECK(with_spot.spots()[0] == Spot{"PANTONE 302 C", {1, 0.6, 0, 0.2}});
  CHECK(with_spot.device({2, 300}) == Device{Device::Space::spot, {0.3}, 0});
  CHECK_FALSE(with_spot.prints_over({1, 1000}));
}

}  // namespace
}  // namespace tilstand::colour
