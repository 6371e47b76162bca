// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "base/number_text.hpp"
#include "graph/plan_parts.hpp"

namespace tilstand::graph {
namespace {

// More than this can't be read on any page, and keeps a mistaken binding from filling the memory.
constexpr std::size_t most_bands = 200, most_series = 40, most_panels = 40;
constexpr std::size_t most_mistakes = 20, most_shares = 7, most_gauges = 12;
constexpr double most_tiles = 60;
constexpr double largest = 1e15;

/// One input and the place to report about it.
class Check {
 public:
  Check(const Input& input, Diagnostics& diagnostics) : input_(input), diagnostics_(diagnostics) {}

  bool run() {
    if (input_.rows.empty()) fail("chart.no-rows", "no rows to show", input_.span, "bind a table with rows, or loosen its condition");
    for (const Datum& datum : input_.rows) {
      check_numbers(datum);
      if (mistakes_ > most_mistakes) break;
    }
    check_counts();
    if (input_.base.scale == ScaleKind::bands) check_doubles();
    check_ends(input_.base), check_ends(input_.value);
    if (mistakes_ == 0) check_kind();
    if (mistakes_ == 0 && !input_.rows.empty()) check_any();
    return mistakes_ == 0;
  }

 private:
  void fail(const char* code, const std::string& message, SourceSpan span, const std::string& hint = {}) {
    ++mistakes_;
    diagnostics_.error(code, name_of(input_.kind) + " chart: " + message, span, hint);
  }

  void check_numbers(const Datum& datum) {
    for (const std::optional<double>& number : {datum.value, datum.at, datum.low, datum.high, datum.size, datum.target}) {
      if (!number) continue;
      if (!std::isfinite(*number)) return fail("chart.not-finite", "a value must be a finite number", datum.span);
      if (std::fabs(*number) > largest) return fail("chart.out-of-range", "a value must be at most 1e15", datum.span, "print it in a larger unit");
    }
    if (input_.value.scale == ScaleKind::logarithmic && datum.value && *datum.value <= 0)
      fail("chart.not-positive", "a logarithmic axis has no place for " + decimal(*datum.value), datum.span, "use a linear scale");
    if (input_.base.scale != ScaleKind::bands && !datum.at)
      fail("chart.wrong-data", "\"" + datum.base + "\" is no number, and the base is " + (input_.base.scale == ScaleKind::time ? "time" : "a number"), datum.span);
  }

  void check_counts() {
    std::set<std::string> bases, series, panels;
    for (const Datum& datum : input_.rows) bases.insert(datum.base), series.insert(datum.series), panels.insert(datum.panel);
    const auto limit = [&](std::size_t count, std::size_t most, const char* what) {
      if (count > most)
        fail("chart.wrong-data", "has " + decimal(static_cast<double>(count)) + " " + what + ", at most " + decimal(static_cast<double>(most)) + " can be shown",
             input_.span, "choose rows with \"where\" or a selection, or group the smallest ones");
    };
    if (input_.base.scale == ScaleKind::bands) limit(bases.size(), most_bands, "categories");
    limit(series.size(), most_series, "series");
    limit(panels.size(), most_panels, "panels");
  }

  void check_doubles() {
    if (takes_doubles(input_.kind)) return;
    std::set<std::tuple<std::string, std::string, std::string>> seen;
    for (const Datum& datum : input_.rows) {
      if (mistakes_ > most_mistakes) return;
      if (!seen.insert({datum.panel, datum.series, datum.base}).second)
        fail("chart.duplicate-value", "a second value for \"" + datum.base + "\"" + (datum.series.empty() ? "" : " of \"" + datum.series + "\""), datum.span,
             "bind a series or panel column, or choose rows");
    }
  }

