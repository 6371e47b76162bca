// SPDX-License-Identifier: Apache-2.0
#include "text/break_lines.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>

namespace tilstand::text {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double hyphen_demerits = 2500;         // a divided word costs as much as a line half a stretch short
constexpr double row_demerits = 3000;            // a divided line after another one, within the style's limit
constexpr double many_hyphens_demerits = 1e11;   // past the limit: only when nothing else can be set, be a line ever so loose
constexpr double last_hyphen_demerits = 2500;    // a divided word before the last line
constexpr double fitness_demerits = 5000;        // a tight line next to a loose one
constexpr double runt_demerits = 60000;          // a last line that is too short
constexpr double line_demerits = 1;              // among equals the fewer lines
constexpr double least_fill = 0.75;              // of the measure, for a ragged line inside a paragraph
constexpr double worst = 1e5;                    // badness of a justified line
constexpr double overfull_demerits = 1e9;
constexpr std::uint32_t least_characters = 12;   // of a last line, unless it fills a third of the measure
constexpr std::uint32_t none = 0xFFFFFFFF;
constexpr Length rounding{4};

enum class Fitness : std::uint8_t { tight, normal, loose, very_loose };

/// What the lines up to a line's end mean for those after it.
struct State {
  std::uint32_t at = none;  ///< breakpoint where the line ended; none: the paragraph's start
  int lines = 0;            ///< set so far, counted only while they differ in their indent
  int hyphens = 0;          ///< divided lines in a row, up to the limit
  Fitness fitness = Fitness::normal;
  bool same_future(const State& other) const { return lines == other.lines && hyphens == other.hyphens && fitness == other.fitness; }
};

/// A line's own price, whatever stands before it.
struct Price {
  double demerits = infinite;
  Fitness fitness = Fitness::normal;
};

/// What the demerits of a line are counted from.
class Costs {
 public:
  Costs(const Paragraph& paragraph, const ParagraphStyle& style, const Measures& measures) : paragraph_(paragraph), style_(style), measures_(measures), widest_(measures.rest) {
    for (const Length one : measures.first) widest_ = max(widest_, one);
  }

  /// Lines from this number on are all alike.
  int distinct_lines() const { return std::max({style_.hang_lines, static_cast<int>(measures_.first.size()), 1}); }
  Length measure(const State& from) const { return measures_.of(static_cast<std::size_t>(from.lines)); }
  Length indent(int line) const {
    return (line == 0 ? style_.first_indent : Length{}) + (line < style_.hang_lines ? style_.hang_indent : Length{});
  }

  bool fits(const State& from, std::uint32_t to) const {
    const Length width = natural_width(from, to), space = spaces(from, to);
    return width - shrink(space, width - indent(from.lines) - space) <= measure(from);
  }

  /// What the end of a line at `to` takes at the least; a line from `from` can't be shorter than this less its start.
  Length least_end(std::uint32_t to) const {
    const Breakpoint& end = paragraph_.breaks[to];
    return end.end - shrink(end.end_spaces, end.end - end.end_spaces);
  }
  bool may_reach(std::uint32_t from, Length least_end) const {
    if (from == none) return least_end <= widest_ + rounding;
    const Breakpoint& start = paragraph_.breaks[from];
    return least_end - (start.start - shrink(start.start_spaces, start.start - start.start_spaces)) <= widest_ + rounding;
  }

  /// Infinite when the line does not fit. Of `from` only the place and the number of lines matter.
  Price price(const State& from, std::uint32_t to) const {
    if (!fits(from, to)) return {};
    const Breakpoint& end = paragraph_.breaks[to];
    Price price;
    double badness = 0;
    if (style_.align == Align::justified && (!end.forced || natural_width(from, to) > measure(from))) {  // a last line is no wider than the others
      const double ratio = stretch_ratio(from, to);
      badness = std::min(100 * std::pow(std::fabs(ratio), 3), worst);
      price.fitness = ratio < -0.5 ? Fitness::tight : ratio <= 0.5 ? Fitness::normal : ratio <= 1 ? Fitness::loose : Fitness::very_loose;
    } else if (!end.forced) {
      badness = ragged(from, to);
    }
    price.demerits = line_demerits + (1 + badness) * (1 + badness);
    if (end.hyphen) price.demerits += hyphen_demerits * end.weight * style_.hyphen_penalty / 100;
    if (end.forced && from.at != none && is_runt(from, to)) price.demerits += runt_demerits;
    return price;
  }

