// SPDX-License-Identifier: Apache-2.0
#include "graph/spark.hpp"

#include <algorithm>
#include <cmath>

#include "drawing/marks.hpp"

namespace tilstand::graph {
namespace {

using drawing::Layer, drawing::Sheet, drawing::Spot;

constexpr double taller = 1.5;                   // x-heights
constexpr double line_pt = 0.7, middle_pt = 0.4;
constexpr double step = 0.55, narrowest = 3.5, widest = 12, bar_length = 7;  // x-heights

struct Ends {
  double low = 0, high = 0;
};

/// Ends of the values, zero among them when `zero`.
Ends ends_of(const Spark& spark, bool zero) {
  std::optional<Ends> ends;
  if (zero) ends = Ends{};
  for (const std::optional<double>& value : spark.values) {
    if (!value) continue;
    if (!ends) ends = Ends{*value, *value};
    ends = Ends{std::min(ends->low, *value), std::max(ends->high, *value)};
  }
  return ends.value_or(Ends{});
}

void draw_line(Sheet& sheet, const Spark& spark) {
  const Ends ends = ends_of(spark, false);
  const double radius = sheet.height() * 0.15, room = sheet.height() - 2 * radius;
  const double pitch = (sheet.width() - 2 * radius) / static_cast<double>(std::max<std::size_t>(spark.values.size() - 1, 1));
  std::vector<Spot> run;
  std::optional<Spot> last;
  const auto close = [&] {
    if (run.size() > 1) sheet.stroke(Layer::line, sheet.paths().polyline(run), sheet.ink("structure"), line_pt);
    else if (run.size() == 1) add_disc(sheet, run.front(), radius * 0.6, sheet.ink("structure"));
    run.clear();
  };
  for (std::size_t i = 0; i < spark.values.size(); ++i) {
    if (!spark.values[i]) {
      close();
      continue;
    }
    const double share = ends.high > ends.low ? (*spark.values[i] - ends.low) / (ends.high - ends.low) : 0.5;
    last = Spot{radius + pitch * static_cast<double>(i), radius + room * (1 - share)};
    run.push_back(*last);
  }
  close();
  if (last) add_disc(sheet, *last, radius, sheet.ink("structure"));
}

void draw_columns(Sheet& sheet, const Spark& spark) {
  const bool equal = spark.kind == Spark::Kind::win_loss;
  const Ends ends = equal ? Ends{-1, 1} : ends_of(spark, true);
  const double pitch = sheet.width() / static_cast<double>(std::max<std::size_t>(spark.values.size(), 1)), gap = std::min(0.2, pitch * 0.25);
  const auto at = [&](double value) { return ends.high > ends.low ? sheet.height() * (ends.high - value) / (ends.high - ends.low) : sheet.height(); };
  if (ends.low < 0) add_line(sheet, Layer::grid, {0, at(0)}, {sheet.width(), at(0)}, sheet.ink("grey"), middle_pt);
  for (std::size_t i = 0; i < spark.values.size(); ++i) {
    if (!spark.values[i] || *spark.values[i] == 0) continue;
    const double value = equal ? (*spark.values[i] < 0 ? -1.0 : 1.0) : *spark.values[i], a = at(std::max(value, 0.0)), b = at(std::min(value, 0.0));
    const bool full = equal ? value > 0 : i + 1 == spark.values.size();
    sheet.fill(Layer::mark, sheet.paths().box({pitch * static_cast<double>(i) + gap / 2, a}, pitch - gap, b - a), sheet.ink(full ? "structure" : "water"));
  }
}

void draw_bar(Sheet& sheet, const Spark& spark) {
  sheet.fill(Layer::grid, sheet.paths().box({0, 0}, sheet.width(), sheet.height()), sheet.ink("tint"));
  const double value = spark.values.empty() ? 0 : spark.values.front().value_or(0), share = std::clamp(value / spark.whole, 0.0, 1.0);
  if (share > 0) sheet.fill(Layer::mark, sheet.paths().box({0, 0}, sheet.width() * share, sheet.height()), sheet.ink("structure"));
}

}  // namespace

drawing::Drawing draw_spark(const Spark& spark, Length x_height, const drawing::Context& context) {
  const bool bar = spark.kind == Spark::Kind::bar;
  const double x = std::clamp(x_height.in_mm(), 0.2, 30.0), width = bar ? bar_length : std::clamp(step * static_cast<double>(spark.values.size()), narrowest, widest);
  Sheet sheet({mm(x * width), mm(bar ? x : x * taller)}, context);
  switch (spark.kind) {
    case Spark::Kind::line: draw_line(sheet, spark); break;
    case Spark::Kind::columns:
    case Spark::Kind::win_loss: draw_columns(sheet, spark); break;
    case Spark::Kind::bar: draw_bar(sheet, spark); break;
  }
  return std::move(sheet).finish();
}

}  // namespace tilstand::graph
