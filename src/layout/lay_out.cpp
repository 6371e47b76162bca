// SPDX-License-Identifier: Apache-2.0
#include "layout/lay_out.hpp"

#include <algorithm>

#include "content/inline_lists.hpp"
#include "layout/check_rules.hpp"
#include "layout/driver.hpp"
#include "layout/page_ranges.hpp"

namespace tilstand::layout {
namespace {

using content::Inline;

bool refers(const std::vector<Inline>& inlines) {
  return std::any_of(inlines.begin(), inlines.end(), [](const Inline& piece) {
    return piece.kind == Inline::Kind::page_reference || piece.kind == Inline::Kind::page_range || piece.kind == Inline::Kind::page_list;
  });
}

bool depends_on_pages(const content::Tree& tree) {
  return std::any_of(tree.nodes.begin(), tree.nodes.end(), [](const content::Node& node) {
    if (std::holds_alternative<content::Toc>(node.body) || std::holds_alternative<content::Index>(node.body)) return true;
    const auto lists = content::inline_lists(node.body);
    return std::any_of(lists.begin(), lists.end(), [](const std::vector<Inline>* list) { return refers(*list); });
  });
}

/// The first node with a name whose page still moves, else the first whose place does.
NodeId first_unsettled(const content::Tree& tree, const Settled& a, const Settled& b) {
  NodeId first = NodeId::none();
  for (const auto& [node, place] : b.places) {
    const auto before = a.places.find(node);
    const bool known = before != a.places.end();
    if (known && before->second == place) continue;
    if ((!known || before->second.page != place.page) && !tree[{node}].name.empty()) return {node};
    if (!first) first = {node};
  }
  for (const auto& [node, page] : b.ends)
    if (const auto before = a.ends.find(node); !first && (before == a.ends.end() || before->second != page)) first = {node};
  return first ? first : NodeId{0};
}

void report_unsettled(const content::Tree& tree, NodeId id, Diagnostics& diagnostics) {
  const content::Node& node = tree[id];
  const std::string name = node.name.empty() ? "node " + std::to_string(id.value) : "\"" + node.name + "\"";
  diagnostics.error("layout.unsettled", "the page of " + name + " does not settle in five rounds", node.span,
                    "a page reference that changes its own page, perhaps; move it or reword it");
}

Settled one_round(const Inputs& inputs, const Settled& settled, const Asked& asked, const PageSink& sink, Diagnostics& diagnostics) {
  const Config config(inputs, settled);
  Reports reports(diagnostics);
  RuleChecker rules(inputs, diagnostics);
  PageFinder finder(asked, inputs.tree.nodes.size());
  const PageSink checked = [&](Page&& page) {
    rules.add(page);
    finder.add(page);
    sink(std::move(page));
  };
  Settled found = Driver(config, reports, checked).run();
  rules.finish();
  found.ends = finder.ends();
  found.uses = finder.uses();
  return found;
}

constexpr std::size_t most_kept = 400;  // pages

/// One round whose pages are kept while they are not too many.
Settled keep_round(const Inputs& inputs, const Settled& settled, const Asked& asked, Kept& kept) {
  kept = Kept{{}, {}, true};
  const PageSink keep = [&kept](Page&& page) {
    kept.complete = kept.complete && kept.pages.size() < most_kept;
    if (kept.complete) kept.pages.push_back(std::move(page));
    else kept.pages.clear();
  };
  return one_round(inputs, settled, asked, keep, kept.said);
}

}  // namespace

Settled lay_out_once(const Inputs& inputs, const Settled& settled, const PageSink& sink, Diagnostics& diagnostics) {
  return one_round(inputs, settled, asked_of(inputs.tree), sink, diagnostics);
}

Settled settle(const Inputs& inputs, Kept& kept, Diagnostics& diagnostics) {
  constexpr int most_rounds = 5;
  const Asked asked = asked_of(inputs.tree);
  Settled settled;
  const bool depends = depends_on_pages(inputs.tree) || inputs.theme.note_numbers == definition::NoteNumbers::page;
  for (int round = 0; round < most_rounds; ++round) {
    Settled found = keep_round(inputs, settled, asked, kept);
    const bool same = found == settled;
    if (round == most_rounds - 1 && !same) report_unsettled(inputs.tree, first_unsettled(inputs.tree, settled, found), diagnostics);
    settled = std::move(found);
    if (same || !depends) break;
    kept.complete = false;
  }
  return settled;
}

}  // namespace tilstand::layout
