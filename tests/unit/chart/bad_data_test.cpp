// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <limits>

#include "unit/chart/setting.hpp"

using namespace tilstand;
using namespace tilstand::chart;

namespace {

/// The code that the input is refused with; its place is the input's.
std::string refusal(Input input) {
  Setting setting;
  input.span = {FileId{0}, {7, 3}, {7, 9}};
  if (setting.planned(input)) return "accepted";
  const Diagnostic& first = setting.diagnostics.list().front();
  CHECK(first.span == input.span);
  CHECK(first.severity == Severity::error);
  return first.code;
}

}  // namespace

TEST_CASE("a chart without rows or values is refused at its place", "[chart]") {
  CHECK(refusal(chart_of(Kind::dumbbell, {})) == "chart.no-rows");
  CHECK(refusal(chart_of(Kind::dumbbell, {share("a", {})})) == "chart.no-rows");
  CHECK(refusal(chart_of(Kind::counts, {})) == "chart.no-rows");
  CHECK(refusal(chart_of(Kind::matrix, {})) == "chart.no-rows");
  CHECK(refusal(chart_of(Kind::status, {})) == "chart.no-rows");
}

TEST_CASE("ten thousand rows are refused", "[chart]") {
  const std::vector<Row> rows(10000, share("a", {{2021, {1, 0}}}));
  CHECK(refusal(chart_of(Kind::dumbbell, rows)) == "chart.wrong-data");
}

TEST_CASE("numbers that can't be drawn are refused", "[chart]") {
  CHECK(refusal(chart_of(Kind::dumbbell, {share("a", {{2021, {std::numeric_limits<std::int64_t>::max(), 0}}})})) == "chart.not-finite");
  Input input = chart_of(Kind::dumbbell, {share("a", {{2021, {1, 0}}})});
  input.maximum = std::numeric_limits<double>::infinity();
  CHECK(refusal(input) == "chart.not-finite");
  input.maximum = -1;
  CHECK(refusal(input) == "chart.out-of-range");
  input.maximum = 0.5;
  CHECK(refusal(input) == "chart.out-of-range");
}

TEST_CASE("a kind refuses data that it can't show", "[chart]") {
  CHECK(refusal(chart_of(Kind::dumbbell, {place_among("a", 36, {{2021, {6, 0}}})})) == "chart.wrong-data");
  CHECK(refusal(chart_of(Kind::rank_series, {share("a", {{2021, {6, 0}}})})) == "chart.wrong-data");
  CHECK(refusal(chart_of(Kind::dumbbell, {share("a", {{2021, {6, 0}}}), row_of("b", data::Unit::count, {{2021, {6, 0}}})})) == "chart.wrong-data");
  CHECK(refusal(chart_of(Kind::pairs, {share("a", {{2021, {6, 0}}})})) == "chart.wrong-data");
  CHECK(refusal(chart_of(Kind::slope, {share("a", {{2021, {6, 0}}})})) == "chart.wrong-data");
  CHECK(refusal(chart_of(Kind::dumbbell, {share("a", {{2021, {6, 0}}, {2021, {7, 0}}})})) == "chart.wrong-data");
  CHECK(refusal(chart_of(Kind::columns, {row_of("a", data::Unit::count, {{2021, {-6, 0}}})})) == "chart.out-of-range");
  CHECK(refusal(chart_of(Kind::rank_series, {place_among("a", 36, {{2021, {37, 0}}})})) == "chart.out-of-range");
  CHECK(refusal(chart_of(Kind::rank_series, {place_among("a", 36, {{2021, {0, 0}}})})) == "chart.out-of-range");
}

TEST_CASE("counts and levels must lie within their scale", "[chart]") {
  Input counts = chart_of(Kind::counts, {});
  counts.count = 11;
  counts.total = 10;
  CHECK(refusal(counts) == "chart.out-of-range");
  counts.count = 1;
  counts.names = {"a", "b"};
  CHECK(refusal(counts) == "chart.wrong-data");
  counts.total = 1000000;
  CHECK(refusal(counts) == "chart.wrong-data");
  Input status = chart_of(Kind::status, {});
  status.levels = {"a"};
  status.level = 1;
  CHECK(refusal(status) == "chart.out-of-range");
}
