// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace tilstand::picture {

struct Spot {
  double x = 0, y = 0;
};

/// x' = a x + c y + e, y' = b x + d y + f.
struct Matrix {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

  Spot operator()(Spot at) const { return {a * at.x + c * at.y + e, b * at.x + d * at.y + f}; }
  /// First `inner`, then this.
  Matrix operator*(const Matrix& inner) const;
  /// By how much lengths grow, the mean of all directions.
  double scale() const;
};

/// Reads numbers with what parts them in SVG: spaces and commas.
class Numbers {
 public:
  explicit Numbers(std::string_view text) : rest_(text) {}

  std::optional<double> next();
  /// A flag of an arc may stand right before the next number.
  std::optional<bool> flag();
  /// The next character that is neither space nor comma; nothing at the end.
  std::optional<char> peek();
  void skip() { rest_.remove_prefix(1); }
  std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
};

/// A length with an SVG unit in user units; a percentage is of `whole`.
std::optional<double> length_of(std::string_view text, double whole);

/// A transform list; nothing when it can't be read.
std::optional<Matrix> transform_of(std::string_view text);

}  // namespace tilstand::picture
