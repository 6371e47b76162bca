// SPDX-License-Identifier: Apache-2.0
#include "content/source_list.hpp"

#include <algorithm>
#include <map>

#include "content/inline_lists.hpp"

namespace tilstand::content {
namespace {

class UseFinder {
 public:
  UseFinder(const Tree& tree, const std::vector<data::Figure>& figures, const definition::Words& words)
      : tree_(tree), figures_(figures), words_(words) {}

  void node(NodeId id) {
    const Node& node = tree_[id];
    if (const auto* part = std::get_if<Part>(&node.body)) part_ = part->title;
    if (const auto* figure = std::get_if<Figure>(&node.body)) shown(id, *figure);
    if (const auto* tile = std::get_if<Tile>(&node.body)) rows(id, tile->scale, part_);
    const auto* table = std::get_if<Table>(&node.body);
    const std::string name = table != nullptr && table->number > 0 ? words_("ref.table") + "\u00A0" + std::to_string(table->number) : part_;
    for (const std::vector<Inline>* list : inline_lists(node.body))
      for (const Inline& one : *list)
        if (one.figure) use(id, one.figure, name);
  }

  struct Found {
    FigureId figure{};
    std::vector<SourceUse> uses;
  };
  std::map<std::string, Found> found;

 private:
  void shown(NodeId id, const Figure& figure) {
    const std::string name = figure.number > 0 ? words_("ref.figure") + "\u00A0" + std::to_string(figure.number) : part_;
    rows(id, figure.plan, name);
  }
  void rows(NodeId id, const chart::Plan& plan, const std::string& name) {
    for (const chart::Row& row : plan.input.rows) use(id, row.figure, name);
  }
  void use(NodeId id, FigureId figure, const std::string& name) {
    if (!figure || figure.value >= figures_.size() || figures_[figure.value].source.empty() || name.empty()) return;
    Found& source = found[figures_[figure.value].source];
    if (!source.figure) source.figure = figure;
    std::vector<SourceUse>& uses = source.uses;
    const bool known = std::any_of(uses.begin(), uses.end(), [&name](const SourceUse& one) { return one.name == name; });
    if (!known) uses.push_back({id, name});
  }

  const Tree& tree_;
  const std::vector<data::Figure>& figures_;
  const definition::Words& words_;
  std::string part_;
};

}  // namespace

std::vector<SourceEntry> sources_of(const Tree& tree, const std::vector<data::Figure>& figures, const std::vector<NodeId>& left_out,
                                    const definition::Words& words, const locale::Collation& collation) {
  UseFinder finder(tree, figures, words);
  for (std::uint32_t i = 0; i < tree.nodes.size(); ++i)
    if (std::find(left_out.begin(), left_out.end(), NodeId{i}) == left_out.end()) finder.node({i});
  std::vector<SourceEntry> entries;
  for (auto& [source, one] : finder.found) entries.push_back({source, one.figure, std::move(one.uses)});
  std::sort(entries.begin(), entries.end(), [&collation](const SourceEntry& a, const SourceEntry& b) { return collation.before(a.source, b.source); });
  return entries;
}

}  // namespace tilstand::content
