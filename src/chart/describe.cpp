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

// Labels may hold line breaks and discretionary hyphens for the page; neither is read aloud.
std::string spoken_label(const std::string& label) {
  static constexpr std::string_view soft_hyphen = "\xC2\xAD";
  std::string text;
  for (std::size_t i = 0; i < label.size(); ++i) {
    if (label.compare(i, soft_hyphen.size(), soft_hyphen) == 0) ++i;
    else text += label[i] == '\n' ? ' ' : label[i];
  }
  return text;
}

std::string spoken_point(const Row& row, const Row::Point& point, const Speech& speech) {
  const Slots slots{{"value", spoken_value(point.value, row.unit, speech)}, {"year", year_text(point.year)}};
  return definition::fill(speech.words("chart.row.point"), slots);
}

std::string spoken_points(const Row& row, const Speech& speech) {
  std::string text;
  for (const Row::Point& point : row.points) {
    if (!text.empty()) text += speech.words("chart.row.join");
    text += spoken_point(row, point, speech);
  }
  return text;
}

// An indented row's label says only what differs from the row that it belongs to.
std::string full_label(const std::vector<Row>& rows, std::size_t index, const Speech& speech) {
  const std::string own = spoken_label(rows[index].label);
  if (!rows[index].indented) return own;
  for (std::size_t i = index; i-- > 0;) {
    if (rows[i].indented) continue;
    return definition::fill(speech.words("chart.row.indented"), {{"group", spoken_label(rows[i].label)}, {"label", own}});
  }
  return own;
}

void say_change(Prose& prose, const Row& row, const std::string& label, const Speech& speech) {
  const Row::Point& current = current_of(row);
  const Row::Point* before = before_of(row);
  Slots slots{{"label", label}, {"value", spoken_value(current.value, row.unit, speech)}, {"year", year_text(current.year)}};
  if (!before) return prose.say("chart.row.single", slots);
  slots["before-year"] = year_text(before->year);
  if (before->value == current.value) return prose.say("chart.row.same", slots);
  prose.say("chart.row.series", {{"label", label}, {"points", spoken_points(row, speech)}});
}

// A smaller number is a better place: "up" is what the line on the page does.
std::string direction_key(const Row& row) {
  const data::Decimal first = row.points.front().value, last = current_of(row).value;
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

void say_pair(Prose& prose, const Input& input, std::size_t index, const Speech& speech) {
  const Row &a = input.rows[index], &b = input.rows[index + 1];
  prose.say("chart.row.pair", {{"label", spoken_label(a.label)},
                               {"a-name", input.series_a},
                               {"b-name", input.series_b},
                               {"a", spoken_point(a, current_of(a), speech)},
                               {"b", spoken_point(b, current_of(b), speech)}});
}

void say_rows(Prose& prose, const Input& input, const Speech& speech) {
  for (std::size_t i = 0; i < input.rows.size(); ++i) {
    const std::string label = full_label(input.rows, i, speech);
    if (input.kind == Kind::pairs) say_pair(prose, input, i++, speech);
    else if (input.kind == Kind::rank_series || input.kind == Kind::columns) say_series(prose, input.rows[i], label, speech);
    else say_change(prose, input.rows[i], label, speech);
  }
}

Slots heading_slots(const Plan& plan, const Speech& speech) {
  const Input& input = plan.input;
  const data::Unit unit = input.rows.front().unit;
  return {{"minimum", spoken_value(decimal_of(plan.minimum), unit, speech)},
          {"maximum", spoken_value(decimal_of(plan.maximum), unit, speech)},
          {"first", year_text(usual_before_year(input.rows))},
          {"last", year_text(usual_current_year(input.rows))},
          {"a", input.series_a},
          {"b", input.series_b}};
}

void say_status(Prose& prose, const Input& input, const Speech& speech) {
  prose.say("chart.status", {{"levels", speech.forms.list(input.levels)}});
  if (input.level < 0) return prose.say("chart.status.none");
  prose.say("chart.status.level", {{"level", input.levels[static_cast<std::size_t>(input.level)]}});
}

void say_counts(Prose& prose, const Input& input, const Speech& speech) {
  prose.say("chart.counts", {{"count", speech.forms.number(input.count, 0)}, {"total", speech.forms.number(input.total, 0)}});
  if (!input.names.empty()) prose.say("chart.counts.names", {{"names", speech.forms.list(input.names)}});
  prose.quote(input.rest);
}

void say_matrix(Prose& prose, const Input& input, const Speech& speech) {
  prose.say("chart.matrix", {{"levels", speech.forms.list(input.levels)}});
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
  if (shows_rows(input.kind)) prose.say("chart." + name_of(input.kind), heading_slots(plan, speech));
  prose.quote(spoken_label(input.unit));
  switch (input.kind) {
    case Kind::status: say_status(prose, input, speech); break;
    case Kind::counts: say_counts(prose, input, speech); break;
    case Kind::matrix: say_matrix(prose, input, speech); break;
    default: say_rows(prose, input, speech); break;
  }
  return prose.text();
}

}  // namespace tilstand::chart
