// SPDX-License-Identifier: Apache-2.0
#include "picture/svg_numbers.hpp"

#include <charconv>
#include <cmath>
#include <numbers>

namespace tilstand::picture {
namespace {

constexpr std::string_view between = " \t\r\n\f,";

struct Unit {
  std::string_view name;
  double pixels;
};
constexpr Unit units[] = {{"", 1}, {"px", 1}, {"pt", 96.0 / 72}, {"pc", 16}, {"mm", 96 / 25.4}, {"cm", 96 / 2.54}, {"in", 96}, {"em", 16}, {"ex", 8}};

double radians(double degrees) { return degrees * std::numbers::pi / 180; }

std::optional<Matrix> rotation(const std::vector<double>& given) {
  if (given.size() != 1 && given.size() != 3) return std::nullopt;
  const double sine = std::sin(radians(given[0])), cosine = std::cos(radians(given[0]));
  const Matrix turned{cosine, sine, -sine, cosine, 0, 0};
  if (given.size() == 1) return turned;
  return Matrix{1, 0, 0, 1, given[1], given[2]} * turned * Matrix{1, 0, 0, 1, -given[1], -given[2]};
}

std::optional<Matrix> matrix_of(std::string_view name, const std::vector<double>& given) {
  const std::size_t count = given.size();
  if (name == "matrix" && count == 6) return Matrix{given[0], given[1], given[2], given[3], given[4], given[5]};
  if (name == "translate" && (count == 1 || count == 2)) return Matrix{1, 0, 0, 1, given[0], count == 2 ? given[1] : 0};
  if (name == "scale" && (count == 1 || count == 2)) return Matrix{given[0], 0, 0, given[count - 1], 0, 0};
  if (name == "rotate") return rotation(given);
  if (name == "skewX" && count == 1) return Matrix{1, 0, std::tan(radians(given[0])), 1, 0, 0};
  if (name == "skewY" && count == 1) return Matrix{1, std::tan(radians(given[0])), 0, 1, 0, 0};
  return std::nullopt;
}

}  // namespace

Matrix Matrix::operator*(const Matrix& inner) const {
  return {a * inner.a + c * inner.b, b * inner.a + d * inner.b, a * inner.c + c * inner.d, b * inner.c + d * inner.d,
          a * inner.e + c * inner.f + e, b * inner.e + d * inner.f + f};
}

double Matrix::scale() const { return std::sqrt(std::fabs(a * d - b * c)); }

std::optional<char> Numbers::peek() {
  const std::size_t at = rest_.find_first_not_of(between);
  rest_.remove_prefix(at == std::string_view::npos ? rest_.size() : at);
  if (rest_.empty()) return std::nullopt;
  return rest_.front();
}

std::optional<double> Numbers::next() {
  if (!peek()) return std::nullopt;
  std::string_view text = rest_;
  if (text.front() == '+') text.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || !std::isfinite(value)) return std::nullopt;
  rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
  return value;
}

std::optional<bool> Numbers::flag() {
  const std::optional<char> digit = peek();
  if (!digit || (*digit != '0' && *digit != '1')) return std::nullopt;
  skip();
  return *digit == '1';
}

std::optional<double> length_of(std::string_view text, double whole) {
  Numbers numbers(text);
  const std::optional<double> value = numbers.next();
  if (!value) return std::nullopt;
  std::string_view unit = numbers.rest();
  while (!unit.empty() && between.find(unit.back()) != std::string_view::npos) unit.remove_suffix(1);
  if (unit == "%") return *value / 100 * whole;
  for (const Unit& one : units)
    if (one.name == unit) return *value * one.pixels;
  return std::nullopt;
}

std::optional<Matrix> transform_of(std::string_view text) {
  Matrix whole;
  Numbers rest(text);
  while (rest.peek()) {
    text = rest.rest();
    const std::size_t open = text.find('('), close = text.find(')');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open) return std::nullopt;
    std::string_view name = text.substr(0, open);
    while (!name.empty() && name.back() == ' ') name.remove_suffix(1);
    Numbers inside(text.substr(open + 1, close - open - 1));
    std::vector<double> given;
    while (const auto number = inside.next()) given.push_back(*number);
    const std::optional<Matrix> one = matrix_of(name, given);
    if (!one || inside.peek()) return std::nullopt;
    whole = whole * *one;
    rest = Numbers(text.substr(close + 1));
  }
  return whole;
}

}  // namespace tilstand::picture
