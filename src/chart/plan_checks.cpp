// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "base/number_text.hpp"
#include "chart/plan_parts.hpp"

namespace tilstand::chart {
namespace {

// More than this can't be read on any page, and keeps a mistaken loop from filling the memory.
constexpr std::size_t most_rows = 200, most_points = 100, most_levels = 20, most_columns = 60, most_values = 2000;
constexpr int most_discs = 400;
constexpr double largest = 1e15;

/// One input and the place to report about it.
class Check {
 public:
  Check(const Input& input, Diagnostics& diagnostics) : input_(input), diagnostics_(diagnostics) {}

  bool run() {
    check_options();
    switch (input_.kind) {
      case Kind::status: check_status(); break;
      case Kind::counts: check_counts(); break;
      case Kind::matrix: check_matrix(); break;
      default: check_rows(); break;
    }
    return sound_;
  }

 private:
  void fail(const std::string& code, const std::string& message, const std::string& hint = {}) {
    diagnostics_.error(code, name_of(input_.kind) + " chart: " + message, input_.span, hint);
    sound_ = false;
  }

  void check_options() {
    for (const std::optional<double>& option : {input_.maximum, input_.step}) {
      if (option && !std::isfinite(*option)) fail("chart.not-finite", "maximum and step must be finite numbers");
      else if (option && (*option <= 0 || *option > largest)) fail("chart.out-of-range", "maximum and step must be above 0 and at most 1e15");
    }
    if (input_.size && input_.size->units <= 0) fail("chart.out-of-range", "size must be above 0");
  }

  void check_rows() {
    if (input_.rows.empty()) return fail("chart.no-rows", "no rows to show", "give figures, or loosen the loop's condition");
    if (input_.rows.size() > most_rows) {
      return fail("chart.wrong-data", "has " + decimal(static_cast<double>(input_.rows.size())) + " rows, at most 200 can be shown");
    }
    std::size_t values = 0;
    for (const Row& row : input_.rows) {
      check_row(row);
      values += row.points.size();
    }
    if (values > most_values) fail("chart.wrong-data", "has more than 2000 values");
    if (!sound_) return;
    check_units();
    check_shape();
    check_maximum();
  }

  void check_row(const Row& row) {
    if (row.points.empty()) return fail("chart.no-rows", "row \"" + row.label + "\" has no values");
    if (row.points.size() > most_points) return fail("chart.wrong-data", "row \"" + row.label + "\" has more than 100 values");
    if (!std::isfinite(row.scope)) return fail("chart.not-finite", "the scope of row \"" + row.label + "\" is no finite number");
    for (std::size_t i = 0; i < row.points.size(); ++i) {
      const Row::Point& point = row.points[i];
      if (!is_drawable(point.value)) return fail("chart.not-finite", "a value of row \"" + row.label + "\" is too large to be drawn");
      if (i > 0 && point.year == row.points[i - 1].year) {
        return fail("chart.wrong-data", "row \"" + row.label + "\" has two values for " + year_text(point.year));
      }
      if (row.unit == data::Unit::rank) check_place(row, number_of(point.value));
    }
  }

  void check_place(const Row& row, double place) {
    if (place < 1 || place != std::floor(place)) fail("chart.out-of-range", "row \"" + row.label + "\" has a place that is no whole number from 1");
    else if (row.scope > 0 && place > row.scope) {
      fail("chart.out-of-range", "row \"" + row.label + "\" has place " + decimal(place) + " among " + decimal(row.scope));
    }
  }

  void check_units() {
    const data::Unit& unit = input_.rows.front().unit;
    const bool ranks = unit == data::Unit::rank;
    const bool mixed = std::any_of(input_.rows.begin(), input_.rows.end(), [&](const Row& row) { return row.unit != unit; });
    if (mixed) return fail("chart.wrong-data", "figures of different units can't share an axis");
    const bool wants_ranks = input_.kind == Kind::rank_series || input_.kind == Kind::rank_dumbbell;
    if (wants_ranks && !ranks) return fail("chart.wrong-data", "expected figures with the unit rank");
    const bool refuses_ranks = input_.kind == Kind::dumbbell || input_.kind == Kind::columns || input_.kind == Kind::pairs;
    if (refuses_ranks && ranks) fail("chart.wrong-data", "can't show ranks", "use rank-dumbbell or rank-series");
  }

  void check_shape() {
    const std::vector<Row>& rows = input_.rows;
    if (input_.kind == Kind::scale && rows.size() != 1) return fail("chart.wrong-data", "shows one figure, got " + decimal(static_cast<double>(rows.size())));
    if (input_.kind == Kind::columns) check_columns();
    if (input_.kind == Kind::pairs && rows.size() % 2 != 0) {
      return fail("chart.wrong-data", "rows come in pairs of the first and the second series, one is missing");
    }
    if (input_.kind == Kind::slope && std::all_of(rows.begin(), rows.end(), [](const Row& row) { return row.points.size() < 2; })) {
      fail("chart.wrong-data", "expected at least one figure with two years");
    }
  }

  void check_columns() {
    if (input_.rows.size() != 1) return fail("chart.wrong-data", "shows one figure, got " + decimal(static_cast<double>(input_.rows.size())));
    for (const Row::Point& point : input_.rows.front().points) {
      if (number_of(point.value) < 0) return fail("chart.out-of-range", "columns start at 0 and can't show a negative value");
    }
  }

  void check_maximum() {
    if (!input_.maximum) return;
    for (const Row& row : input_.rows) {
      for (const Row::Point& point : row.points) {
        if (number_of(point.value) <= *input_.maximum) continue;
        return fail("chart.out-of-range", "row \"" + row.label + "\" has a value above the maximum " + decimal(*input_.maximum));
      }
    }
  }

  void check_status() {
    if (input_.levels.empty()) return fail("chart.no-rows", "no levels to show");
    if (input_.levels.size() > most_levels) return fail("chart.wrong-data", "at most 20 levels can be shown");
    check_level(input_.level);
  }

  void check_level(int level) {
    const int count = static_cast<int>(input_.levels.size());
    if (level < -1 || level >= count) fail("chart.out-of-range", "level " + decimal(level) + " is not one of the " + decimal(count) + " levels");
  }

  void check_counts() {
    if (input_.total <= 0) return fail("chart.no-rows", "total must be at least 1");
    if (input_.total > most_discs) return fail("chart.wrong-data", "at most 400 marks can be shown");
    if (input_.count < 0 || input_.count > input_.total) {
      return fail("chart.out-of-range", "count " + decimal(input_.count) + " is not between 0 and " + decimal(input_.total));
    }
    if (input_.names.size() > static_cast<std::size_t>(input_.count)) fail("chart.wrong-data", "has more names than filled marks");
  }

  void check_matrix() {
    if (input_.levels.empty() || input_.matrix.empty()) return fail("chart.no-rows", "no columns or no levels to show");
    if (input_.levels.size() > most_levels || input_.matrix.size() > most_columns) {
      return fail("chart.wrong-data", "at most 60 columns of 20 levels can be shown");
    }
    for (const Input::MatrixColumn& column : input_.matrix) check_level(column.level);
  }

  const Input& input_;
  Diagnostics& diagnostics_;
  bool sound_ = true;
};

}  // namespace

bool check_input(const Input& input, Diagnostics& diagnostics) { return Check(input, diagnostics).run(); }

}  // namespace tilstand::chart
