// SPDX-License-Identifier: Apache-2.0
// Sentences that compare: how each series moved, who is ahead at the end, what goes with what.
#include <algorithm>
#include <cmath>
#include <map>

#include "graph/plan_parts.hpp"

namespace tilstand::graph {
namespace {

constexpr std::size_t most_told = 8;     // series; more are counted
constexpr double weakest_relation = 0.3; // a correlation below it is called none (Cohen 1988, "medium")
constexpr std::size_t fewest_points = 5;

using Slots = std::map<std::string, std::string>;

/// True for charts whose base has an order, so that its ends are a beginning and an end.
bool is_ordered(const Input& input) {
  switch (input.kind) {
    case Kind::line:
    case Kind::area:
    case Kind::slope: return true;
    case Kind::column:
    case Kind::dot:
    case Kind::lollipop: return std::all_of(input.rows.begin(), input.rows.end(), [](const Datum& datum) { return datum.at.has_value(); });
    default: return false;
  }
}

std::string name_of(const Datum& datum) {
  std::string name = datum.panel;
  if (!datum.series.empty() && datum.series != name) name += (name.empty() ? "" : ", ") + datum.series;
  return name;
}

int direction(const Movement& movement) { return (*movement.last->value > *movement.first->value) - (*movement.last->value < *movement.first->value); }

class Comparer {
 public:
  Comparer(const Plan& plan, const Speech& speech) : plan_(plan), speech_(speech) {}

  std::string run() {
    if (is_ordered(plan_.input)) {
      tell_trends();
      tell_last();
    }
    if (plan_.input.kind == Kind::scatter) tell_relation();
    if (plan_.input.kind == Kind::box) tell_medians();
    if (plan_.input.kind == Kind::bullet) tell_targets();
    tell_missing();
    return text_;
  }

 private:
  void add(const std::string& key, Slots slots) {
    if (!text_.empty()) text_ += ' ';
    text_ += definition::fill(speech_.words(key), slots);
  }
  std::string said(double value) const { return spoken_value(value, plan_.decimals, plan_.input.value.unit, speech_); }
  std::string count(std::size_t number) const { return number_text(static_cast<double>(number), 0, speech_); }
  const std::string& base_of(const Mark& mark) const { return plan_.input.rows[mark.row].base; }

  std::string called(const std::string& name) const { return name.empty() ? speech_.forms.capitalised(plan_.input.value.label) : name; }
  std::string name_of(const Mark& mark) const { return called(graph::name_of(plan_.input.rows[mark.row])); }

  void tell_trends() {
    const std::vector<Movement> all = movements_of(plan_.input);
    if (all.size() > most_told) {
      const auto moving = [&](int way) { return count(static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [way](const Movement& one) { return direction(one) == way; }))); };
      return add("graph.trend.counts", {{"count", count(all.size())}, {"up", moving(1)}, {"down", moving(-1)}, {"same", moving(0)}});
    }
    for (const Movement& one : all) {
      const char* key = direction(one) > 0 ? "graph.trend.up" : direction(one) < 0 ? "graph.trend.down" : "graph.trend.same";
      add(key, {{"name", called(one.name)}, {"first", said(*one.first->value)}, {"first-place", one.first->base}, {"last", said(*one.last->value)}, {"last-place", one.last->base}});
    }
  }

  /// Who is ahead where all series end.
  void tell_last() {
    const Mark *end = nullptr, *high = nullptr, *low = nullptr;
    for (const Mark& mark : plan_.marks)
      if (mark.value && (end == nullptr || mark.at > end->at)) end = &mark;
    for (const Mark& mark : plan_.marks) {
      if (!mark.value || end == nullptr || mark.at < end->at) continue;
      if (high == nullptr || *mark.value > *high->value) high = &mark;
      if (low == nullptr || *mark.value < *low->value) low = &mark;
    }
    if (high == nullptr || *high->value == *low->value) return;
    add("graph.last", {{"place", base_of(*end)}, {"high", said(*high->value)}, {"high-name", name_of(*high)}, {"low", said(*low->value)}, {"low-name", name_of(*low)}});
  }

