// SPDX-License-Identifier: Apache-2.0
#include "content/inline_lists.hpp"
#include "proof/proofreader.hpp"

namespace tilstand::proof {
namespace {

/// Marks the figures that a tree prints.
class Marker {
 public:
  explicit Marker(std::size_t figures) : used_(figures) {}

  void mark(FigureId figure) {
    if (figure && figure.value < used_.size()) used_[figure.value] = true;
  }
  void mark(const chart::Plan& plan) {
    for (const chart::Row& row : plan.input.rows) mark(row.figure);
  }
  void mark(const content::Body& body) {
    for (const auto* list : content::inline_lists(body))
      for (const content::Inline& one : *list) mark(one.figure);
    if (const auto* figure = std::get_if<content::Figure>(&body)) mark(figure->plan);
    if (const auto* tile = std::get_if<content::Tile>(&body)) mark(tile->scale);
    if (const auto* table = std::get_if<content::Table>(&body))
      for (const content::Table::Row& row : table->rows)
        for (const content::Cell& cell : row.cells)
          if (cell.plan) mark(*cell.plan);
  }
  /// What a printed figure was reckoned from is used too; inputs come before what is reckoned from them, or after.
  void mark_inputs(const std::vector<data::Figure>& figures) {
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < used_.size(); ++i)
      if (used_[i]) open.push_back(i);
    while (!open.empty()) {
      const data::Figure& figure = figures[open.back()];
      open.pop_back();
      for (const data::Observation& observation : figure.observations)
        for (const data::Input& input : observation.inputs) {
          if (used_[input.figure.value]) continue;
          used_[input.figure.value] = true;
          open.push_back(input.figure.value);
        }
    }
  }
  bool is_used(std::size_t figure) const { return used_[figure]; }

 private:
  std::vector<bool> used_;
};

}  // namespace

void check_unused(const content::Tree& tree, const data::Dataset& dataset, const Report& report) {
  Marker marker(dataset.figures.size());
  for (const content::Node& node : tree.nodes) marker.mark(node.body);
  marker.mark_inputs(dataset.figures);
  for (std::size_t i = 0; i < dataset.figures.size(); ++i)
    if (!marker.is_used(i))
      report({Severity::warning, "proof.unused-figure", "nothing in the report prints \"" + dataset.figures[i].name + "\"", dataset.figures[i].span, {},
              "bind it, or take it out of the data"});
}

}  // namespace tilstand::proof
