// SPDX-License-Identifier: Apache-2.0
#include "layout/page_ranges.hpp"

#include <algorithm>
#include <charconv>

#include "base/roman.hpp"
#include "content/inline_lists.hpp"

namespace tilstand::layout {
namespace {

int heading_level(const content::Tree& tree, NodeId id) {
  const auto* paragraph = std::get_if<content::Paragraph>(&tree[id].body);
  return paragraph == nullptr ? 0 : paragraph->heading_level;
}

/// The first id after all that stands below a node.
std::uint32_t end_below(const content::Tree& tree, NodeId id) {
  while (!tree[id].children.empty()) id = tree[id].children.back();
  return id.value + 1;
}

/// A heading rules what follows it up to the next one of its level.
std::uint32_t end_of(const content::Tree& tree, NodeId id) {
  const int level = heading_level(tree, id);
  if (level == 0) return end_below(tree, id);
  NodeId last = id;
  for (const NodeId sibling : tree[tree[id].parent].children) {
    if (!(id < sibling)) continue;
    const int other = heading_level(tree, sibling);
    if (other > 0 && other <= level) break;
    last = sibling;
  }
  return end_below(tree, last);
}

std::optional<std::uint32_t> arabic(const std::string& label) {
  std::uint32_t number = 0;
  const auto read = std::from_chars(label.data(), label.data() + label.size(), number);
  return read.ec == std::errc{} && read.ptr == label.data() + label.size() ? std::optional(number) : std::nullopt;
}

bool follows(const std::string& label, const std::string& next) {
  if (const auto number = arabic(label)) return arabic(next) == *number + 1;
  const auto number = from_roman(label);
  return number && from_roman(next) == *number + 1;
}

/// The pages of each place, overlapping ones joined.
std::vector<PageRun> joined(const Settled& settled, const std::vector<content::IndexEntry::Place>& places) {
  std::vector<PageRun> runs;
  for (const content::IndexEntry::Place& place : places) {
    const auto first = settled.places.find(place.first.value), last = settled.places.find(place.last.value);
    if (first == settled.places.end() || last == settled.places.end()) continue;
    runs.push_back({std::min(first->second.page, last->second.page), std::max(first->second.page, last->second.page), place.first});
  }
  std::stable_sort(runs.begin(), runs.end(), [](const PageRun& a, const PageRun& b) { return a.first < b.first; });
  std::vector<PageRun> whole;
  for (const PageRun& run : runs) {
    if (whole.empty() || run.first > whole.back().last) whole.push_back(run);
    else whole.back().last = std::max(whole.back().last, run.last);
  }
  return whole;
}

}  // namespace

Asked asked_of(const content::Tree& tree) {
  Asked asked;
  for (const content::Node& node : tree.nodes)
    for (const std::vector<content::Inline>* list : content::inline_lists(node.body))
      for (const content::Inline& piece : *list) {
        if (piece.kind == content::Inline::Kind::page_range) asked.ranges.push_back({piece.target.value, end_of(tree, piece.target)});
        asked.uses.insert(piece.uses.begin(), piece.uses.end());
      }
  return asked;
}

PageFinder::PageFinder(const Asked& asked, std::size_t nodes) : asked_(asked), last_(asked.ranges.empty() ? 0 : nodes) {}

void PageFinder::add(const Page& page) {
  if (last_.empty() && asked_.uses.empty()) return;
  for (const Placed& thing : page.items) {
    const Leaf& leaf = leaf_of(thing);
    if (leaf.part != Leaf::Part::artifact && leaf.node.value < last_.size()) last_[leaf.node.value] = page.index + 1;
    if (asked_.uses.empty()) continue;
    if (const auto* line = std::get_if<PlacedLine>(&thing))
      for (const text::GlyphRun& run : line->line.runs) note(run.printed, {page.index, leaf.node});
    if (const auto* drawing = std::get_if<PlacedDrawing>(&thing)) note(drawing->drawing, {page.index, leaf.node});
  }
}

void PageFinder::note(const drawing::Drawing& drawing, Settled::Use use) {
  for (const PrintedId id : drawing.drawn) note(id, use);
  for (const auto& item : drawing.items)
    if (const auto* label = std::get_if<drawing::Label>(&item))
      for (const text::GlyphRun& run : label->line.runs) note(run.printed, use);
}

void PageFinder::note(const PrintedRanges& printed, Settled::Use use) {
  for (const PrintedRange& range : printed) note(range.id, use);
}

void PageFinder::note(PrintedId id, Settled::Use use) {
  if (!asked_.uses.contains(id)) return;
  std::vector<Settled::Use>& uses = uses_[id.value];
  if (uses.empty() || uses.back().page != use.page) uses.push_back(use);
}

std::map<std::uint32_t, std::uint32_t> PageFinder::ends() const {
  std::map<std::uint32_t, std::uint32_t> ends;
  for (const Asked::Range& one : asked_.ranges) {
    const std::uint32_t last = *std::max_element(last_.begin() + one.node, last_.begin() + one.end);
    if (last > 0) ends[one.node] = last - 1;
  }
  return ends;
}

std::vector<PageRun> page_runs(const Settled& settled, const std::vector<content::IndexEntry::Place>& places) { return page_runs(settled, joined(settled, places)); }

std::vector<PageRun> page_runs(const Settled& settled, const std::vector<PageRun>& single) {
  const auto label = [&settled](std::uint32_t page) { return page < settled.labels.size() ? settled.labels[page] : std::string(); };
  std::vector<PageRun> runs;
  for (std::size_t i = 0; i < single.size();) {
    std::size_t end = i + 1;
    bool spans = single[i].first < single[i].last;
    for (; end < single.size() && single[end].first == single[end - 1].last + 1 && follows(label(single[end - 1].last), label(single[end].first)); ++end)
      spans = spans || single[end].first < single[end].last;
    if (spans || end - i > 2) runs.push_back({single[i].first, single[end - 1].last, single[i].target});
    else runs.insert(runs.end(), single.begin() + static_cast<std::ptrdiff_t>(i), single.begin() + static_cast<std::ptrdiff_t>(end));
    i = end;
  }
  return runs;
}

std::string range_words(const Config& config, std::uint32_t first, std::uint32_t last) {
  const std::vector<std::string>& labels = config.settled.labels;
  if (first >= labels.size() || last >= labels.size()) return "0";
  if (first == last) return labels[first];
  return definition::fill(config.in.words("range.pages"), {{"first", labels[first]}, {"last", labels[last]}});
}

std::string Config::page_range(NodeId target) const {
  const auto place = settled.places.find(target.value);
  if (place == settled.places.end()) return "0";
  const auto end = settled.ends.find(target.value);
  return range_words(*this, place->second.page, end == settled.ends.end() ? place->second.page : std::max(place->second.page, end->second));
}

std::vector<PageRun> page_runs(const Settled& settled, const std::vector<PrintedId>& uses) {
  std::map<std::uint32_t, NodeId> pages;
  for (const PrintedId id : uses) {
    const auto found = settled.uses.find(id.value);
    if (found == settled.uses.end()) continue;
    for (const Settled::Use& use : found->second) {
      const auto place = settled.places.find(use.node.value);
      NodeId& target = pages[use.page];
      if (!target && place != settled.places.end() && place->second.page == use.page) target = use.node;
    }
  }
  std::vector<PageRun> single;
  for (const auto& [page, target] : pages) single.push_back({page, page, target});
  return page_runs(settled, single);
}

}  // namespace tilstand::layout
