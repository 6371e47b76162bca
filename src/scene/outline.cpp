// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "scene/build_scene.hpp"
#include "scene/leaf_content.hpp"

namespace tilstand::scene {
namespace {

/// The outline as it grows: a heading of a listed part stands below it.
struct Growing {
  const content::Tree& tree;
  const layout::Settled& settled;
  std::vector<OutlineEntry> entries;
  bool in_listed_part = false;

  void add(std::uint32_t node, int level, std::string title) {
    const auto place = settled.places.find(node);
    if (place == settled.places.end() || title.empty()) return;
    // A level may be at most one deeper than the one before (ISO 14289-1, 7.4.2, as for headings).
    const int deepest = entries.empty() ? 1 : entries.back().level + 1;
    entries.push_back({std::min(level, deepest), std::move(title), place->second.page, place->second.at, {node}});
  }
  void add_part(std::uint32_t node, const content::Part& part) {
    in_listed_part = part.listed;
    if (!part.listed) return;
    add(node, 1, title_of(tree, {node}));
  }
  void add_heading(std::uint32_t node, const content::Paragraph& heading) {
    if (!heading.listed || heading.heading_level <= 0) return;
    // The first level repeats the title of its part.
    if (in_listed_part && heading.heading_level == 1) return;
    add(node, in_listed_part ? std::max(2, heading.heading_level) : heading.heading_level, plain_text(heading.inlines));
  }
};

}  // namespace

std::vector<OutlineEntry> outline(const content::Tree& tree, const layout::Settled& settled) {
  Growing growing{tree, settled, {}, false};
  for (std::uint32_t id = 0; id < tree.nodes.size(); ++id) {
    const content::Body& body = tree.nodes[id].body;
    if (const auto* part = std::get_if<content::Part>(&body)) growing.add_part(id, *part);
    if (const auto* paragraph = std::get_if<content::Paragraph>(&body)) growing.add_heading(id, *paragraph);
  }
  return std::move(growing.entries);
}

}  // namespace tilstand::scene
