// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/number_text.hpp"
#include "chart/plan_parts.hpp"

namespace tilstand::chart {
namespace {

using Slots = std::map<std::string, std::string>;

/// Writes sentences from the words' patterns, one after the other.
class Prose {
 public:
  explicit Prose(const Speech& speech) : speech_(speech) {}

  void say(const std::string& key, const Slots& slots = {}) { add(definition::fill(speech_.words(key), slots)); }

  /// Text of the author as a sentence of its own.
  void quote(const std::string& text) {
    if (text.empty()) return;
    const char last = text.back();
    add(last == '.' || last == '?' || last == '!' ? text : text + ".");
  }

  const std::string& text() const { return text_; }

 private:
  void add(const std::string& sentence) {
    if (sentence.empty()) return;
    if (!text_.empty()) text_ += ' ';
    text_ += sentence;
  }

  const Speech& speech_;
  std::string text_;
};

std::string spoken_point(const Row& row, const Row::Point& point, const Speech& speech) {
  const Slots slots{{"value", spoken_value(point.value, row.unit, speech)}, {"year", year_text(point.year)}};
  return definition::fill(speech.words("chart.row.point"), slots);
}

std::string joined(const std::vector<std::string>& parts, const Speech& speech) {
  std::string text;
  for (const std::string& part : parts) {
    if (!text.empty()) text += speech.words("chart.row.join");
    text += part;
  }
  return text;
}

std::string spoken_points(const Row& row, const Speech& speech) {
  std::vector<std::string> points;
  for (const Row::Point& point : row.points) points.push_back(spoken_point(row, point, speech));
  return joined(points, speech);
}

// The colour of a mark is said in words, for it says what is good and what is bad.
std::string change_key(const Row& row) {
  switch (row.trend.judgement) {
    case data::Judgement::positive: return "chart.row.favourable";
    case data::Judgement::negative: return "chart.row.unfavourable";
    case data::Judgement::flat: return "chart.row.nearly";
    case data::Judgement::none: break;
  }
  return "chart.row.series";
}

void say_change(Prose& prose, const Row& row, const std::string& label, const Speech& speech) {
  const Row::Point& current = current_of(row);
  const Row::Point* before = before_of(row);
  Slots slots{{"label", label}, {"value", spoken_value(current.value, row.unit, speech)}, {"year", year_text(current.year)}};
  if (!before) return prose.say("chart.row.single", slots);
  slots["before-year"] = year_text(before->year);
  slots["before"] = spoken_value(before->value, row.unit, speech);
  slots["points"] = spoken_points(row, speech);
  prose.say(before->value == current.value ? "chart.row.same" : change_key(row), slots);
}

// A smaller number is a better place: "up" is what the line on the page does.
std::string direction_key(const Row& row) {
  const tables::Decimal first = row.points.front().value, last = current_of(row).value;
  if (first == last) return "chart.series.same";
  const bool up = row.unit == data::Unit::rank ? last < first : first < last;
  return up ? "chart.series.up" : "chart.series.down";
}

void say_series(Prose& prose, const Row& row, const std::string& label, const Speech& speech) {
  prose.say("chart.row.series", {{"label", label}, {"points", spoken_points(row, speech)}});
  if (row.points.size() < 2) return;
  const Row::Point &first = row.points.front(), &last = current_of(row);
  prose.say(direction_key(row), {{"first", spoken_value(first.value, row.unit, speech)},
                                 {"first-year", year_text(first.year)},
                                 {"last", spoken_value(last.value, row.unit, speech)},
                                 {"last-year", year_text(last.year)}});
}

void say_steps(Prose& prose, const Row& row, const Speech& speech) {
  std::vector<std::string> steps;
  for (std::size_t i = 1; i < row.points.size(); ++i) {
    const Slots slots{{"value", step_text(row, i, speech)}, {"year", year_text(row.points[i].year)}};
    steps.push_back(definition::fill(speech.words("chart.row.point"), slots));
  }
  if (!steps.empty()) prose.say("chart.columns.changes", {{"changes", joined(steps, speech)}});
}

void say_pair(Prose& prose, const Input& input, std::size_t index, const Speech& speech) {
  const Row &a = input.rows[index], &b = input.rows[index + 1];
  prose.say("chart.row.pair", {{"label", spoken_label(a.label)},
                               {"a-name", input.series_a},
                               {"b-name", input.series_b},
                               {"a", spoken_point(a, current_of(a), speech)},
                               {"b", spoken_point(b, current_of(b), speech)}});
}

// What an eye finds first: the ends of the rows' current values. Of two rows it is plain which one is higher.
void say_extremes(Prose& prose, const std::vector<Row>& rows, const Speech& speech) {
  constexpr std::size_t few = 2, most_names = 3;
  tables::Decimal low = current_of(rows.front()).value, high = low;
  for (const Row& row : rows) {
    low = std::min(low, current_of(row).value);
    high = std::max(high, current_of(row).value);
  }
  if (rows.size() <= few || low == high) return;
  const auto names = [&](tables::Decimal value) {
    std::vector<std::string> labels;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (current_of(rows[i]).value == value) labels.push_back(full_label(rows, i, speech));
    }
    return labels;
  };
  const std::vector<std::string> lowest = names(low), highest = names(high);
  if (lowest.size() > most_names || highest.size() > most_names) return;
  const data::Unit& unit = rows.front().unit;
  prose.say(unit == data::Unit::rank ? "chart.extremes.rank" : "chart.extremes.value",
            {{"low", spoken_value(low, unit, speech)},
             {"high", spoken_value(high, unit, speech)},
             {"low-labels", speech.forms.list(lowest)},
             {"high-labels", speech.forms.list(highest)}});
}

void say_rows(Prose& prose, const Input& input, const Speech& speech) {
  for (std::size_t i = 0; i < input.rows.size(); ++i) {
    const std::string label = full_label(input.rows, i, speech);
    if (input.kind == Kind::pairs) say_pair(prose, input, i++, speech);
    else if (input.kind == Kind::rank_series || input.kind == Kind::columns) say_series(prose, input.rows[i], label, speech);
    else say_change(prose, input.rows[i], label, speech);
  }
  if (input.kind == Kind::columns) say_steps(prose, input.rows.front(), speech);
  if (input.kind != Kind::pairs && input.kind != Kind::rank_series) say_extremes(prose, input.rows, speech);
}

Slots heading_slots(const Plan& plan, const Speech& speech) {
  const Input& input = plan.input;
  const data::Unit& unit = input.rows.front().unit;
  return {{"minimum", bare_value(decimal_of(plan.minimum), unit, speech)},
          {"maximum", spoken_value(decimal_of(plan.maximum), unit, speech)},
          {"first-year", year_text(plan.years.front())},
          {"last-year", year_text(plan.years.back())},
          {"first", year_text(usual_before_year(input.rows))},
          {"last", year_text(usual_current_year(input.rows))},
          {"a", input.series_a},
          {"b", input.series_b}};
}

/// The first sentence: what kind of picture it is.
void say_kind(Prose& prose, const Plan& plan, const Speech& speech) {
  const Input& input = plan.input;
  const std::string key = "chart." + name_of(input.kind);
  if (shows_rows(input.kind)) return prose.say(key, heading_slots(plan, speech));
  prose.say(key, {{"levels", speech.forms.list(input.levels)},
                  {"count", speech.forms.number(input.count, 0)},
                  {"total", speech.forms.number(input.total, 0)}});
}

void say_status(Prose& prose, const Input& input) {
  if (input.level < 0) return prose.say("chart.status.none");
  prose.say("chart.status.level", {{"level", input.levels[static_cast<std::size_t>(input.level)]}});
}

void say_counts(Prose& prose, const Input& input, const Speech& speech) {
  if (!input.names.empty()) prose.say("chart.counts.names", {{"names", speech.forms.list(input.names)}});
  prose.quote(input.rest);
}

void say_matrix(Prose& prose, const Input& input) {
  for (const Input::MatrixColumn& column : input.matrix) {
    const std::string label = spoken_label(column.label);
    if (column.level < 0) prose.say("chart.matrix.none", {{"label", label}});
    else prose.say("chart.matrix.column", {{"label", label}, {"level", input.levels[static_cast<std::size_t>(column.level)]}});
  }
}

}  // namespace

std::string describe(const Plan& plan, const Speech& speech) {
  Prose prose(speech);
  const Input& input = plan.input;
  say_kind(prose, plan, speech);
  prose.quote(spoken_label(input.unit));
  switch (input.kind) {
    case Kind::status: say_status(prose, input); break;
    case Kind::counts: say_counts(prose, input, speech); break;
    case Kind::matrix: say_matrix(prose, input); break;
    default: say_rows(prose, input, speech); break;
  }
  return prose.text();
}

}  // namespace tilstand::chart
