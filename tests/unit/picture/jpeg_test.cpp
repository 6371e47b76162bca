// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "colour/palette.hpp"
#include "make_pictures.hpp"

using namespace tilstand;
using namespace tilstand::picture;

namespace {

std::vector<unsigned> flat(std::uint32_t, std::uint32_t) { return {200, 100, 50}; }
std::vector<unsigned> grey(std::uint32_t, std::uint32_t) { return {90}; }
std::vector<unsigned> inks(std::uint32_t, std::uint32_t) { return {0, 255, 255, 0}; }

void check_colour(const Picture& picture, int red, int green, int blue) {
  const auto pixels = decode(picture);
  REQUIRE(pixels);
  const std::vector<int> found = pixel_at(*pixels, 3, 3);
  CHECK(found[0] == Approx(red).margin(3));
  CHECK(found[1] == Approx(green).margin(3));
  CHECK(found[2] == Approx(blue).margin(3));
}

}  // namespace

TEST_CASE("A JPEG in grey or RGB passes as it is, baseline or progressive", "[picture]") {
  for (const bool progressive : {false, true}) {
    const Try read(make_jpeg({.progressive = progressive}, flat));
    REQUIRE(read.picture() != nullptr);
    CHECK(read.picture()->raster()->passes);
    CHECK_FALSE(read.picture()->raster()->untransformed);
    check_colour(*read.picture(), 200, 100, 50);
  }
  const Try in_grey(make_jpeg({.channels = 1}, grey));
  CHECK(in_grey.picture()->raster()->model == colour::Model::grey);
  CHECK(decode(*in_grey.picture())->grey);
  CHECK(Try(make_jpeg({.plain_rgb = true}, flat)).picture()->raster()->untransformed);
}

TEST_CASE("What a camera noted is respected but not passed on", "[picture]") {
  const Try read(make_jpeg({.width = 40, .height = 16, .orientation = 6, .per_inch = 100}, flat));
  REQUIRE(read.picture() != nullptr);
  const Raster& raster = *read.picture()->raster();
  CHECK(raster.orientation == 6);
  CHECK(raster.upright_width() == 16);
  CHECK(read.picture()->natural.width == mm(16 * 0.254));
  CHECK(read.picture()->natural.height == mm(40 * 0.254));
  CHECK(read.picture()->bytes.find("Exif") != std::string::npos);
  const std::string passed = passing_stream(*read.picture());
  CHECK(passed.find("Exif") == std::string::npos);
  CHECK(passed.substr(0, 2) == "\xFF\xD8");
  CHECK(passed.substr(passed.size() - 2) == "\xFF\xD9");
  const Try again(passed);
  REQUIRE(again.picture() != nullptr);
  CHECK(again.picture()->raster()->orientation == 1);
  check_colour(*again.picture(), 200, 100, 50);
}

TEST_CASE("Inks are turned into light, and guessed at only with a warning", "[picture]") {
  const Try plain(make_jpeg({.channels = 4}, inks));
  REQUIRE(plain.picture() != nullptr);
  CHECK(plain.code() == "picture.bad-profile");
  CHECK_FALSE(plain.picture()->raster()->passes);
  check_colour(*plain.picture(), 255, 0, 0);
  const Try inverted(make_jpeg({.channels = 4, .inverted_inks = true}, inks));
  check_colour(*inverted.picture(), 255, 0, 0);
}

TEST_CASE("A profile of another kind of picture is not used", "[picture]") {
  const Try read(make_jpeg({.channels = 1, .profile = colour::srgb_profile()}, grey));
  REQUIRE(read.picture() != nullptr);
  CHECK(read.picture()->raster()->encoding.is_srgb());
  const Try nonsense(make_jpeg({.profile = std::string(500, 'x')}, flat));
  REQUIRE(nonsense.picture() != nullptr);
  CHECK(nonsense.code() == "picture.bad-profile");
  check_colour(*nonsense.picture(), 200, 100, 50);
}

TEST_CASE("A JPEG that is cut off is reported and never shown with made-up pixels", "[picture]") {
  const std::string bytes = make_jpeg({.width = 64, .height = 64}, [](std::uint32_t x, std::uint32_t y) { return std::vector<unsigned>{x * 4, y * 4, (x * y) % 256}; });
  for (std::size_t size = 3; size + 2 < bytes.size(); size += 41) {
    const Try read(bytes.substr(0, size));
    CHECK(read.picture() == nullptr);
    CHECK(read.code() == "picture.damaged");
  }
}