  /// What single kinds ask for.
  void check_kind() {
    const Kind kind = input_.kind;
    std::set<std::string> bases, panels;
    for (const Datum& datum : input_.rows) bases.insert(datum.base), panels.insert(datum.panel);
    if (kind == Kind::slope && bases.size() != 2)
      fail("chart.wrong-data", "goes from one place to another, and the rows have " + decimal(static_cast<double>(bases.size())), input_.span, "choose two with \"where\"");
    if (kind == Kind::waffle && bases.size() > most_shares)
      fail("chart.wrong-data", "has " + decimal(static_cast<double>(bases.size())) + " shares, at most 7 can be told apart", input_.span, "group the smallest ones");
    if (kind == Kind::gauge && bases.size() > most_gauges) fail("chart.wrong-data", "has more than 12 gauges", input_.span, "use a bar or bullet chart");
    const bool series = std::any_of(input_.rows.begin(), input_.rows.end(), [](const Datum& datum) { return !datum.series.empty(); });
    const bool takes_none = kind == Kind::histogram || kind == Kind::box || kind == Kind::waffle || kind == Kind::bullet || kind == Kind::gauge || kind == Kind::tile_map;
    if (series && takes_none) fail("chart.wrong-data", "takes no series", input_.span, "bind the column as \"panel\" or \"by\"");
    const bool stacks = kind == Kind::area || kind == Kind::column || kind == Kind::bar;
    if (input_.stack != Stack::none && !stacks) fail("chart.wrong-data", "can't be stacked", input_.span, "leave out \"stack\"");
    if (kind == Kind::waffle || kind == Kind::tree_map) check_shares();
    if (kind == Kind::gauge) check_gauges(panels.size() > 1);
    if (kind == Kind::tile_map) check_tiles();
  }

  /// Areas of a whole are not below zero, and not all zero.
  void check_shares() {
    std::map<std::string, double> sums;
    for (const Datum& datum : input_.rows) {
      sums[datum.panel] += datum.value.value_or(0);
      if (datum.value && *datum.value < 0) fail("chart.out-of-range", "a share of a whole is not below zero", datum.span, "use a bar chart");
      if (mistakes_ > most_mistakes) return;
    }
    for (const auto& [panel, sum] : sums)
      if (mistakes_ == 0 && sum <= 0) fail("chart.out-of-range", panel.empty() ? "every value is zero" : "every value of \"" + panel + "\" is zero", input_.span);
  }

  void check_gauges(bool panels) {
    if (panels) fail("chart.wrong-data", "takes no panels: each row is one", input_.span);
    for (const Datum& datum : input_.rows) {
      const double low = input_.value.minimum.value_or(std::min(0.0, datum.value.value_or(0))), high = input_.value.maximum.value_or(largest);
      if (datum.value && (*datum.value < low || *datum.value > high)) fail("chart.out-of-range", "a value lies outside the gauge", datum.span, "mend \"minimum\" and \"maximum\" of its value axis");
    }
  }

  void check_tiles() {
    std::set<std::tuple<std::string, double, double>> taken;
    for (const Datum& datum : input_.rows) {
      if (mistakes_ > most_mistakes) return;
      const auto is_place = [](const std::optional<double>& number) { return number && *number >= 0 && *number <= most_tiles && std::floor(*number) == *number; };
      if (!is_place(datum.row) || !is_place(datum.column)) fail("chart.wrong-data", "row and column of \"" + datum.base + "\" must be whole numbers from 0 to 60", datum.span);
      else if (!taken.insert({datum.panel, *datum.row, *datum.column}).second)
        fail("chart.duplicate-value", "another tile stands where \"" + datum.base + "\" does", datum.span);
    }
  }

  void check_ends(const Channel& channel) {
    for (const std::optional<double>& end : {channel.minimum, channel.maximum, channel.step})
      if (end && (!std::isfinite(*end) || std::fabs(*end) > largest)) fail("chart.not-finite", "ends and step of an axis must be finite numbers of at most 1e15", input_.span);
    if (channel.minimum && channel.maximum && *channel.minimum >= *channel.maximum)
      fail("chart.out-of-range", "an axis begins below its end", input_.span);
    if (channel.step && *channel.step <= 0) fail("chart.out-of-range", "the step of an axis must be above 0", input_.span);
  }

  void check_any() {
    if (std::none_of(input_.rows.begin(), input_.rows.end(), [](const Datum& datum) { return datum.value.has_value(); }))
      fail("chart.no-rows", "every value is missing", input_.span);
  }

  const Input& input_;
  Diagnostics& diagnostics_;
  std::size_t mistakes_ = 0;
};

}  // namespace

bool check(const Input& input, Diagnostics& diagnostics) { return Check(input, diagnostics).run(); }

}  // namespace tilstand::graph
