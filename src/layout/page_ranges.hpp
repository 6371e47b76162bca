// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "layout/setter.hpp"

namespace tilstand::layout {

/// What a tree asks of its pages.
struct Asked {
  struct Range {
    std::uint32_t node = 0, end = 0;  ///< the nodes from `node` up to `end` are its matter: a part, a block, or a heading with what stands below it
  };
  std::vector<Range> ranges;          ///< whose pages are printed as a range
  std::set<PrintedId> uses;           ///< numbers whose pages are listed
};
Asked asked_of(const content::Tree& tree);

/// Finds in a round of layout what was asked. `asked` outlives it.
class PageFinder {
 public:
  PageFinder(const Asked& asked, std::size_t nodes);

  void add(const Page& page);
  /// The last page of each node, by NodeId::value; a node that nothing was placed of is left out.
  std::map<std::uint32_t, std::uint32_t> ends() const;
  /// The pages of each number, by PrintedId::value.
  std::map<std::uint32_t, std::vector<Settled::Use>> uses() const { return uses_; }

 private:
  void note(const PrintedRanges& printed, Settled::Use use);
  void note(PrintedId id, Settled::Use use);
  void note(const drawing::Drawing& drawing, Settled::Use use);

  const Asked& asked_;
  std::vector<std::uint32_t> last_;   ///< by node: its last page and one; 0: nowhere yet
  std::map<std::uint32_t, std::vector<Settled::Use>> uses_;
};

/// Pages that follow one another, and the place that a link to them leads to.
struct PageRun {
  std::uint32_t first = 0, last = 0;  ///< from 0
  NodeId target{};
};

/// The pages of an entry in order, each once. What spans pages, and three pages or more that follow one another, are one run;
/// pages whose numbers don't follow on are never joined.
std::vector<PageRun> page_runs(const Settled& settled, const std::vector<content::IndexEntry::Place>& places);

/// The same of single pages in order, each once.
std::vector<PageRun> page_runs(const Settled& settled, const std::vector<PageRun>& single);
/// The pages that print one of these numbers. A link leads to what prints it, when that begins on the page.
std::vector<PageRun> page_runs(const Settled& settled, const std::vector<PrintedId>& uses);

/// "12" or "12–14", by the words of the language.
std::string range_words(const Config& config, std::uint32_t first, std::uint32_t last);

}  // namespace tilstand::layout
