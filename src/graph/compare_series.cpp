// SPDX-License-Identifier: Apache-2.0
// Sentences that compare: how each series moved, who is ahead at the end, what goes with what.
#include <algorithm>
#include <cmath>

#include "graph/plan_parts.hpp"

namespace tilstand::graph {
namespace {

constexpr std::size_t most_told = 8;     // series; more are counted
constexpr double weakest_relation = 0.3; // a correlation below it is called none (Cohen 1988, "medium")
constexpr std::size_t fewest_points = 5;

using Slots = std::map<std::string, std::string>;

/// A series from its first to its last value.
struct Run {
  std::string name;
  const Mark *first = nullptr, *last = nullptr;
  std::size_t panel = 0;
};

/// True for charts whose base has an order, so that its ends are a beginning and an end.
bool is_ordered(const Plan& plan) {
  switch (plan.input.kind) {
    case Kind::line:
    case Kind::area:
    case Kind::slope: return true;
    case Kind::column:
    case Kind::dot:
    case Kind::lollipop: return std::all_of(plan.input.rows.begin(), plan.input.rows.end(), [](const Datum& datum) { return datum.at.has_value(); });
    default: return false;
  }
}

class Comparer {
 public:
  Comparer(const Plan& plan, const Speech& speech) : plan_(plan), speech_(speech) {}

  std::string run() {
    if (is_ordered(plan_)) {
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

  std::string name_of(const Mark& mark) const {
    std::string name = plan_.panels[mark.panel];
    const std::string& series = plan_.series[mark.series].name;
    if (!series.empty() && series != name) name += (name.empty() ? "" : ", ") + series;
    return name.empty() ? speech_.forms.capitalised(plan_.input.value.label) : name;
  }

  /// Marks stand by panel and series, so each run is a stretch of them.
  std::vector<Run> runs() const {
    std::vector<Run> found;
    const Mark* before = nullptr;
    for (const Mark& mark : plan_.marks) {
      if (before == nullptr || before->panel != mark.panel || before->series != mark.series) found.push_back({name_of(mark), nullptr, nullptr, mark.panel});
      before = &mark;
      if (!mark.value) continue;
      Run& run = found.back();
      if (run.first == nullptr) run.first = &mark;
      run.last = &mark;
    }
    std::erase_if(found, [](const Run& run) { return run.first == run.last; });
    return found;
  }

  static int direction(const Run& run) { return (*run.last->value > *run.first->value) - (*run.last->value < *run.first->value); }

  void tell_trends() {
    const std::vector<Run> all = runs();
    if (all.size() > most_told) {
      const auto moving = [&](int way) { return count(static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [way](const Run& run) { return direction(run) == way; }))); };
      return add("graph.trend.counts", {{"count", count(all.size())}, {"up", moving(1)}, {"down", moving(-1)}, {"same", moving(0)}});
    }
    for (const Run& run : all) {
      const char* key = direction(run) > 0 ? "graph.trend.up" : direction(run) < 0 ? "graph.trend.down" : "graph.trend.same";
      add(key, {{"name", run.name}, {"first", said(*run.first->value)}, {"first-place", base_of(*run.first)}, {"last", said(*run.last->value)}, {"last-place", base_of(*run.last)}});
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

std::string comparison_of(const Plan& plan, const Speech& speech) { return Comparer(plan, speech).run(); }

}  // namespace tilstand::graph
