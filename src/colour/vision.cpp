// SPDX-License-Identifier: Apache-2.0
#include "colour/vision.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace tilstand::colour {
namespace {

// IEC 61966-2-1
double linear(double channel) { return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4); }
double encoded(double light) { return light <= 0.0031308 ? light * 12.92 : 1.055 * std::pow(light, 1 / 2.4) - 0.055; }

constexpr double radians = std::numbers::pi / 180;
constexpr double chroma_knee = 6103515625.0;  // 25 to the 7th

/// How near a chroma is to those whose hue needs no correction, 0 to 1.
double saturation(double chroma) {
  const double power = std::pow(chroma, 7);
  return std::sqrt(power / (power + chroma_knee));
}

double hue_of(double a, double b) {
  if (a == 0 && b == 0) return 0;
  const double degrees = std::atan2(b, a) / radians;
  return degrees < 0 ? degrees + 360 : degrees;
}

/// Chroma and hue in degrees, a* stretched for greys.
struct Polar {
  double chroma = 0, hue = 0;
};

double hue_step(const Polar& one, const Polar& other) {
  if (one.chroma * other.chroma == 0) return 0;
  const double step = other.hue - one.hue;
  return step > 180 ? step - 360 : step < -180 ? step + 360 : step;
}

double mean_hue(const Polar& one, const Polar& other) {
  const double sum = one.hue + other.hue;
  if (one.chroma * other.chroma == 0) return sum;
  if (std::abs(one.hue - other.hue) <= 180) return sum / 2;
  return sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
}

}  // namespace

Lab lab_of(Rgb colour) {
  const double r = linear(colour.red), g = linear(colour.green), b = linear(colour.blue);
  const double x = (0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047;
  const double y = 0.2126729 * r + 0.7151522 * g + 0.0721750 * b;
  const double z = (0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883;
  const auto f = [](double t) { return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116; };
  return {116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))};
}

double difference(const Lab& a, const Lab& b) {
  const double stretch = 1.5 - 0.5 * saturation((std::hypot(a.a, a.b) + std::hypot(b.a, b.b)) / 2);
  const auto polar = [stretch](const Lab& lab) { return Polar{std::hypot(lab.a * stretch, lab.b), hue_of(lab.a * stretch, lab.b)}; };
  const Polar one = polar(a), other = polar(b);
  const double lightness = (a.l + b.l) / 2, chroma = (one.chroma + other.chroma) / 2, hue = mean_hue(one, other);
  const auto wave = [hue](double times, double shift) { return std::cos((times * hue + shift) * radians); };
  const double t = 1 - 0.17 * wave(1, -30) + 0.24 * wave(2, 0) + 0.32 * wave(3, 6) - 0.20 * wave(4, -63);
  const double from_middle = (lightness - 50) * (lightness - 50);
  const double dl = (b.l - a.l) / (1 + 0.015 * from_middle / std::sqrt(20 + from_middle));
  const double dc = (other.chroma - one.chroma) / (1 + 0.045 * chroma);
  const double dh = 2 * std::sqrt(one.chroma * other.chroma) * std::sin(hue_step(one, other) / 2 * radians) / (1 + 0.015 * chroma * t);
  const double blue = (hue - 275) / 25, turn = -std::sin(60 * std::exp(-blue * blue) * radians) * 2 * saturation(chroma);
  return std::sqrt(dl * dl + dc * dc + dh * dh + turn * dc * dh);
}

std::string_view name_of(Vision vision) {
  switch (vision) {
    case Vision::protanopia: return "protanopia";
    case Vision::deuteranopia: return "deuteranopia";
    case Vision::tritanopia: return "tritanopia";
    case Vision::normal: break;
  }
  return "normal vision";
}

const Matrix& matrix_of(Vision vision) {
  static constexpr std::array<Matrix, 4> matrices{{{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
                                                   {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}},
                                                   {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}},
                                                   {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}}}};
  return matrices[static_cast<std::size_t>(vision)];
}

Rgb seen_by(Vision vision, Rgb colour) {
  if (vision == Vision::normal) return colour;
  const std::array light{linear(colour.red), linear(colour.green), linear(colour.blue)};
  const auto channel = [&light](const std::array<double, 3>& row) { return encoded(std::clamp(row[0] * light[0] + row[1] * light[1] + row[2] * light[2], 0.0, 1.0)); };
  const Matrix& matrix = matrix_of(vision);
  return {channel(matrix[0]), channel(matrix[1]), channel(matrix[2])};
}

}  // namespace tilstand::colour
