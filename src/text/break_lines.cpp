// SPDX-License-Identifier: Apache-2.0
#include "text/break_lines.hpp"

#include <algorithm>

#include "text/line_costs.hpp"

namespace tilstand::text {
namespace {

constexpr std::uint32_t none = Costs::none;

/// The cheapest way to end a line at a breakpoint.
struct Node {
  double cost = Costs::infinite;
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
  if (best.cost < Costs::infinite) return best;
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

Breaking break_lines(const Paragraph& paragraph, const ParagraphStyle& style, const Measures& measures) {
  if (paragraph.breaks.empty()) return {};
  if (!measures.first.empty()) return break_beside(paragraph, style, measures);
  const Length measure = measures.rest;
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

double demerits_of(const Paragraph& paragraph, const ParagraphStyle& style, const Measures& measures, const std::vector<std::uint32_t>& ends) {
  double sum = 0;
  std::uint32_t from = none;
  for (std::size_t line = 0; line < ends.size(); ++line) {
    sum += Costs(paragraph, style, measures.of(line)).line(from, ends[line]);
    from = ends[line];
  }
  return sum;
}

}  // namespace tilstand::text
