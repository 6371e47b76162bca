// SPDX-License-Identifier: Apache-2.0
#include "layout/lay_out.hpp"

#include <algorithm>

#include "layout/check_rules.hpp"
#include "layout/driver.hpp"

namespace tilstand::layout {
namespace {

using content::Inline;

bool refers(const std::vector<Inline>& inlines) {
  return std::any_of(inlines.begin(), inlines.end(), [](const Inline& piece) { return piece.kind == Inline::Kind::page_reference; });
}

bool refers(const content::Cell& cell) {
  return std::any_of(cell.lines.begin(), cell.lines.end(), [](const content::CellText& line) { return refers(line.inlines); });
}

bool refers(const content::Table& table) {
  const auto in_cells = [](const std::vector<content::Cell>& cells) {
    return std::any_of(cells.begin(), cells.end(), [](const content::Cell& cell) { return refers(cell); });
  };
  const auto in_rows = [&](const std::vector<content::Table::Row>& rows) {
    return std::any_of(rows.begin(), rows.end(), [&](const content::Table::Row& row) { return in_cells(row.cells); });
  };
  return in_cells(table.head) || std::any_of(table.over.begin(), table.over.end(), in_cells) || in_rows(table.rows) || in_rows(table.foot);
}

/// Whether the layout of a node depends on page numbers.
struct DependsOnPages {
  bool operator()(const content::Toc&) const { return true; }
  bool operator()(const content::Paragraph& paragraph) const { return refers(paragraph.inlines); }
  bool operator()(const content::Table& table) const { return refers(table); }
  bool operator()(const content::Tile& tile) const {
    return refers(tile.label) || refers(tile.unit) || refers(tile.trend) || refers(tile.before) || refers(tile.source);
  }
  bool operator()(const content::KeyFigure& figure) const {
    return refers(figure.value) || refers(figure.sentence) || refers(figure.trend) || refers(figure.label);
  }
  template <class Other>
  bool operator()(const Other&) const { return false; }
};

bool depends_on_pages(const content::Tree& tree) {
  return std::any_of(tree.nodes.begin(), tree.nodes.end(), [](const content::Node& node) { return std::visit(DependsOnPages{}, node.body); });
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
  return first ? first : NodeId{0};
}

void report_unsettled(const content::Tree& tree, NodeId id, Diagnostics& diagnostics) {
  const content::Node& node = tree[id];
  const std::string name = node.name.empty() ? "node " + std::to_string(id.value) : "\"" + node.name + "\"";
  diagnostics.error("layout.unsettled", "the page of " + name + " does not settle in five rounds", node.span,
                    "a page reference that changes its own page, perhaps; move it or reword it");
}

}  // namespace

Settled lay_out_once(const Inputs& inputs, const Settled& settled, const PageSink& sink, Diagnostics& diagnostics) {
  const Config config(inputs, settled);
  Reports reports(diagnostics);
  RuleChecker rules(inputs, diagnostics);
  const PageSink checked = [&](Page&& page) {
    rules.add(page);
    sink(std::move(page));
  };
  Settled found = Driver(config, reports, checked).run();
  rules.finish();
  return found;
}

namespace {

constexpr std::size_t most_kept = 500;  // pages

/// One round whose pages are kept while they are not too many.
Settled keep_round(const Inputs& inputs, const Settled& settled, Kept& kept) {
  kept = Kept{{}, {}, true};
  const PageSink keep = [&kept](Page&& page) {
    kept.complete = kept.complete && kept.pages.size() < most_kept;
    if (kept.complete) kept.pages.push_back(std::move(page));
    else kept.pages.clear();
  };
  return lay_out_once(inputs, settled, keep, kept.said);
}

}  // namespace

Settled settle(const Inputs& inputs, Kept& kept, Diagnostics& diagnostics) {
  constexpr int most_rounds = 5;
  Settled settled;
  const bool depends = depends_on_pages(inputs.tree) || inputs.theme.note_numbers == definition::NoteNumbers::page;
  for (int round = 0; round < most_rounds; ++round) {
    Settled found = keep_round(inputs, settled, kept);
    const bool same = found == settled;
    if (round == most_rounds - 1 && !same) report_unsettled(inputs.tree, first_unsettled(inputs.tree, settled, found), diagnostics);
    settled = std::move(found);
    if (same || !depends) break;
    kept.complete = false;
  }
  return settled;
}

}  // namespace tilstand::layout