  /// What it adds that this line follows that one, and the state after it.
  double follow(const State& from, const Price& price, std::uint32_t to, State& after) const {
    const Breakpoint& end = paragraph_.breaks[to];
    const bool after_divided = from.at != none && paragraph_.breaks[from.at].divides;
    after = {to, std::min(from.lines + 1, distinct_lines()), 0, price.fitness};
    double demerits = 0;
    if (std::abs(static_cast<int>(from.fitness) - static_cast<int>(price.fitness)) > 1) demerits += fitness_demerits;
    if (end.forced && after_divided) demerits += last_hyphen_demerits;
    if (!end.divides) return demerits;
    if (from.hyphens >= style_.most_hyphens) demerits += many_hyphens_demerits;
    else if (from.hyphens > 0) demerits += row_demerits;
    after.hyphens = std::min(from.hyphens + 1, style_.most_hyphens);
    return demerits;
  }

 private:
  Length natural_width(const State& from, std::uint32_t to) const {
    const Length start = from.at == none ? Length{} : paragraph_.breaks[from.at].start;
    return paragraph_.breaks[to].end - start + indent(from.lines);
  }

  Length spaces(const State& from, std::uint32_t to) const {
    const Length start = from.at == none ? Length{} : paragraph_.breaks[from.at].start_spaces;
    return paragraph_.breaks[to].end_spaces - start;
  }

  Length shrink(Length spaces, Length letters) const {
    return style_.align == Align::justified && spaces.units > 0 ? most_shrink(style_, spaces, letters) : Length{};
  }

  /// 1: all that the line may stretch by, −1: all that it may shrink by.
  double stretch_ratio(const State& from, std::uint32_t to) const {
    const Length width = natural_width(from, to), space = spaces(from, to), rest = measure(from) - width;
    if (space.units <= 0) return rest.units == 0 ? 0 : worst;  // can't be justified, and must not look better than a loose line
    const Length letters = width - indent(from.lines) - space;
    const Length most = rest.units >= 0 ? most_stretch(style_, space, letters) : most_shrink(style_, space, letters);
    return static_cast<double>(rest.units) / static_cast<double>(std::max<std::int64_t>(most.units, 1));
  }

  double ragged(const State& from, std::uint32_t to) const {
    const double room = static_cast<double>((measure(from) - natural_width(from, to)).units);
    const double part = room / static_cast<double>(std::max<std::int64_t>(measure(from).units, 1));
    const double past_limit = std::max(0.0, part - (1 - least_fill));
    return 100 * (part / 0.15) * (part / 0.15) + 2000 * past_limit;
  }

  bool is_runt(const State& from, std::uint32_t to) const {
    const Length width = natural_width(from, to);
    if (width.units * 100 < measure(from).units * style_.last_line) return true;
    if (style_.last_line == 0 || width * 3 >= measure(from)) return false;
    const Breakpoint& start = paragraph_.breaks[from.at];
    const std::uint32_t begin = start.next == start.piece ? start.offset : paragraph_.pieces[start.next].begin;
    std::uint32_t characters = 0;
    for (std::uint32_t at = begin; at < paragraph_.breaks[to].offset && characters < least_characters; ++at)
      if ((static_cast<unsigned char>(paragraph_.text[at]) & 0xC0) != 0x80) ++characters;
    return characters < least_characters;
  }

  const Paragraph& paragraph_;
  const ParagraphStyle& style_;
  const Measures& measures_;
  Length widest_;
};

/// The cheapest way to come to a state.
struct Node {
  State state;
  double cost = 0;
  std::uint32_t from = none;  ///< node before; none: the paragraph's start
  bool overfull = false;
};

/// The least end of each breakpoint and those after it: a hyphen can make a line longer than the rest of its word would.
std::vector<Length> least_ends(const Paragraph& paragraph, const Costs& costs) {
  std::vector<Length> ends(paragraph.breaks.size());
  for (auto to = static_cast<std::uint32_t>(ends.size()); to-- > 0;) {
    ends[to] = costs.least_end(to);
    if (to + 1 < ends.size()) ends[to] = min(ends[to], ends[to + 1]);
  }
  return ends;
}

/// Nodes by breakpoint, ascending. The first one is the paragraph's start; breakpoint i has the nodes from `begins[i + 1]` on.
class Search {
 public:
  Search(const Paragraph& paragraph, const Costs& costs) : paragraph_(paragraph), costs_(costs) {}

  Breaking run() {
    nodes_.push_back({});
    begins_.push_back(0);
    const std::vector<Length> ends = least_ends(paragraph_, costs_);
    std::size_t first = 0;  // the oldest start that a line can still reach from, as an index of `begins_`
    for (std::uint32_t to = 0; to < ends.size(); ++to) {
      while (first <= to && !costs_.may_reach(first == 0 ? none : static_cast<std::uint32_t>(first - 1), ends[to])) ++first;
      begins_.push_back(nodes_.size());
      for (std::size_t from = first <= to ? begins_[first] : begins_.back(); from < begins_.back(); ++from) extend(from, to);
      if (nodes_.size() == begins_.back()) stick_out(to);
      if (paragraph_.breaks[to].forced) first = to + 1;
    }
    return trace();
  }

