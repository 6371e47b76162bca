// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <random>

#include "make_pictures.hpp"
#include "picture/exif.hpp"

using namespace tilstand;
using namespace tilstand::picture;

namespace {

constexpr Limits small{.bytes = 1 << 20, .side = 500, .pixels = 100'000, .elements = 2'000};

/// Bytes of `sound` with a few of them changed, left out or doubled.
std::string spoiled(std::string bytes, std::mt19937& random) {
  const auto upto = [&](std::size_t count) { return static_cast<std::size_t>(random() % std::max<std::size_t>(count, 1)); };
  for (std::size_t changes = 1 + upto(6); changes > 0 && !bytes.empty(); --changes) {
    const std::size_t at = upto(bytes.size());
    switch (upto(3)) {
      case 0: bytes[at] = static_cast<char>(random()); break;
      case 1: bytes.erase(at, 1 + upto(8)); break;
      default: bytes.insert(at, bytes.substr(upto(bytes.size()), 1 + upto(8)));
    }
  }
  return bytes;
}

/// Either a picture that can be decoded, or a diagnostic.
void check_spoiled(const std::string& sound, std::uint32_t seed) {
  std::mt19937 random(seed);
  int refused = 0;
  for (int round = 0; round < 400; ++round) {
    const Try read(spoiled(sound, random), small);
    if (read.picture() == nullptr) {
      CHECK(read.diagnostics.has_errors());
      ++refused;
    } else if (read.picture()->raster() != nullptr) {
      const auto pixels = decode(*read.picture());
      REQUIRE(pixels);
      CHECK(pixels->colour.size() == std::size_t{pixels->width} * pixels->height * (pixels->grey ? 1 : 3));
    }
  }
  CHECK(refused > 0);
}

}  // namespace

TEST_CASE("Spoiled pictures of every kind are read or refused, seeded", "[picture]") {
  const auto colours = [](std::uint32_t x, std::uint32_t y) { return std::vector<unsigned>{x * 3 % 256, y * 5 % 256, (x ^ y) % 256}; };
  SECTION("PNG") { check_spoiled(make_png({.width = 40, .height = 30, .interlaced = true}, colours), 1); }
  SECTION("JPEG") { check_spoiled(make_jpeg({.width = 40, .height = 32, .progressive = true, .orientation = 3}, colours), 2); }
  SECTION("SVG") {
    check_spoiled(R"svg(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><style>.a{fill:red;stroke:#123}</style><clipPath id="c"><circle r="4"/></clipPath>
      <g class="a" transform="rotate(10 2 3) skewX(4)"><path d="M1 2a3 4 5 01 6 7Q8 9 10 11t1 1S4 5 6 7z" clip-path="url(#c)"/><use href="#u"/></g>
      <g id="u" opacity=".4"><polygon points="1,2 3,4 5,6"/></g></svg>)svg", 3);
  }
}

TEST_CASE("Exif that is cut off or points anywhere says nothing", "[picture]") {
  CHECK(read_exif("").orientation == 1);
  CHECK(read_exif("II*").orientation == 1);
  CHECK(read_exif(std::string("MM\0*\xFF\xFF\xFF\xFF", 8)).orientation == 1);
  const std::string nine("MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x09\0\0", 22);
  CHECK(read_exif(nine).orientation == 1);
  std::string eight = nine;
  eight[19] = 8;
  CHECK(read_exif(eight).orientation == 8);
}

TEST_CASE("A picture that isn't there is reported with its name", "[picture]") {
  Library library;
  Diagnostics diagnostics;
  CHECK_FALSE(read_picture(library, "/nowhere/house.png", {}, diagnostics));
  REQUIRE(diagnostics.list().size() == 1);
  CHECK(diagnostics.list().front().code == "picture.missing-file");
  CHECK(diagnostics.list().front().message.find("house.png") != std::string::npos);
  CHECK(Try("just words").code() == "picture.unknown-format");
  CHECK(Try("").code() == "picture.unknown-format");
}
