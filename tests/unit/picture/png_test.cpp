// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "colour/palette.hpp"
#include "make_pictures.hpp"

using namespace tilstand;
using namespace tilstand::picture;
using Values = std::vector<int>;

namespace {

std::vector<unsigned> rgb(std::uint32_t x, std::uint32_t y) { return {x * 20, y * 40, 200}; }

}  // namespace

TEST_CASE("A PNG gives its pixels back whichever way it is coded", "[picture]") {
  SECTION("plain and interlaced") {
    for (const bool interlaced : {false, true}) {
      const Try read(make_png({.interlaced = interlaced}, rgb));
      REQUIRE(read.picture() != nullptr);
      const auto pixels = decode(*read.picture());
      REQUIRE(pixels);
      CHECK(pixel_at(*pixels, 0, 0) == Values{0, 0, 200, 255});
      CHECK(pixel_at(*pixels, 7, 3) == Values{140, 120, 200, 255});
    }
  }
  SECTION("sixteen bits") {
    const auto pixels = decode(*Try(make_png({.depth = 16}, [](std::uint32_t x, std::uint32_t) { return std::vector<unsigned>{x * 257, 0xFFFF, 0x8080}; })).picture());
    CHECK(pixel_at(*pixels, 3, 1) == Values{3, 255, 128, 255});
  }
  SECTION("grey of one bit") {
    const auto pixels = decode(*Try(make_png({.depth = 1, .type = 0}, [](std::uint32_t x, std::uint32_t y) { return std::vector<unsigned>{(x + y) % 2}; })).picture());
    CHECK(pixels->grey);
    CHECK(pixel_at(*pixels, 0, 0) == Values{0, 255});
    CHECK(pixel_at(*pixels, 1, 0) == Values{255, 255});
  }
  SECTION("a palette with opacities") {
    const PngSpec spec{.type = 3, .palette = {{1, 2, 3}, {250, 240, 230}}, .opacities = {0, 128}};
    const auto pixels = decode(*Try(make_png(spec, [](std::uint32_t x, std::uint32_t) { return std::vector<unsigned>{x % 2}; })).picture());
    CHECK(pixel_at(*pixels, 0, 0) == Values{1, 2, 3, 0});
    CHECK(pixel_at(*pixels, 5, 2) == Values{250, 240, 230, 128});
  }
  SECTION("grey with opacity") {
    const auto pixels = decode(*Try(make_png({.type = 4}, [](std::uint32_t x, std::uint32_t y) { return std::vector<unsigned>{x * 10, y * 50}; })).picture());
    CHECK(pixel_at(*pixels, 4, 2) == Values{40, 100});
  }
}

TEST_CASE("A PNG's resolution decides its natural size, and one that is none counts as 96", "[picture]") {
  const Try fine(make_png({.width = 100, .height = 50, .per_metre = 10'000}, rgb));
  CHECK(fine.picture()->natural.width.in_mm() == Approx(10).epsilon(0.001));
  CHECK(fine.picture()->natural.height.in_mm() == Approx(5).epsilon(0.001));
  const Try none(make_png({.width = 96, .height = 96}, rgb));
  CHECK(none.picture()->natural.width == mm(25.4));
  const Try absurd(make_png({.width = 96, .height = 96, .per_metre = 1}, rgb));
  CHECK(absurd.picture()->natural.width == mm(25.4));
}

TEST_CASE("A PNG's gamma and profile are turned into sRGB", "[picture]") {
  const auto middle = [](std::uint32_t, std::uint32_t) { return std::vector<unsigned>{128, 128, 128}; };
  SECTION("linear light gets brighter") {
    const auto pixels = decode(*Try(make_png({.gamma = 1.0}, middle)).picture());
    CHECK(pixel_at(*pixels, 0, 0)[0] == Approx(188).margin(2));  // 1.055 (128/255)^(1/2.4) - 0.055
  }
  SECTION("the screen's own gamma stays") {
    CHECK(pixel_at(*decode(*Try(make_png({.gamma = 0.45455}, middle)).picture()), 0, 0) == Values{128, 128, 128, 255});
  }
  SECTION("a profile that says it is sRGB stays") {
    const Try read(make_png({.profile = colour::srgb_profile()}, middle));
    CHECK(read.picture()->raster()->encoding.is_srgb());
  }
}

TEST_CASE("A picture that declares too much is refused before it is decoded", "[picture]") {
  std::string bytes = make_png({}, rgb);
  // The head of 20,000 x 20,000 pixels over the same few bytes: with its checksum right only the size can be why.
  const Try small(bytes, {.pixels = 31});
  CHECK(small.picture() == nullptr);
  CHECK(small.code() == "picture.too-large");
  CHECK(Try(bytes, {.side = 7}).code() == "picture.too-large");
  CHECK(Try(bytes, {.bytes = 20}).code() == "picture.too-large");
  CHECK(Try(bytes, {.side = 8, .pixels = 32}).code().empty());
}

TEST_CASE("A PNG that is cut off anywhere is reported and never shown", "[picture]") {
  const std::string bytes = make_png({.width = 30, .height = 30}, rgb);
  for (std::size_t size = 8; size < bytes.size(); size += 7) {
    const Try read(bytes.substr(0, size));
    CHECK(read.picture() == nullptr);
    CHECK(read.code() == "picture.damaged");
  }
}
