// SPDX-License-Identifier: Apache-2.0
#include "content/tree.hpp"

namespace tilstand::content {
namespace {

constexpr const char* kinds[] = {"document", "part", "section", "paragraph", "list", "item", "note", "side-note", "figure", "table", "tiles",
                                 "tile", "key-figures", "key-figure", "group", "panel", "toc", "entry", "page",
                                 "image", "quote", "anchor", "index", "index-list", "index-entry"};

std::string words_of(const std::vector<Inline>& inlines, const std::vector<data::Figure>& figures) {
  std::string text;
  for (const Inline& one : inlines) {
    if (one.kind == Inline::Kind::line_break) text += " / ";
    if (one.kind == Inline::Kind::note_mark) text += "(note " + std::to_string(one.target.value) + ")";
    if (one.kind == Inline::Kind::trend_mark) text += "(mark) ";
    if (one.kind == Inline::Kind::chart) text += "(chart: " + one.text + ")";
    if (one.kind != Inline::Kind::chart) text += one.text;
    if (one.kind == Inline::Kind::anchor) text += "(" + std::to_string(one.target.value) + ")";
    if (one.kind == Inline::Kind::page_range) text += " (pages of " + std::to_string(one.target.value) + ")";
    if (one.kind == Inline::Kind::page_list) text += " (pages of " + std::to_string(one.uses.size()) + " uses)";
    if (one.kind == Inline::Kind::page_reference) text += " (page of " + std::to_string(one.target.value) + ")";
    if (one.figure && one.figure.value < figures.size()) text += "[" + figures[one.figure.value].name + "]";
  }
  return text;
}

/// The words of one node.
struct Said {
  const std::vector<data::Figure>& figures;

  std::string operator()(const Part& part) const { return part.master + " | " + part.title; }
  std::string operator()(const Paragraph& one) const {
    std::string text = one.style;
    if (one.heading_level > 0) text += " h" + std::to_string(one.heading_level);
    if (one.artifact) text += " artifact";
    return text + " | " + words_of(one.inlines, figures);
  }
  std::string operator()(const ListItem& item) const { return item.label; }
  std::string operator()(const Figure& one) const { return std::to_string(one.number) + " " + one.title + " | " + one.plan.description; }
  std::string operator()(const Table& table) const {
    std::string text = std::to_string(table.number) + " " + table.title + " | " + std::to_string(table.row_count()) + " rows";
    if (table.plain) return text + ", plain";
    for (const auto& level : table.over) text += "\n    over" + cells_of(level);
    for (const Table::Row& row : table.rows) text += "\n    " + cells_of(row.cells);
    for (const Table::Row& row : table.foot) text += "\n    foot" + cells_of(row.cells);
    if (!table.carried.sums.empty()) text += "\n    " + std::to_string(table.carried.sums.size()) + " sums carried";
    return text;
  }
  std::string cells_of(const std::vector<Cell>& cells) const {
    std::string text;
    for (const Cell& cell : cells) {
      text += cell.covered ? " | [.]" : " |";
      for (const CellText& line : cell.lines) text += " " + words_of(line.inlines, figures);
      if (cell.spans()) text += " [" + std::to_string(cell.rows) + "x" + std::to_string(cell.columns) + "]";
    }
    return text;
  }
  std::string operator()(const Tile& tile) const {
    return words_of(tile.label, figures) + " | " + words_of(tile.value, figures) + " | " + words_of(tile.trend, figures) + " | " + words_of(tile.before, figures);
  }
  std::string operator()(const KeyFigure& one) const {
    return words_of(one.value, figures) + " | " + words_of(one.sentence, figures) + " | " + words_of(one.trend, figures);
  }
  std::string operator()(const Panel& panel) const { return panel.style.empty() ? panel.master : panel.master + "/" + panel.style; }
  std::string operator()(const Image& image) const {
    if (image.decorative) return "decorative";
    std::string text = std::to_string(image.number) + " " + image.title + " | " + image.alt;
    if (!image.caption.empty()) text += " | " + image.caption;
    return image.credit.empty() ? text : text + " | " + image.credit;
  }
  std::string operator()(const PageBreak& page) const { return page.master; }
  std::string operator()(const TocEntry& entry) const { return (entry.number.empty() ? "" : entry.number + " | ") + words_of(entry.title, figures) + " -> " + std::to_string(entry.target.value); }
  std::string operator()(const IndexEntry& entry) const {
    std::string text = entry.title;
    for (const IndexEntry::Place& place : entry.places) {
      text += " -> " + std::to_string(place.first.value);
      if (place.last != place.first) text += "–" + std::to_string(place.last.value);
    }
    return entry.see.empty() ? text : text + " | " + words_of(entry.see, figures);
  }
  template <class Other>
  std::string operator()(const Other&) const {
    return {};
  }
};

}  // namespace

std::string to_text(const Tree& tree, const std::vector<data::Figure>& figures) {
  std::string text;
  std::vector<int> depths(tree.nodes.size());
  for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
    const Node& node = tree.nodes[i];
    depths[i] = node.parent ? depths[node.parent.value] + 1 : 0;
    text += std::string(static_cast<std::size_t>(depths[i]) * 2, ' ') + std::to_string(i) + " " + kinds[node.body.index()];
    if (!node.name.empty()) text += " #" + node.name;
    const std::string said = std::visit(Said{figures}, node.body);
    if (!said.empty()) text += " " + said;
    text += "\n";
  }
  return text;
}

}  // namespace tilstand::content