  /// Pearson's correlation of the two numbers of the points; nothing when one of them doesn't vary.
  std::optional<double> correlation() const {
    double n = 0, x = 0, y = 0;
    for (const Mark& mark : plan_.marks)
      if (mark.value) n += 1, x += mark.at, y += *mark.value;
    if (n < static_cast<double>(fewest_points)) return std::nullopt;
    double xx = 0, yy = 0, xy = 0;
    for (const Mark& mark : plan_.marks) {
      if (!mark.value) continue;
      const double dx = mark.at - x / n, dy = *mark.value - y / n;
      xx += dx * dx, yy += dy * dy, xy += dx * dy;
    }
    const double result = xy / std::sqrt(xx) / std::sqrt(yy);
    return std::isfinite(result) ? std::optional(std::clamp(result, -1.0, 1.0)) : std::nullopt;
  }

  void tell_relation() {
    const std::optional<double> relation = correlation();
    if (!relation) return;
    const char* key = *relation >= weakest_relation ? "graph.relation.up" : *relation <= -weakest_relation ? "graph.relation.down" : "graph.relation.none";
    add(key, {{"base", plan_.input.base.label}, {"value", plan_.input.value.label}, {"number", number_text(*relation, 2, speech_)}});
  }

  void tell_medians() {
    if (plan_.boxes.size() < 2) return;
    const auto [low, high] = std::minmax_element(plan_.boxes.begin(), plan_.boxes.end(), [](const Box& a, const Box& b) { return a.median < b.median; });
    const auto name = [&](const Box& box) { return plan_.base.names.at(box.band); };
    add("graph.medians", {{"high", said(high->median)}, {"high-name", name(*high)}, {"low", said(low->median)}, {"low-name", name(*low)}});
  }

  void tell_targets() {
    std::size_t reached = 0, all = 0;
    for (const Mark& mark : plan_.marks) {
      const std::optional<double> target = plan_.input.rows[mark.row].target;
      if (!mark.value || !target) continue;
      ++all;
      if (*mark.value >= *target) ++reached;
    }
    if (all > 0) add("graph.targets", {{"count", count(reached)}, {"total", count(all)}});
  }

  void tell_missing() {
    const auto missing = static_cast<std::size_t>(std::count_if(plan_.marks.begin(), plan_.marks.end(), [](const Mark& mark) { return !mark.value; }));
    if (missing == 0) return;
    const std::string category = speech_.forms.plural(static_cast<std::int64_t>(missing), 0);
    if (!text_.empty()) text_ += ' ';
    text_ += definition::fill(speech_.words.plural("graph.missing", category), {{"number", count(missing)}});
  }

  const Plan& plan_;
  const Speech& speech_;
  std::string text_;
};

}  // namespace

std::vector<Movement> movements_of(const Input& input) {
  std::vector<Movement> found;
  if (!is_ordered(input)) return found;
  std::map<std::pair<std::string, std::string>, std::size_t> places;
  for (const Datum& datum : input.rows) {
    if (!datum.value) continue;
    const auto [place, fresh] = places.try_emplace({datum.panel, datum.series}, found.size());
    if (fresh) found.push_back({name_of(datum), &datum, &datum});
    Movement& one = found[place->second];
    const bool numbers = datum.at && one.first->at && one.last->at;
    if (numbers && *datum.at < *one.first->at) one.first = &datum;
    if (!numbers || *datum.at >= *one.last->at) one.last = &datum;
  }
  std::erase_if(found, [](const Movement& one) { return one.first == one.last; });
  return found;
}

std::string comparison_of(const Plan& plan, const Speech& speech) { return Comparer(plan, speech).run(); }

}  // namespace tilstand::graph
