// SPDX-License-Identifier: Apache-2.0
#include <set>
#include <utility>

#include "content/composer.hpp"
#include "content/inline_lists.hpp"

namespace tilstand::content {
namespace {

/// A figure's value of a year, where it is printed first.
struct ListedFigure {
  Printed printed;
  PrintedId id{};
  NodeId first{};
};

/// Finds what a report prints, each value of a figure once, in the order of first print.
class FigureFinder {
 public:
  FigureFinder(const Tree& tree, const data::Dataset& dataset) : tree_(tree), dataset_(dataset) {}

  std::vector<ListedFigure> run() {
    for (std::uint32_t i = 0; i < tree_.nodes.size(); ++i) {
      const Body& body = tree_.nodes[i].body;
      for (const std::vector<Inline>* list : inline_lists(body))
        for (const Inline& one : *list)
          for (const PrintedRange& range : one.printed) add(range.id, {i});
      if (const auto* figure = std::get_if<Figure>(&body)) plan(figure->plan, {i});
      if (const auto* tile = std::get_if<Tile>(&body)) plan(tile->scale, {i});
    }
    return std::move(found_);
  }

 private:
  void plan(const chart::Plan& plan, NodeId node) {
    for (const chart::Row& row : plan.input.rows)
      for (const chart::Row::Point& point : row.points) add(point.printed, node);
  }
  void add(PrintedId id, NodeId node) {
    if (!id) return;
    Printed printed = tree_.printed.at(id, dataset_);
    const bool value = printed.form == "value" || printed.form == "short" || printed.form == "number";
    if (!printed.figure || !value || printed.years.size() != 1) return;
    if (known_.insert({printed.figure, printed.years.front()}).second) found_.push_back({std::move(printed), id, node});
  }

  const Tree& tree_;
  const data::Dataset& dataset_;
  std::set<std::pair<FigureId, int>> known_;
  std::vector<ListedFigure> found_;
};

Cell words_cell(std::string text, const char* style, PrintedRanges printed = {}) {
  Inline one;
  one.text = std::move(text);
  one.printed = std::move(printed);
  return {{{style, {one}}}, std::nullopt};
}

Cell page_cell(NodeId node) {
  Inline page;
  page.kind = Inline::Kind::page_reference;
  page.target = node;
  return {{{"cell", {page}}}, std::nullopt};
}

}  // namespace

void Composer::figure_list(const definition::Block& source, const definition::FigureList& body, NodeId parent, Scope& scope) {
  Table table;
  table.title = printed(body.title, scope, &table.title_printed);
  table.style = resolved(source.style, scope);
  table.continued = true;
  if (!table.title.empty()) table.number = ++tables_;
  for (const definition::Text* head : {&body.head_figure, &body.head_year, &body.head_value, &body.head_cell, &body.head_page}) {
    table.columns.push_back({{}, head == &body.head_value ? definition::Column::Align::decimal : definition::Column::Align::left, head == &body.head_figure});
    table.head.push_back({{{"cell-head", inlines(*head, scope)}}, std::nullopt});
  }
  figure_lists_.push_back(add(parent, std::move(table), source, scope));
}

void Composer::finish_figure_lists() {
  if (figure_lists_.empty()) return;
  const std::vector<ListedFigure> found = FigureFinder(tree_, in_.dataset).run();
  for (const NodeId list : figure_lists_) {
    std::vector<Table::Row> rows;
    for (const ListedFigure& one : found) {
      const data::Figure& figure = in_.dataset.figures.at(one.printed.figure.value);
      std::string place;
      for (const data::Cell& cell : one.printed.cells) {
        if (!place.empty()) place += ", ";
        const std::string& file = sources_.name(cell.span.file);
        place += file.substr(file.rfind('/') + 1) + ":" + std::to_string(cell.span.begin.line) + ":" + std::to_string(cell.span.begin.column);
      }
      Table::Row row;
      row.cells.push_back(words_cell(figure.label, "cell"));
      row.cells.push_back(words_cell(std::to_string(one.printed.years.front()), "cell"));
      row.cells.push_back(words_cell(one.printed.text, "cell", whole_text(one.printed.text.size(), one.id)));
      row.cells.push_back(words_cell(std::move(place), "cell"));
      row.cells.push_back(page_cell(one.first));
      rows.push_back(std::move(row));
    }
    std::get<Table>(grower_.node(list).body).rows = std::move(rows);
  }
}

}  // namespace tilstand::content
