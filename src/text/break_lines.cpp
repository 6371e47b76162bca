// SPDX-License-Identifier: Apache-2.0
#include "text/break_lines.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tilstand::text {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double hyphen_demerits = 2500;         // a divided word costs as much as a line half a stretch short
constexpr double double_hyphen_demerits = 1e6;   // two in a row: only when nothing else can be set
constexpr double runt_demerits = 60000;          // a last line under a fifth of the measure
constexpr double line_demerits = 1;              // among equals the fewer lines
constexpr double least_fill = 0.75;              // of the measure, for a ragged line inside a paragraph
constexpr double worst = 1e5;                    // badness of a justified line
constexpr std::uint32_t none = 0xFFFFFFFF;

/// What the demerits of a line are counted from.
class Costs {
 public:
  Costs(const Paragraph& paragraph, const ParagraphStyle& style, Length measure) : paragraph_(paragraph), style_(style), measure_(measure) {}

  Length natural_width(std::uint32_t from, std::uint32_t to) const {
    const Breakpoint& end = paragraph_.breaks[to];
    return from == none ? end.end + style_.first_indent : end.end - paragraph_.breaks[from].start;
  }

  Length spaces(std::uint32_t from, std::uint32_t to) const {
    const Length start = from == none ? Length{} : paragraph_.breaks[from].start_spaces;
    return paragraph_.breaks[to].end_spaces - start;
  }

  bool fits(std::uint32_t from, std::uint32_t to) const {
    return natural_width(from, to) - shrink(spaces(from, to)) <= measure_;
  }

  /// What the end of a line at `to` takes at the least; a line from `from` can't be shorter than this less its start.
  Length least_end(std::uint32_t to) const { return paragraph_.breaks[to].end - shrink(paragraph_.breaks[to].end_spaces); }
  bool may_reach(std::uint32_t from, Length least_end) const {
    constexpr Length rounding{2};
    if (from == none) return least_end + style_.first_indent <= measure_ + rounding;
    const Breakpoint& start = paragraph_.breaks[from];
    return least_end - (start.start - shrink(start.start_spaces)) <= measure_ + rounding;
  }

  /// Infinite when the line does not fit.
  double line(std::uint32_t from, std::uint32_t to) const {
    if (!fits(from, to)) return infinite;
    const bool last = paragraph_.breaks[to].forced;
    const double badness = style_.align == Align::justified && !last ? justified(from, to) : ragged(from, to, last);
    double sum = line_demerits + (1 + badness) * (1 + badness);
    if (paragraph_.breaks[to].hyphen) {
      sum += hyphen_demerits;
      if (from != none && paragraph_.breaks[from].hyphen) sum += double_hyphen_demerits;
    }
    if (last && from != none && natural_width(from, to).units * 5 < measure_.units) sum += runt_demerits;
    return sum;
  }

 private:
  Length shrink(Length spaces) const { return style_.align == Align::justified ? spaces / 5 : Length{}; }
  double shortfall(std::uint32_t from, std::uint32_t to) const { return static_cast<double>((measure_ - natural_width(from, to)).units); }

  double justified(std::uint32_t from, std::uint32_t to) const {
    const double room = shortfall(from, to), space = static_cast<double>(spaces(from, to).units);
    if (space == 0) return room == 0 ? 0 : worst;  // can't be justified, and must not look better than a loose line
    const double ratio = room >= 0 ? room / (space / 3) : room / (space / 5);
    return std::min(100 * std::pow(std::fabs(ratio), 3), worst);
  }

  double ragged(std::uint32_t from, std::uint32_t to, bool last) const {
    if (last) return 0;
    const double part = shortfall(from, to) / static_cast<double>(std::max<std::int64_t>(measure_.units, 1));
    const double past_limit = std::max(0.0, part - (1 - least_fill));
    return 100 * (part / 0.15) * (part / 0.15) + 2000 * past_limit;
  }

  const Paragraph& paragraph_;
  const ParagraphStyle& style_;
  Length measure_;
};

/// The cheapest way to end a line at a breakpoint.
struct Node {
  double cost = infinite;
  std::uint32_t from = none;
  bool overfull = false;
};

