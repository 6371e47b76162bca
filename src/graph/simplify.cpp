// SPDX-License-Identifier: Apache-2.0
#include "graph/simplify.hpp"

#include <algorithm>
#include <cmath>
#include <queue>
#include <tuple>

namespace tilstand::graph {
namespace {

using drawing::Spot;

constexpr int rounds_with_borders = 4;  ///< then an outline of nothing but corners of others gives way

bool before(const Spot& a, const Spot& b) { return std::tie(a.x, a.y) < std::tie(b.x, b.y); }
bool same(const Spot& a, const Spot& b) { return a.x == b.x && a.y == b.y; }

/// The same from both sides, bit by bit: an outline and its neighbour run along a border in opposite directions.
double triangle(Spot a, const Spot& b, Spot c) {
  if (before(c, a)) std::swap(a, c);
  return std::abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)) / 2;
}

/// A point with its two neighbours, in order.
struct Passing {
  Spot at, low, high;
  std::size_t outline = 0, index = 0;
};

/// For each outline's points: whether outlines pass it in different ways, so that it must stay. Not `asked`: none must.
std::vector<std::vector<bool>> junctions(const std::vector<Outline*>& outlines, bool asked) {
  std::vector<std::vector<bool>> fixed;
  std::vector<Passing> passings;
  for (std::size_t i = 0; i < outlines.size(); ++i) {
    const Outline& outline = *outlines[i];
    fixed.emplace_back(outline.size(), false);
    for (std::size_t j = 0; asked && j < outline.size(); ++j) {
      Passing one{outline[j], outline[(j + outline.size() - 1) % outline.size()], outline[(j + 1) % outline.size()], i, j};
      if (before(one.high, one.low)) std::swap(one.low, one.high);
      passings.push_back(one);
    }
  }
  std::sort(passings.begin(), passings.end(), [](const Passing& a, const Passing& b) { return before(a.at, b.at); });
  for (std::size_t from = 0, to = 0; from < passings.size(); from = to) {
    bool parts = false;
    for (to = from; to < passings.size() && same(passings[to].at, passings[from].at); ++to)
      parts = parts || !same(passings[to].low, passings[from].low) || !same(passings[to].high, passings[from].high);
    for (std::size_t i = from; i < to; ++i) fixed[passings[i].outline][passings[i].index] = parts;
  }
  return fixed;
}

/// One outline as a ring of points that are still there.
class Thinning {
 public:
  Thinning(Outline& outline, const std::vector<bool>& fixed) : outline_(outline), fixed_(fixed), next_(outline.size()), last_(outline.size()), version_(outline.size(), 0) {
    const std::size_t count = outline.size();
    for (std::size_t i = 0; i < count; ++i) next_[i] = (i + 1) % count, last_[i] = (i + count - 1) % count;
  }

  std::size_t run(double area) {
    std::size_t left = outline_.size();
    for (std::size_t i = 0; i < outline_.size(); ++i) offer(i);
    while (!queue_.empty() && left > 3) {
      const Candidate one = queue_.top();
      if (one.area >= area) break;
      queue_.pop();
      if (one.version != version_[one.index]) continue;
      const std::size_t a = last_[one.index], b = next_[one.index];
      next_[a] = b, last_[b] = a;
      version_[one.index] = gone;
      --left;
      offer(a), offer(b);
    }
    const std::size_t taken = outline_.size() - left;
    Outline kept;
    for (std::size_t i = 0; i < outline_.size(); ++i)
      if (version_[i] != gone) kept.push_back(outline_[i]);
    outline_ = std::move(kept);
    return taken;
  }

 private:
  static constexpr unsigned gone = ~0u;
  struct Candidate {
    double area = 0;
    Spot at;
    std::size_t index = 0;
    unsigned version = 0;
    /// The least area is at the top; of equal ones that which stands first on the map, whichever way the outline runs.
    bool operator<(const Candidate& other) const { return std::tie(area, at.x, at.y) > std::tie(other.area, other.at.x, other.at.y); }
  };

  void offer(std::size_t i) {
    if (fixed_[i] || version_[i] == gone) return;
    queue_.push({triangle(outline_[last_[i]], outline_[i], outline_[next_[i]]), outline_[i], i, ++version_[i]});
  }

  Outline& outline_;
  const std::vector<bool>& fixed_;
  std::vector<std::size_t> next_, last_;
  std::vector<unsigned> version_;
  std::priority_queue<Candidate> queue_{};
};

}  // namespace

std::size_t simplify(std::vector<Outline*> outlines, double area, std::size_t most) {
  std::size_t taken = 0;
  for (int round = 0; round < 40; ++round, area *= 4) {
    const auto fixed = junctions(outlines, round < rounds_with_borders);
    std::size_t left = 0, least = 0;
    for (std::size_t i = 0; i < outlines.size(); ++i) {
      taken += Thinning(*outlines[i], fixed[i]).run(area);
      left += outlines[i]->size(), least += std::min<std::size_t>(outlines[i]->size(), 3);
    }
    if (left <= most || left == least) break;
  }
  return taken;
}

double doubled_area(const Outline& outline) {
  double sum = 0;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const Spot &a = outline[i], &b = outline[(i + 1) % outline.size()];
    sum += a.x * b.y - b.x * a.y;
  }
  return sum;
}

}  // namespace tilstand::graph
