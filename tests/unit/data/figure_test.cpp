// SPDX-License-Identifier: Apache-2.0
#include "data/figure.hpp"

#include <catch2/catch.hpp>
#include <limits>
#include <random>

#include "tables/numbers.hpp"

using namespace tilstand::data;
namespace tables = tilstand::tables;

namespace {

Figure figure(Unit unit, Favourable favourable, std::vector<std::pair<int, tables::Decimal>> values) {
  Figure made;
  made.unit = unit;
  made.favourable = favourable;
  for (const auto& [year, value] : values) made.observations.push_back({year, value, {}, {}, {}, {}, {}});
  made.status_year = values.empty() ? 0 : values.back().first;
  return made;
}

Trend trend(Unit unit, Favourable favourable, tables::Decimal before, tables::Decimal now, double flat = 0) {
  return trend_of(figure(unit, favourable, {{2020, before}, {2021, now}}), flat);
}

}  // namespace

TEST_CASE("a decimal is read exactly or not at all", "[data]") {
  CHECK(tables::read_decimal("9257")->mantissa == 9257);
  CHECK(tables::read_decimal("-3.50")->mantissa == -350);
  CHECK(tables::read_decimal("-3.50")->decimals == 2);
  for (const char* bad : {"", "-", ".5", "5.", "1.2.3", "1,5", "1e3", " 1", "+1", "1234567890123456", "0.1234567890", "inf"}) {
    INFO(bad);
    CHECK_FALSE(tables::read_decimal(bad));
  }
}

TEST_CASE("decimals add and subtract without rounding", "[data][property]") {
  std::mt19937_64 random(11);
  const auto some = [&] {
    return tables::Decimal{static_cast<std::int64_t>(random() % 2000000) - 1000000, static_cast<int>(random() % 7)};
  };
  for (int round = 0; round < 2000; ++round) {
    const tables::Decimal a = some(), b = some(), c = some();
    REQUIRE(a + b == b + a);
    REQUIRE((a + b) + c == a + (b + c));
    REQUIRE((a + b) - b == a);
    REQUIRE((a - a).mantissa == 0);
    REQUIRE(((a < b) == ((a - b).mantissa < 0)));
  }
  CHECK(tables::Decimal{1, 1} + tables::Decimal{2, 1} == tables::Decimal{3, 1});
}

TEST_CASE("a sum of very large and very small numbers stays in range", "[data]") {
  const tables::Decimal large = *tables::read_decimal("999999999999999"), small = *tables::read_decimal("0.000000001");
  CHECK((large + small).to_double() == Approx(1e15));
  CHECK((tables::Decimal{-999999999999999, 0} - large).mantissa == -1999999999999998);
  const tables::Decimal most{std::numeric_limits<std::int64_t>::max(), 0};
  CHECK((most + most).mantissa == most.mantissa);
}

TEST_CASE("a larger share is good or bad by what is favourable", "[data]") {
  CHECK(trend(Unit::percent, Favourable::higher, {47}, {50}) == Trend{Judgement::positive, Direction::rising});
  CHECK(trend(Unit::percent, Favourable::higher, {50}, {47}) == Trend{Judgement::negative, Direction::falling});
  CHECK(trend(Unit::percent, Favourable::lower, {11}, {15}) == Trend{Judgement::negative, Direction::rising});
  CHECK(trend(Unit::number, Favourable::lower, {15}, {11}) == Trend{Judgement::positive, Direction::falling});
}

TEST_CASE("a smaller rank is a better place and rises", "[data]") {
  CHECK(trend(Unit::rank, Favourable::lower, {29}, {13}) == Trend{Judgement::positive, Direction::rising});
  CHECK(trend(Unit::rank, Favourable::higher, {16}, {18}) == Trend{Judgement::negative, Direction::falling});
}

TEST_CASE("without a favourable direction a change is judged by nobody", "[data]") {
  CHECK(trend(Unit::count, Favourable::none, {1}, {2}) == Trend{Judgement::none, Direction::rising});
  CHECK(trend(Unit::rank, Favourable::none, {2}, {1}) == Trend{Judgement::none, Direction::rising});
}

TEST_CASE("a change within the limit is flat, one past it is not", "[data]") {
  const Trend flat{Judgement::flat, Direction::flat};
  CHECK(trend(Unit::percent, Favourable::higher, {31}, {30}, 1) == flat);
  CHECK(trend(Unit::percent, Favourable::higher, {310, 1}, {299, 1}, 1) == Trend{Judgement::negative, Direction::falling});
  CHECK(trend(Unit::percent, Favourable::higher, {3, 1}, {4, 1}, 0.1) == flat);
  CHECK(trend(Unit::percent, Favourable::higher, {92}, {92}) == flat);
}

TEST_CASE("a figure with one value has no trend", "[data]") {
  CHECK(trend_of(figure(Unit::percent, Favourable::higher, {{2021, {7}}}), 1) == Trend{});
  CHECK(trend_of(figure(Unit::percent, Favourable::higher, {}), 1) == Trend{});
}

TEST_CASE("the status year's value is current, else the latest before it", "[data]") {
  Figure series = figure(Unit::rank, Favourable::lower, {{2016, {18}}, {2018, {14}}, {2020, {13}}});
  series.status_year = 2019;
  CHECK(series.current()->year == 2018);
  CHECK(series.before()->year == 2016);
  series.status_year = 2016;
  CHECK(series.before() == nullptr);
  series.status_year = 2015;
  CHECK(series.current() == nullptr);
  CHECK(series.at(2020)->value == tables::Decimal{13});
  CHECK(series.at(2017) == nullptr);
}
