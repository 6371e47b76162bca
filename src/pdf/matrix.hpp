// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tilstand::pdf {

/// A place in points.
struct Spot {
  double x = 0, y = 0;
};

/// A transformation matrix [a b c d e f] (ISO 32000-1, 8.3.3).
struct Matrix {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

  constexpr Spot apply(Spot at) const { return {a * at.x + c * at.y + e, b * at.x + d * at.y + f}; }
};

/// The matrix that applies `first`, then `second`.
constexpr Matrix operator*(const Matrix& first, const Matrix& second) {
  return {first.a * second.a + first.b * second.c,
          first.a * second.b + first.b * second.d,
          first.c * second.a + first.d * second.c,
          first.c * second.b + first.d * second.d,
          first.e * second.a + first.f * second.c + second.e,
          first.e * second.b + first.f * second.d + second.f};
}

}  // namespace tilstand::pdf
