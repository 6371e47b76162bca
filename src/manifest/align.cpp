// SPDX-License-Identifier: Apache-2.0
#include "manifest/align.hpp"

#include <algorithm>
#include <cstdint>
#include <map>

namespace tilstand::manifest {
namespace {

using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

constexpr std::size_t most_cells = 4'000'000;  ///< of the table of an exact search: 16 MB

/// Finds the pairs of ever smaller stretches.
class Aligner {
 public:
  Aligner(std::vector<std::uint32_t> before, std::vector<std::uint32_t> after) : before_(std::move(before)), after_(std::move(after)) {}

  Pairs run() {
    waiting_.push_back({{0, before_.size()}, {0, after_.size()}});
    while (!waiting_.empty()) {
      const Gap gap = waiting_.back();
      waiting_.pop_back();
      settle(gap);
    }
    std::sort(pairs_.begin(), pairs_.end());
    return std::move(pairs_);
  }

 private:
  void settle(Gap gap) {
    while (gap.before.size() > 0 && gap.after.size() > 0 && before_[gap.before.begin] == after_[gap.after.begin])
      pairs_.emplace_back(gap.before.begin++, gap.after.begin++);
    while (gap.before.size() > 0 && gap.after.size() > 0 && before_[gap.before.end - 1] == after_[gap.after.end - 1])
      pairs_.emplace_back(--gap.before.end, --gap.after.end);
    if (gap.before.size() == 0 || gap.after.size() == 0) return;
    if ((gap.before.size() + 1) <= most_cells / (gap.after.size() + 1)) return search(gap);
    divide(gap);
  }

  /// The exact search: lengths of the longest common subsequences of all pairs of ends.
  void search(const Gap& gap) {
    const std::size_t rows = gap.before.size(), columns = gap.after.size(), width = columns + 1;
    std::vector<std::uint32_t> longest((rows + 1) * width);
    for (std::size_t i = rows; i-- > 0;)
      for (std::size_t j = columns; j-- > 0;)
        longest[i * width + j] = same(gap, i, j) ? longest[(i + 1) * width + j + 1] + 1 : std::max(longest[(i + 1) * width + j], longest[i * width + j + 1]);
    for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
      if (same(gap, i, j)) pairs_.emplace_back(gap.before.begin + i++, gap.after.begin + j++);
      else if (longest[(i + 1) * width + j] >= longest[i * width + j + 1]) ++i;
      else ++j;
    }
  }
  bool same(const Gap& gap, std::size_t i, std::size_t j) const { return before_[gap.before.begin + i] == after_[gap.after.begin + j]; }

  /// What occurs once on both sides holds the rest in place ("patience"); without any the stretch stays unpaired.
  void divide(const Gap& gap) {
    const Pairs chain = longest_chain(unique_pairs(gap));
    if (chain.empty()) return;
    Gap part{{gap.before.begin, 0}, {gap.after.begin, 0}};
    for (const auto& [i, j] : chain) {
      part.before.end = i;
      part.after.end = j;
      waiting_.push_back(part);
      pairs_.emplace_back(i, j);
      part = {{i + 1, 0}, {j + 1, 0}};
    }
    part.before.end = gap.before.end;
    part.after.end = gap.after.end;
    waiting_.push_back(part);
  }

  Pairs unique_pairs(const Gap& gap) const {
    struct Seen {
      std::size_t before = 0, after = 0, at_before = 0, at_after = 0;
    };
    std::map<std::uint32_t, Seen> seen;
    for (std::size_t i = gap.before.begin; i < gap.before.end; ++i) {
      Seen& one = seen[before_[i]];
      ++one.before;
      one.at_before = i;
    }
    for (std::size_t j = gap.after.begin; j < gap.after.end; ++j) {
      Seen& one = seen[after_[j]];
      ++one.after;
      one.at_after = j;
    }
    Pairs unique;
    for (const auto& [word, one] : seen)
      if (one.before == 1 && one.after == 1) unique.emplace_back(one.at_before, one.at_after);
    std::sort(unique.begin(), unique.end());
    return unique;
  }

  /// The longest of the chains that rise on both sides.
  static Pairs longest_chain(const Pairs& pairs) {
    std::vector<std::size_t> ends;                        // by length: the pair whose second place is least
    std::vector<std::size_t> previous(pairs.size(), pairs.size());
    for (std::size_t at = 0; at < pairs.size(); ++at) {
      const auto place = std::lower_bound(ends.begin(), ends.end(), pairs[at].second, [&](std::size_t one, std::size_t second) { return pairs[one].second < second; });
      if (place != ends.begin()) previous[at] = *(place - 1);
      if (place == ends.end()) ends.push_back(at);
      else *place = at;
    }
    Pairs chain;
    for (std::size_t at = ends.empty() ? pairs.size() : ends.back(); at < pairs.size(); at = previous[at]) chain.push_back(pairs[at]);
    std::reverse(chain.begin(), chain.end());
    return chain;
  }

  std::vector<std::uint32_t> before_, after_;
  std::vector<Gap> waiting_;
  Pairs pairs_;
};

}  // namespace

Pairs align(const std::vector<std::string>& before, const std::vector<std::string>& after) {
  std::map<std::string, std::uint32_t> numbers;
  const auto numbered = [&](const std::vector<std::string>& words) {
    std::vector<std::uint32_t> list;
    for (const std::string& word : words) list.push_back(numbers.emplace(word, static_cast<std::uint32_t>(numbers.size())).first->second);
    return list;
  };
  std::vector<std::uint32_t> first = numbered(before), second = numbered(after);
  return Aligner(std::move(first), std::move(second)).run();
}

std::vector<Gap> gaps(const Pairs& pairs, std::size_t before, std::size_t after) {
  std::vector<Gap> list;
  Gap gap;
  const auto close = [&](std::size_t i, std::size_t j) {
    gap.before.end = i;
    gap.after.end = j;
    if (gap.before.size() > 0 || gap.after.size() > 0) list.push_back(gap);
    gap = {{i + 1, 0}, {j + 1, 0}};
  };
  for (const auto& [i, j] : pairs) close(i, j);
  close(before, after);
  return list;
}

}  // namespace tilstand::manifest
