// SPDX-License-Identifier: Apache-2.0
#include "provenance/files.hpp"

#include <variant>

#include "content/inline_lists.hpp"

namespace tilstand::provenance {
namespace {

class Files {
 public:
  explicit Files(const Origins& origins) : origins_(origins) {}

  void node(const content::Node& node) {
    for (const std::vector<content::Inline>* list : content::inline_lists(node.body))
      for (const content::Inline& one : *list)
        for (const PrintedRange& range : one.printed) add(range.id);
    if (const auto* figure = std::get_if<content::Figure>(&node.body)) plan(figure->plan);
    if (const auto* tile = std::get_if<content::Tile>(&node.body)) plan(tile->scale);
    const auto* table = std::get_if<content::Table>(&node.body);
    if (table == nullptr) return;
    for (const content::Table::Row& row : table->rows)
      for (const content::Cell& cell : row.cells)
        if (cell.plan) plan(*cell.plan);
    // One row tells the files of all: they are rows of one table.
    for (std::size_t column = 0; table->plain && !table->plain->ends.empty() && column < table->plain->tells.size(); ++column)
      if (table->plain->tells[column] != content::PlainRows::Tells::words) add({table->plain->first.value + static_cast<std::uint32_t>(column)});
  }

  std::set<FileId> found;

 private:
  void plan(const chart::Plan& plan) {
    for (const chart::Row& row : plan.input.rows)
      for (const chart::Row::Point& point : row.points) add(point.printed);
    add(plan.input.count_printed);
    add(plan.input.total_printed);
  }
  void add(PrintedId id) {
    if (!id) return;
    const content::Printed printed = origins_.tree.printed.at(id, origins_.dataset);
    if (printed.form == content::literal_form) return;  // prose is no data
    for (const data::Cell& cell : printed.cells)
      if (cell.span.file) found.insert(cell.span.file);
  }

  const Origins& origins_;
};

}  // namespace

std::set<FileId> files_of(const content::Node& node, const Origins& origins) {
  Files files(origins);
  files.node(node);
  return std::move(files.found);
}

}  // namespace tilstand::provenance
