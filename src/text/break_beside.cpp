// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "text/break_lines.hpp"
#include "text/line_costs.hpp"

namespace tilstand::text {
namespace {

constexpr std::uint32_t none = Costs::none;
constexpr double overfull_demerits = 1e9;

/// The cheapest way to end a certain line at a breakpoint.
struct Node {
  double cost = Costs::infinite;
  std::uint32_t from = none;
  std::size_t from_layer = 0;
  bool overfull = false;
};

/// A layer for each line of its own measure, and one for all that come after.
class Search {
 public:
  Search(const Paragraph& paragraph, const ParagraphStyle& style, const Measures& measures) : paragraph_(paragraph) {
    for (std::size_t line = 0; line <= measures.first.size(); ++line) costs_.emplace_back(paragraph, style, measures.of(line));
    layers_.assign(costs_.size(), std::vector<Node>(paragraph.breaks.size()));
  }

  Breaking run() {
    std::int64_t first = -1;
    for (std::uint32_t to = 0; to < paragraph_.breaks.size(); ++to) {
      for (std::size_t layer = 0; layer < layers_.size(); ++layer) layers_[layer][to] = cheapest(layer, first, to);
      if (paragraph_.breaks[to].forced) first = to;
    }
    return trace();
  }

 private:
  /// What a line of `layer` that begins at `from` comes after; a line's own layer only when many lines share it.
  void consider(Node& best, std::size_t layer, std::uint32_t from, double demerits, bool overfull) const {
    if (from == none) {
      if (layer == 0 && demerits < best.cost) best = {demerits, none, 0, overfull};
      return;
    }
    const bool shared = layer + 1 == layers_.size();
    for (std::size_t before = layer == 0 ? layer : layer - 1; before <= layer; ++before) {
      if (before == layer && !shared) continue;
      const Node& node = layers_[before][from];
      if (node.cost + demerits < best.cost) best = {node.cost + demerits, from, before, node.overfull || overfull};
    }
  }

  Node cheapest(std::size_t layer, std::int64_t first, std::uint32_t to) const {
    Node best;
    const Costs& costs = costs_[layer];
    for (std::int64_t at = std::int64_t{to} - 1; at >= first; --at) {
      const std::uint32_t from = at < 0 ? none : static_cast<std::uint32_t>(at);
      if (!costs.may_reach(from, costs.least_end(to))) break;
      if (costs.fits(from, to)) consider(best, layer, from, costs.line(from, to), false);
    }
    if (best.cost == Costs::infinite) consider(best, layer, to == 0 ? none : to - 1, overfull_demerits, true);
    return best;
  }

  Breaking trace() const {
    Breaking breaking;
    std::size_t layer = 0;
    for (std::size_t other = 1; other < layers_.size(); ++other)
      if (layers_[other].back().cost < layers_[layer].back().cost) layer = other;
    breaking.overfull = layers_[layer].back().overfull;
    for (auto at = static_cast<std::uint32_t>(paragraph_.breaks.size() - 1); at != none;) {
      breaking.ends.push_back(at);
      const Node& node = layers_[layer][at];
      at = node.from;
      layer = node.from_layer;
    }
    std::reverse(breaking.ends.begin(), breaking.ends.end());
    return breaking;
  }

  const Paragraph& paragraph_;
  std::vector<Costs> costs_;
  std::vector<std::vector<Node>> layers_;
};

}  // namespace

Breaking break_beside(const Paragraph& paragraph, const ParagraphStyle& style, const Measures& measures) {
  if (paragraph.breaks.empty()) return {};
  return Search(paragraph, style, measures).run();
}

}  // namespace tilstand::text
