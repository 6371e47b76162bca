// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "layout/setter.hpp"

namespace tilstand::layout {

/// Finds the last page of each node that a range of pages is asked of: a part, a block, or a heading with what stands below it.
class EndFinder {
 public:
  explicit EndFinder(const content::Tree& tree);

  void add(const Page& page);
  /// By NodeId::value; a node that nothing was placed of is left out.
  std::map<std::uint32_t, std::uint32_t> found() const;

 private:
  struct Wanted {
    std::uint32_t node = 0, end = 0;  ///< the nodes from `node` up to `end` are its matter
  };
  std::vector<Wanted> wanted_;
  std::vector<std::uint32_t> last_;   ///< by node: its last page and one; 0: nowhere yet
};

/// Pages that follow one another, and the place that a link to them leads to.
struct PageRun {
  std::uint32_t first = 0, last = 0;  ///< from 0
  NodeId target{};
};

/// The pages of an entry in order, each once. What spans pages, and three pages or more that follow one another, are one run;
/// pages whose numbers don't follow on are never joined.
std::vector<PageRun> page_runs(const Settled& settled, const std::vector<content::IndexEntry::Place>& places);

/// "12" or "12–14", by the words of the language.
std::string range_words(const Config& config, std::uint32_t first, std::uint32_t last);

}  // namespace tilstand::layout
