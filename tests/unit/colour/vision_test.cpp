// SPDX-License-Identifier: Apache-2.0
#include "colour/vision.hpp"

#include <catch2/catch.hpp>

namespace tilstand::colour {
namespace {

struct Pair {
  Lab one, other;
  double difference = 0;
};

// Sharma, Wu and Dalal (2005), Table 1: each pair tries one of the formula's corners.
constexpr Pair published[] = {
    {{50.0000, 2.6772, -79.7751}, {50.0000, 0.0000, -82.7485}, 2.0425},   {{50.0000, 3.1571, -77.2803}, {50.0000, 0.0000, -82.7485}, 2.8615},
    {{50.0000, 2.8361, -74.0200}, {50.0000, 0.0000, -82.7485}, 3.4412},   {{50.0000, -1.3802, -84.2814}, {50.0000, 0.0000, -82.7485}, 1.0000},
    {{50.0000, -1.1848, -84.8006}, {50.0000, 0.0000, -82.7485}, 1.0000},  {{50.0000, -0.9009, -85.5211}, {50.0000, 0.0000, -82.7485}, 1.0000},
    {{50.0000, 0.0000, 0.0000}, {50.0000, -1.0000, 2.0000}, 2.3669},      {{50.0000, -1.0000, 2.0000}, {50.0000, 0.0000, 0.0000}, 2.3669},
    {{50.0000, 2.4900, -0.0010}, {50.0000, -2.4900, 0.0009}, 7.1792},     {{50.0000, 2.4900, -0.0010}, {50.0000, -2.4900, 0.0010}, 7.1792},
    {{50.0000, 2.4900, -0.0010}, {50.0000, -2.4900, 0.0011}, 7.2195},     {{50.0000, 2.4900, -0.0010}, {50.0000, -2.4900, 0.0012}, 7.2195},
    {{50.0000, -0.0010, 2.4900}, {50.0000, 0.0009, -2.4900}, 4.8045},     {{50.0000, -0.0010, 2.4900}, {50.0000, 0.0010, -2.4900}, 4.8045},
    {{50.0000, -0.0010, 2.4900}, {50.0000, 0.0011, -2.4900}, 4.7461},     {{50.0000, 2.5000, 0.0000}, {50.0000, 0.0000, -2.5000}, 4.3065},
    {{50.0000, 2.5000, 0.0000}, {73.0000, 25.0000, -18.0000}, 27.1492},   {{50.0000, 2.5000, 0.0000}, {61.0000, -5.0000, 29.0000}, 22.8977},
    {{50.0000, 2.5000, 0.0000}, {56.0000, -27.0000, -3.0000}, 31.9030},   {{50.0000, 2.5000, 0.0000}, {58.0000, 24.0000, 15.0000}, 19.4535},
    {{50.0000, 2.5000, 0.0000}, {50.0000, 3.1736, 0.5854}, 1.0000},       {{50.0000, 2.5000, 0.0000}, {50.0000, 3.2972, 0.0000}, 1.0000},
    {{50.0000, 2.5000, 0.0000}, {50.0000, 1.8634, 0.5757}, 1.0000},       {{50.0000, 2.5000, 0.0000}, {50.0000, 3.2592, 0.3350}, 1.0000},
    {{60.2574, -34.0099, 36.2677}, {60.4626, -34.1751, 39.4387}, 1.2644}, {{63.0109, -31.0961, -5.8663}, {62.8187, -29.7946, -4.0864}, 1.2630},
    {{61.2901, 3.7196, -5.3901}, {61.4292, 2.2480, -4.9620}, 1.8731},     {{35.0831, -44.1164, 3.7933}, {35.0232, -40.0716, 1.5901}, 1.8645},
    {{22.7233, 20.0904, -46.6940}, {23.0331, 14.9730, -42.5619}, 2.0373}, {{36.4612, 47.8580, 18.3852}, {36.2715, 50.5065, 21.2231}, 1.4146},
    {{90.8027, -2.0831, 1.4410}, {91.1528, -1.6435, 0.0447}, 1.4441},     {{90.9257, -0.5406, -0.9208}, {88.6381, -0.8985, -0.7239}, 1.5381},
    {{6.7747, -0.2908, -2.4247}, {5.8714, -0.0985, -2.2286}, 0.6377},     {{2.0776, 0.0795, -1.1350}, {0.9033, -0.0636, -0.5514}, 0.9082},
};

TEST_CASE("CIEDE2000 agrees with the 34 published pairs, either way round", "[colour]") {
  static_assert(std::size(published) == 34);
  for (const Pair& pair : published) {
    CAPTURE(pair.one.l, pair.one.a, pair.one.b);
    CHECK(difference(pair.one, pair.other) == Approx(pair.difference).margin(0.00005));
    CHECK(difference(pair.other, pair.one) == Approx(pair.difference).margin(0.00005));
  }
}

TEST_CASE("CIELAB of white, black and the primaries of sRGB are the published ones", "[colour]") {
  const auto check = [](Rgb colour, Lab expected) {
    const Lab lab = lab_of(colour);
    CHECK(lab.l == Approx(expected.l).margin(0.01));
    CHECK(lab.a == Approx(expected.a).margin(0.02));
    CHECK(lab.b == Approx(expected.b).margin(0.02));
  };
  check({1, 1, 1}, {100, 0, 0});
  check({0, 0, 0}, {0, 0, 0});
  check({1, 0, 0}, {53.24, 80.09, 67.20});
  check({0, 1, 0}, {87.73, -86.18, 83.18});
  check({0, 0, 1}, {32.30, 79.19, -107.86});
}

TEST_CASE("the matrices are those of Machado, Oliveira and Fernandes for severity 1", "[colour]") {
  const Matrix& protan = matrix_of(Vision::protanopia);
  CHECK(protan == Matrix{{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}});
  CHECK(matrix_of(Vision::deuteranopia) == Matrix{{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}});
  CHECK(matrix_of(Vision::tritanopia) == Matrix{{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}});
}

TEST_CASE("greys look the same to every eye", "[colour]") {
  for (const Vision vision : visions) {
    for (const double grey : {0.0, 0.2, 0.5, 1.0}) {
      const Rgb seen = seen_by(vision, {grey, grey, grey});
      CHECK(seen.red == Approx(grey).margin(1e-5));
      CHECK(seen.green == Approx(grey).margin(1e-5));
      CHECK(seen.blue == Approx(grey).margin(1e-5));
    }
  }
}

TEST_CASE("the matrices work on light, not on encoded numbers", "[colour]") {
  const Rgb red = seen_by(Vision::protanopia, {1, 0, 0});  // 0.152286, 0.114503 and less than nothing, encoded
  CHECK(red.red * 255 == Approx(108.785).margin(0.001));
  CHECK(red.green * 255 == Approx(95.027).margin(0.001));
  CHECK(red.blue == 0);
  const Rgb blue = seen_by(Vision::tritanopia, {0, 0, 1});
  CHECK(blue.red == 0);
  CHECK(blue.green * 255 == Approx(107.197).margin(0.001));
  CHECK(blue.blue * 255 == Approx(149.756).margin(0.001));
}

TEST_CASE("red and green that are far apart come together without red or green cones", "[colour]") {
  const Rgb red{0xD0 / 255.0, 0x4A / 255.0, 0x2A / 255.0}, green{0x6E / 255.0, 0x86 / 255.0, 0x1E / 255.0};
  const auto apart = [&](Vision vision) { return difference(lab_of(seen_by(vision, red)), lab_of(seen_by(vision, green))); };
  CHECK(apart(Vision::normal) > 35);
  CHECK(apart(Vision::deuteranopia) < apart(Vision::normal) / 2);
}

}  // namespace
}  // namespace tilstand::colour