/// Finds the cheapest predecessor of `to` among breakpoints `first` to `to`.
Node cheapest(const Costs& costs, const std::vector<Node>& nodes, std::int64_t first, std::uint32_t to) {
  Node best;
  for (std::int64_t at = first; at < static_cast<std::int64_t>(to); ++at) {
    const std::uint32_t from = at < 0 ? none : static_cast<std::uint32_t>(at);
    const Node before = from == none ? Node{0, none, false} : nodes[from];
    const double cost = before.cost + costs.line(from, to);
    if (cost < best.cost) best = {cost, from, before.overfull};
  }
  if (best.cost < infinite) return best;
  // Nothing fits: the piece up to here stands alone from the nearest break, and sticks out.
  const std::uint32_t from = to == 0 ? none : to - 1;
  const Node before = from == none ? Node{0, none, false} : nodes[from];
  return {before.cost + 1e9, from, true};
}

/// The least end of each breakpoint and those after it: a hyphen can make a line longer than the rest of its word would.
std::vector<Length> least_ends(const Paragraph& paragraph, const Costs& costs) {
  std::vector<Length> ends(paragraph.breaks.size());
  for (auto to = static_cast<std::uint32_t>(ends.size()); to-- > 0;) {
    ends[to] = costs.least_end(to);
    if (to + 1 < ends.size()) ends[to] = min(ends[to], ends[to + 1]);
  }
  return ends;
}

std::vector<Node> search(const Paragraph& paragraph, const Costs& costs) {
  const std::vector<Length> ends = least_ends(paragraph, costs);
  std::vector<Node> nodes(paragraph.breaks.size());
  std::int64_t first = -1;  // the oldest start that a line can still reach from; −1 is the paragraph's start
  for (std::uint32_t to = 0; to < nodes.size(); ++to) {
    while (first < static_cast<std::int64_t>(to) && !costs.may_reach(first < 0 ? none : static_cast<std::uint32_t>(first), ends[to])) ++first;
    nodes[to] = cheapest(costs, nodes, first, to);
    if (paragraph.breaks[to].forced) first = to;
  }
  return nodes;
}

Breaking trace(const std::vector<Node>& nodes) {
  Breaking breaking;
  if (nodes.empty()) return breaking;
  breaking.overfull = nodes.back().overfull;
  for (auto at = static_cast<std::uint32_t>(nodes.size() - 1); at != none; at = nodes[at].from) breaking.ends.push_back(at);
  std::reverse(breaking.ends.begin(), breaking.ends.end());
  return breaking;
}

Breaking first_fit(const Paragraph& paragraph, const Costs& costs) {
  Breaking breaking;
  std::uint32_t from = none;
  for (std::uint32_t to = 0; to < paragraph.breaks.size(); ++to) {
    const bool last_chance = paragraph.breaks[to].forced || to + 1 == paragraph.breaks.size() || !costs.fits(from, to + 1);
    if (!last_chance) continue;
    breaking.overfull = breaking.overfull || !costs.fits(from, to);
    breaking.ends.push_back(to);
    from = to;
  }
  return breaking;
}

Breaking total_fit(const Paragraph& paragraph, const ParagraphStyle& style, Length measure) {
  return trace(search(paragraph, Costs(paragraph, style, measure)));
}

}  // namespace

Breaking break_lines(const Paragraph& paragraph, const ParagraphStyle& style, Length measure) {
  if (paragraph.breaks.empty()) return {};
  if (!style.optimal) return first_fit(paragraph, Costs(paragraph, style, measure));
  Breaking breaking = total_fit(paragraph, style, measure);
  if (!style.balanced || breaking.overfull || breaking.ends.size() < 2) return breaking;
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

double demerits_of(const Paragraph& paragraph, const ParagraphStyle& style, Length measure, const std::vector<std::uint32_t>& ends) {
  const Costs costs(paragraph, style, measure);
  double sum = 0;
  std::uint32_t from = none;
  for (const std::uint32_t to : ends) {
    sum += costs.line(from, to);
    from = to;
  }
  return sum;
}

}  // namespace tilstand::text
