// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>
#include <string_view>

#include "diff/compare.hpp"
#include "manifest/align.hpp"
#include "manifest/blocks.hpp"

namespace tilstand::diff {
namespace {

using manifest::Gap;
using manifest::Manifest;
using manifest::Page;
using Digests = std::set<std::string_view>;

constexpr std::size_t most_cells = 1'000'000;  ///< of the table that pairs the pages of a gap
constexpr std::size_t most_words = 12;         ///< beginnings of blocks that are listed of a page

/// Finds which page of one gap became which.
class Pairing {
 public:
  Pairing(const Manifest& before, const Manifest& after) : before_(before), after_(after) {}

  /// Pairs by the blocks that two pages share and by their part, in order; others stay alone.
  std::vector<std::pair<std::size_t, std::size_t>> pairs(const Gap& gap) const {
    const std::size_t rows = gap.before.size(), columns = gap.after.size(), width = columns + 1;
    if ((rows + 1) > most_cells / width) return in_order(gap);
    std::vector<Digests> old_digests;
    for (std::size_t i = 0; i < rows; ++i) old_digests.push_back(digests_of(gap.before.begin + i));
    const auto likeness = [&](std::size_t i, std::size_t j) { return this->likeness(gap, i, j, old_digests[i]); };
    std::vector<int> best((rows + 1) * width);
    for (std::size_t i = rows; i-- > 0;)
      for (std::size_t j = columns; j-- > 0;)
        best[i * width + j] = std::max({likeness(i, j) + best[(i + 1) * width + j + 1], best[(i + 1) * width + j], best[i * width + j + 1]});
    std::vector<std::pair<std::size_t, std::size_t>> list;
    for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
      const int like = likeness(i, j), here = best[i * width + j];
      if (like > 0 && here == like + best[(i + 1) * width + j + 1]) list.emplace_back(i++, j++);
      else if (here == best[(i + 1) * width + j]) ++i;
      else ++j;
    }
    return list;
  }

 private:
  static std::vector<std::pair<std::size_t, std::size_t>> in_order(const Gap& gap) {
    std::vector<std::pair<std::size_t, std::size_t>> list;
    for (std::size_t at = 0; at < std::min(gap.before.size(), gap.after.size()); ++at) list.emplace_back(at, at);
    return list;
  }
  Digests digests_of(std::size_t old_page) const {
    Digests digests;
    for (const std::uint32_t block : before_.pages[old_page].blocks) digests.insert(before_.blocks[block].digest);
    return digests;
  }
  int likeness(const Gap& gap, std::size_t i, std::size_t j, const Digests& digests) const {
    const Page &old = before_.pages[gap.before.begin + i], &now = after_.pages[gap.after.begin + j];
    int shared = 0;
    for (const std::uint32_t block : now.blocks) shared += digests.contains(after_.blocks[block].digest) ? 1 : 0;
    return 2 * shared + (part_id(before_, old) == part_id(after_, now) ? 1 : 0) + (old.text == now.text ? 2 : 0);
  }
  static std::string part_id(const Manifest& side, const Page& page) { return page.part < side.parts.size() ? side.parts[page.part].id : std::string(); }

  const Manifest &before_, &after_;
};

std::string title_of(const Manifest& side, const Page& page) { return page.part < side.parts.size() ? side.parts[page.part].title : std::string(); }

SidePage side_page(const Manifest& side, std::size_t index) {
  return {static_cast<std::uint32_t>(index), side.pages[index].label, side.pages[index].left, {}, {}};
}

/// How the changed blocks of a page begin; rows are told by their table's page alone.
std::vector<std::string> words_of(const Manifest& after, const Page& page, const std::vector<bool>& changed) {
  std::vector<std::string> words;
  for (const std::uint32_t block : page.blocks)
    if (changed[block] && !after.blocks[block].words.empty() && words.size() < most_words) words.push_back(after.blocks[block].words);
  return words;
}

}  // namespace

std::vector<PageDifference> compare_pages(const Manifest& before, const Manifest& after) {
  const auto looks = [](const Manifest& side) {
    std::vector<std::string> list;
    for (const Page& page : side.pages) list.push_back(page.looks);
    return list;
  };
  const std::vector<bool> changed = manifest::changed_blocks(before.blocks, after.blocks);
  std::vector<PageDifference> list;
  const auto gone = [&](std::size_t at) { list.push_back({Kind::gone, side_page(before, at), {}, title_of(before, before.pages[at]), {}}); };
  const auto added = [&](std::size_t at) {
    list.push_back({Kind::added, {}, side_page(after, at), title_of(after, after.pages[at]), words_of(after, after.pages[at], changed)});
  };
  for (const Gap& gap : manifest::gaps(manifest::align(looks(before), looks(after)), before.pages.size(), after.pages.size())) {
    std::size_t i = gap.before.begin, j = gap.after.begin;
    for (const auto& [old, now] : Pairing(before, after).pairs(gap)) {
      while (i < gap.before.begin + old) gone(i++);
      while (j < gap.after.begin + now) added(j++);
      list.push_back({Kind::changed, side_page(before, i), side_page(after, j), title_of(after, after.pages[j]), words_of(after, after.pages[j], changed)});
      ++i, ++j;
    }
    while (i < gap.before.end) gone(i++);
    while (j < gap.after.end) added(j++);
  }
  return list;
}

}  // namespace tilstand::diff
