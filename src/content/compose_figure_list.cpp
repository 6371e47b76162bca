// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "content/composer.hpp"
#include "content/inline_lists.hpp"

namespace tilstand::content {
namespace {

/// A figure's value of a year, and its uses.
struct ListedFigure {
  Printed printed;
  std::vector<PrintedId> uses{};
};

/// Finds what a report prints, each value of a figure once: figures in the order of first print, years rising.
class FigureFinder {
 public:
  FigureFinder(const Tree& tree, const data::Dataset& dataset) : tree_(tree), dataset_(dataset) {}

  std::vector<ListedFigure> run() {
    for (const Node& node : tree_.nodes) {
      for (const std::vector<Inline>* list : inline_lists(node.body))
        for (const Inline& one : *list)
          for (const PrintedRange& range : one.printed) add(range.id);
      if (const auto* figure = std::get_if<Figure>(&node.body)) plan(figure->plan);
      if (const auto* tile = std::get_if<Tile>(&node.body)) plan(tile->scale);
      const auto* table = std::get_if<Table>(&node.body);
      for (std::size_t row = 0; table != nullptr && row < table->rows.size(); ++row)
        for (const Cell& cell : table->rows[row].cells)
          if (cell.plan) plan(*cell.plan);
    }
    std::erase_if(found_, [](const ListedFigure& one) { return one.printed.text.empty(); });
    std::stable_sort(found_.begin(), found_.end(), [this](const ListedFigure& a, const ListedFigure& b) {
      return std::pair(first_.at(a.printed.figure), a.printed.years) < std::pair(first_.at(b.printed.figure), b.printed.years);
    });
    return std::move(found_);
  }

 private:
  void plan(const chart::Plan& plan) {
    for (const chart::Row& row : plan.input.rows)
      for (const chart::Row::Point& point : row.points) add(point.printed);
  }
  void add(PrintedId id) {
    if (!id || !seen_.insert(id).second) return;
    Printed printed = tree_.printed.at(id, dataset_);
    const bool plain = printed.form == "value" || printed.form == "short" || printed.form == "number";
    if (!printed.figure || printed.years.size() != 1 || (!plain && printed.form != "words" && printed.form != "before")) return;
    const auto [place, fresh] = known_.try_emplace({printed.figure, printed.years.front()}, found_.size());
    if (fresh) found_.emplace_back();
    first_.try_emplace(printed.figure, first_.size());
    ListedFigure& one = found_[place->second];
    one.uses.push_back(id);
    if (plain && one.printed.text.empty()) one.printed = std::move(printed);
  }

  const Tree& tree_;
  const data::Dataset& dataset_;
  std::set<PrintedId> seen_;
  std::map<std::pair<FigureId, int>, std::size_t> known_;
  std::map<FigureId, std::size_t> first_;  ///< place of a figure in the order of first print
  std::vector<ListedFigure> found_;
};

Cell words_cell(std::string text, const char* style, PrintedRanges printed = {}) {
  Inline one;
  one.text = std::move(text);
  one.printed = std::move(printed);
  return {{{style, {one}}}, std::nullopt};
}

Cell page_cell(std::vector<PrintedId> uses) {
  Inline pages;
  pages.kind = Inline::Kind::page_list;
  pages.uses = std::move(uses);
  return {{{"cell", {pages}}}, std::nullopt};
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
    FigureId above{};
    for (const ListedFigure& one : found) {
      const data::Figure& figure = in_.dataset.figures.at(one.printed.figure.value);
      std::string place;
      for (const data::Cell& cell : one.printed.cells) {
        if (!place.empty()) place += ", ";
        place += place_text(cell.span, sources_, in_.data_folder);
      }
      const int year = one.printed.years.front();
      const auto known = std::find_if(figure.observations.begin(), figure.observations.end(), [year](const data::Observation& of) { return of.year == year; });
      const FigureValue then{&figure, static_cast<std::size_t>(known - figure.observations.begin())};
      const std::string year_words = std::to_string(year), value = forms_.short_form(then);
      PrintedRanges label;
      Table::Row row;
      row.starts_group = one.printed.figure != above;
      above = one.printed.figure;
      row.cells.push_back(words_cell(field(figure, "label", &label), "cell"));
      row.cells.back().lines.front().inlines.front().printed = std::move(label);
      row.cells.push_back(words_cell(year_words, "cell", evaluator_.printed(then, "year", year_words)));
      row.cells.push_back(words_cell(value, "cell", evaluator_.printed(then, "short", value)));
      row.cells.push_back(words_cell(std::move(place), "cell"));
      row.cells.push_back(page_cell(one.uses));
      rows.push_back(std::move(row));
    }
    std::get<Table>(grower_.node(list).body).rows = std::move(rows);
  }
}

}  // namespace tilstand::content
