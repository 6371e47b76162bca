// SPDX-License-Identifier: Apache-2.0
#include "tables/rational.hpp"

#include <catch2/catch.hpp>
#include <limits>
#include <random>

using namespace tilstand::tables;

namespace {

Decimal at_print(const Rational& value, int decimals, Rounding rounding = Rounding::half_away) { return value.rounded(decimals, rounding).value(); }

}  // namespace

TEST_CASE("fractions are exact", "[tables]") {
  const Rational third = quotient(1, 3).value();
  CHECK(sum(sum(third, third).value(), third).value() == Rational(1));
  CHECK(product(third, 3).value() == Rational(1));
  CHECK(sum(Rational(Decimal{1, 1}), Rational(Decimal{2, 1})).value() == Rational(Decimal{3, 1}));
  CHECK(difference(third, third)->is_zero());
  CHECK(quotient(-1, -3).value() == third);
  CHECK(quotient(1, -3)->is_negative());
  CHECK_FALSE(quotient(1, 0));
}

TEST_CASE("arithmetic of fractions obeys its laws", "[tables][property]") {
  std::mt19937_64 random(5);
  const auto some = [&] { return quotient(static_cast<std::int64_t>(random() % 20001) - 10000, static_cast<std::int64_t>(random() % 999) + 1).value(); };
  for (int round = 0; round < 2000; ++round) {
    const Rational a = some(), b = some(), c = some();
    REQUIRE(sum(sum(a, b).value(), c).value() == sum(a, sum(b, c).value()).value());
    REQUIRE(product(a, sum(b, c).value()).value() == sum(product(a, b).value(), product(a, c).value()).value());
    if (!b.is_zero()) REQUIRE(product(quotient(a, b).value(), b).value() == a);
  }
}

TEST_CASE("what doesn't fit is refused", "[tables]") {
  Rational large = 1;
  for (int at = 0; at < 2; ++at) large = product(large, std::numeric_limits<std::int64_t>::max()).value();
  CHECK_FALSE(product(large, 4));
  CHECK_FALSE(large.kept());
  CHECK_FALSE(large.rounded(0, Rounding::half_away));
  CHECK(difference(large, large)->is_zero());
}

TEST_CASE("halves are rounded as asked", "[tables]") {
  const Rational high(Decimal{75, 1}), low(Decimal{-75, 1}), even(Decimal{85, 1});
  CHECK(at_print(high, 0) == Decimal{8});
  CHECK(at_print(low, 0) == Decimal{-8});
  CHECK(at_print(high, 0, Rounding::half_even) == Decimal{8});
  CHECK(at_print(even, 0, Rounding::half_even) == Decimal{8});
  CHECK(at_print(low, 0, Rounding::down) == Decimal{-8});
  CHECK(at_print(low, 0, Rounding::up) == Decimal{-7});
  CHECK(at_print(quotient(2, 3).value(), 2) == Decimal{67, 2});
  CHECK(rounded(Decimal{-125, 2}, 1, Rounding::half_away) == Decimal{-13, 1});
  CHECK(rounded(Decimal{5, 0}, 2, Rounding::half_away).decimals == 0);
}

TEST_CASE("a kept number is rounded later as the number itself would be", "[tables][property]") {
  std::mt19937_64 random(6);
  CHECK(quotient(1, 4)->kept()->decimals == 2);
  CHECK(quotient(1, 3)->kept()->decimals == 9);
  for (int round = 0; round < 20000; ++round) {
    const std::int64_t bottom = static_cast<std::int64_t>(random() % 3000) + 1;
    // Near halves as often as anywhere.
    const std::int64_t top = round % 2 == 0 ? static_cast<std::int64_t>(random() % 2000001) - 1000000 : bottom * static_cast<std::int64_t>(random() % 100) + bottom / 2;
    const Rational value = quotient(top, bottom).value();
    for (const Rounding rounding : {Rounding::half_away, Rounding::half_even, Rounding::down, Rounding::up})
      for (int decimals = 0; decimals < 8; ++decimals)
        REQUIRE(rounded(value.kept().value(), decimals, rounding) == value.rounded(decimals, rounding).value());
  }
  const Rational close = sum(quotient(1, 2).value(), quotient(1, 1'000'000'000'000).value()).value();
  CHECK(rounded(close.kept().value(), 0, Rounding::half_even) == Decimal{1});
  CHECK(rounded(close.negated().kept().value(), 0, Rounding::half_even) == Decimal{-1});
}