 private:
  void extend(std::size_t from, std::uint32_t to) {
    const State before = nodes_[from].state;
    if (before.at != priced_from_ || to != priced_to_ || before.lines != priced_lines_) {
      price_ = costs_.price(before, to);
      priced_from_ = before.at, priced_to_ = to, priced_lines_ = before.lines;
    }
    if (price_.demerits == infinite) return;
    Node node;
    const double follow = costs_.follow(before, price_, to, node.state);
    node.cost = nodes_[from].cost + (price_.demerits + follow);
    node.from = static_cast<std::uint32_t>(from);
    node.overfull = nodes_[from].overfull;
    keep(node);
  }

  void keep(const Node& node) {
    for (std::size_t i = begins_.back(); i < nodes_.size(); ++i) {
      if (!nodes_[i].state.same_future(node.state)) continue;
      if (node.cost < nodes_[i].cost) nodes_[i] = node;
      return;
    }
    nodes_.push_back(node);
  }

  /// Nothing fits: the piece up to `to` stands alone from the nearest break, and sticks out.
  void stick_out(std::uint32_t to) {
    std::size_t best = begins_[to];
    for (std::size_t i = best; i < begins_[to + 1]; ++i)
      if (nodes_[i].cost < nodes_[best].cost) best = i;
    Node node;
    costs_.follow(nodes_[best].state, {}, to, node.state);
    node.cost = nodes_[best].cost + overfull_demerits;
    node.from = static_cast<std::uint32_t>(best);
    node.overfull = true;
    nodes_.push_back(node);
  }

  Breaking trace() const {
    std::size_t best = begins_.back();
    for (std::size_t i = best; i < nodes_.size(); ++i)
      if (nodes_[i].cost < nodes_[best].cost) best = i;
    Breaking breaking;
    breaking.overfull = nodes_[best].overfull;
    for (std::size_t at = best; at != 0; at = nodes_[at].from) breaking.ends.push_back(nodes_[at].state.at);
    std::reverse(breaking.ends.begin(), breaking.ends.end());
    return breaking;
  }

  const Paragraph& paragraph_;
  const Costs& costs_;
  std::vector<Node> nodes_;
  std::vector<std::size_t> begins_;
  Price price_;
  std::uint32_t priced_from_ = none, priced_to_ = none;
  int priced_lines_ = -1;
};

Breaking first_fit(const Paragraph& paragraph, const Costs& costs) {
  Breaking breaking;
  State from;
  for (std::uint32_t to = 0; to < paragraph.breaks.size(); ++to) {
    const bool last_chance = paragraph.breaks[to].forced || to + 1 == paragraph.breaks.size() || !costs.fits(from, to + 1);
    if (!last_chance) continue;
    breaking.overfull = breaking.overfull || !costs.fits(from, to);
    breaking.ends.push_back(to);
    from.at = to;
    ++from.lines;
  }
  return breaking;
}

Breaking total_fit(const Paragraph& paragraph, const ParagraphStyle& style, const Measures& measures) {
  const Costs costs(paragraph, style, measures);
  return Search(paragraph, costs).run();
}

}  // namespace

Breaking break_lines(const Paragraph& paragraph, const ParagraphStyle& style, const Measures& measures) {
  if (paragraph.breaks.empty()) return {};
  if (!style.optimal) return first_fit(paragraph, Costs(paragraph, style, measures));
  Breaking breaking = total_fit(paragraph, style, measures);
  if (!style.balanced || !measures.first.empty() || breaking.overfull || breaking.ends.size() < 2) return breaking;
  const Length measure = measures.rest;
  Length low = measure / 2, high = measure;  // the narrowest measure that takes no more lines
  while (high - low > pt(1)) {
    const Length middle = (low + high) / 2;
    const Breaking trial = total_fit(paragraph, style, middle);
    if (!trial.overfull && trial.ends.size() <= breaking.ends.size()) {
      breaking = trial;
      high = middle;
    } else {
      low = middle;
    }
  }
  return breaking;
}

double demerits_of(const Paragraph& paragraph, const ParagraphStyle& style, const Measures& measures, const std::vector<std::uint32_t>& ends) {
  const Costs costs(paragraph, style, measures);
  double sum = 0;
  State state;
  for (const std::uint32_t to : ends) {
    const Price price = costs.price(state, to);
    State after;
    const double follow = costs.follow(state, price, to, after);
    sum += price.demerits + follow;
    state = after;
  }
  return sum;
}

}  // namespace tilstand::text
