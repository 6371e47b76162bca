// SPDX-License-Identifier: Apache-2.0
#include "diff/words.hpp"

#include <array>

namespace tilstand::diff {
namespace {

constexpr std::array<const char*, 3> kinds{"changed", "added", "gone"};

template <class Item>
std::string summary(const std::vector<Item>& items) {
  std::array<std::size_t, 3> counts{};
  for (const Item& item : items) ++counts[static_cast<std::size_t>(item.kind)];
  std::string text;
  for (std::size_t kind = 0; kind < counts.size(); ++kind)
    if (counts[kind] > 0) text += (text.empty() ? "" : ", ") + std::to_string(counts[kind]) + " " + kinds[kind];
  return text;
}

}  // namespace

const char* word_of(Kind kind) { return kinds[static_cast<std::size_t>(kind)]; }
std::string summary_of(const Section& section) { return summary(section.entries); }
std::string summary_of(const std::vector<PageDifference>& pages) { return summary(pages); }

}  // namespace tilstand::diff
