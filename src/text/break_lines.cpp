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
    const Length shrink = style_.align == Align::justified ? spaces(from, to) / 5 : Length{};
    return natural_width(from, to) - shrink <= measure_;
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
  double shortfall(std::uint32_t from, std::uint32_t to) const { return static_cast<double>((measure_ - natural_width(from, to)).units); }

  double justified(std::uint32_t from, std::uint32_t to) const {
    const double room = shortfall(from, to), space = static_cast<double>(spaces(from, to).units);
    if (space == 0) return room == 0 ? 0 : 1000;
    const double ratio = room >= 0 ? room / (space / 3) : room / (space / 5);
    return std::min(100 * std::pow(std::fabs(ratio), 3), 1e5);
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

/// Finds the cheapest predecessor of `to` among breakpoints `first` to `to`; moves `first` past those that can reach no further.
Node cheapest(const Costs& costs, const std::vector<Node>& nodes, std::int64_t& first, std::uint32_t to) {
  Node best;
  while (first < static_cast<std::int64_t>(to) && !costs.fits(first < 0 ? none : static_cast<std::uint32_t>(first), to)) ++first;
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

std::vector<Node> search(const Paragraph& paragraph, const Costs& costs) {
  std::vector<Node> nodes(paragraph.breaks.size());
  std::int64_t first = -1;  // the oldest start that a line can still reach from; −1 is the paragraph's start
  for (std::uint32_t to = 0; to < nodes.size(); ++to) {
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
