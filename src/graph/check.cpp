// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "base/number_text.hpp"
#include "base/suggest.hpp"
#include "graph/plan_parts.hpp"

namespace tilstand::graph {
namespace {

// More than this can't be read on any page, and keeps a mistaken binding from filling the memory.
constexpr std::size_t most_bands = 200, most_shapes = 5000, most_series = 40, most_panels = 40;
constexpr std::size_t most_mistakes = 20, most_shares = 7, most_gauges = 12;
constexpr double most_tiles = 60, most_icons = 100;
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
    const std::vector<std::string>& levels = input_.value.levels;
    if (!datum.level.empty() && std::find(levels.begin(), levels.end(), datum.level) == levels.end())
      fail("chart.out-of-range", "\"" + datum.level + "\" is none of the levels", datum.span, did_you_mean(datum.level, levels));
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
    if (input_.base.scale == ScaleKind::bands) limit(bases.size(), input_.kind == Kind::map ? most_shapes : most_bands, "categories");
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
    std::set<std::string> bases, panels, series;
    for (const Datum& datum : input_.rows) bases.insert(datum.base), panels.insert(datum.panel), series.insert(datum.series);
    check_series(series);
    check_scale();
    check_notes();
    if (kind == Kind::slope && bases.size() != 2)
      fail("chart.wrong-data", "goes from one place to another, and the rows have " + decimal(static_cast<double>(bases.size())), input_.span, "choose two with \"where\"");
    if (kind == Kind::waffle && bases.size() > most_shares)
      fail("chart.wrong-data", "has " + decimal(static_cast<double>(bases.size())) + " shares, at most 7 can be told apart", input_.span, "group the smallest ones");
    if (kind == Kind::gauge && bases.size() > most_gauges) fail("chart.wrong-data", "has more than 12 gauges", input_.span, "use a bar or bullet chart");
    const bool stacks = kind == Kind::column || kind == Kind::bar || (kind == Kind::area && input_.stack != Stack::diverging);
    if (input_.stack != Stack::none && !stacks) fail("chart.wrong-data", "can't be stacked so", input_.span, "leave out \"stack\"");
    if (kind == Kind::waffle || kind == Kind::tree_map || kind == Kind::pictogram || input_.stack == Stack::diverging) check_shares();
    if (kind == Kind::map && input_.shapes.empty()) fail("chart.no-rows", "its geometry has no shapes", input_.span);
    if (input_.each && !(*input_.each > 0 && std::isfinite(*input_.each))) fail("chart.out-of-range", "a mark stands for more than nothing", input_.span, "mend \"each\"");
    if (kind == Kind::pictogram && input_.each && mistakes_ == 0) check_icons();
    if (kind == Kind::gauge) check_gauges(panels.size() > 1);
    if (kind == Kind::tile_map) check_tiles();
  }

  void check_series(const std::set<std::string>& series) {
    const Kind kind = input_.kind;
    bool takes_none = false;
    for (const Kind none : {Kind::histogram, Kind::box, Kind::waffle, Kind::pictogram, Kind::bullet, Kind::gauge, Kind::tile_map, Kind::map}) takes_none = takes_none || kind == none;
    if (takes_none && !(series.size() == 1 && series.begin()->empty())) fail("chart.wrong-data", "takes no series", input_.span, "bind the column as \"panel\" or \"by\"");
    if (kind == Kind::dumbbell && series.size() != 2)
      fail("chart.wrong-data", "compares two series, and the rows have " + decimal(static_cast<double>(series.size())), input_.span, "choose two with \"where\", or use a dot chart");
    if (input_.stack == Stack::diverging && !input_.neutral.empty() && !series.contains(input_.neutral))
      fail("chart.wrong-data", "no series is called \"" + input_.neutral + "\"", input_.span, did_you_mean(input_.neutral, {series.begin(), series.end()}));
  }

  void check_scale() {
    const ScaleKind scale = input_.value.scale;
    const bool steps = scale == ScaleKind::rank || scale == ScaleKind::ordinal;
    if (steps && !takes_steps(input_.kind))
      fail("chart.wrong-data", "a place or step has no length, so that it can't be drawn", input_.span, "use a line, dot, dumbbell, slope or scatter chart");
    if (scale == ScaleKind::bands || scale == ScaleKind::time) fail("chart.wrong-data", "values stand on a scale of numbers, places or steps", input_.span, "choose another \"scale\" of its value axis");
  }

  void check_notes() {
    const bool none = is_field(input_.kind) || input_.kind == Kind::histogram || input_.kind == Kind::box;
    if (none && !input_.annotations.empty()) fail("chart.wrong-data", "takes no annotations", input_.annotations.front().span, "say it in the text");
    if (is_field(input_.kind) && !input_.references.empty()) fail("chart.wrong-data", "takes no references, for it has no axis", input_.span, "leave out \"reference\"");
    for (const Annotation& note : input_.annotations) {
      const auto is_it = [&](const Datum& datum) { return datum.base == note.base && datum.series == note.series && datum.value; };
      if (!none && std::none_of(input_.rows.begin(), input_.rows.end(), is_it))
        fail("chart.wrong-data", "no value stands at \"" + note.base + "\"" + (note.series.empty() ? "" : " of \"" + note.series + "\"") + ", where a note should", note.span);
    }
  }

  void check_icons() {
    double most = 0;
    for (const Datum& datum : input_.rows) most = std::max(most, datum.value.value_or(0));
    if (most / *input_.each > most_icons) fail("chart.out-of-range", "a row would have more than 100 marks", input_.span, "let each stand for more");
  }

  /// Areas of a whole are not below zero, and not all zero.
  void check_shares() {
    std::map<std::string, double> sums;
    for (const Datum& datum : input_.rows) {
      if (datum.value) sums[datum.panel] += *datum.value;
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
