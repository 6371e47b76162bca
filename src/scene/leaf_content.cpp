// SPDX-License-Identifier: Apache-2.0
#include "scene/leaf_content.hpp"

#include <algorithm>

#include "scene/table_heads.hpp"

namespace tilstand::scene {
namespace {

using content::Inline;
using layout::Leaf;
using Part = Leaf::Part;

const std::vector<Inline>* in_tile(const content::Tile& tile, Part part) {
  switch (part) {
    case Part::label: return &tile.label;
    case Part::value: return &tile.value;
    case Part::unit: return &tile.unit;
    case Part::trend: return &tile.trend;
    case Part::before: return &tile.before;
    case Part::source: return &tile.source;
    default: return nullptr;
  }
}

const std::vector<Inline>* in_key_figure(const content::KeyFigure& figure, Part part) {
  switch (part) {
    case Part::label: return &figure.label;
    case Part::value: return &figure.value;
    case Part::sentence: return &figure.sentence;
    case Part::trend: return &figure.trend;
    default: return nullptr;
  }
}

const std::vector<Inline>* in_table(const content::Table& table, const Leaf& leaf) {
  const content::Cell* cell = cell_of(table, leaf);
  const auto line = static_cast<std::size_t>(std::max<int>(leaf.line, 0));
  return cell != nullptr && line < cell->lines.size() ? &cell->lines[line].inlines : nullptr;
}

bool makes_element(const Inline& piece, const std::string& language) {
  if (piece.kind == Inline::Kind::anchor) return false;
  return piece.target || !piece.uri.empty() || (!piece.language.empty() && piece.language != language);
}

/// A caption that leads to the table of its chart's data, or from there to the chart.
bool leads_on(const content::Body& body) {
  if (const auto* figure = std::get_if<content::Figure>(&body)) return static_cast<bool>(figure->table);
  const auto* table = std::get_if<content::Table>(&body);
  return table != nullptr && table->figure;
}

}  // namespace

int rank_of(Part part) {
  switch (part) {
    case Part::caption: return 0;
    case Part::label: return 1;
    case Part::head_cell: return 2;
    case Part::cell: return 3;
    case Part::foot_cell: return 4;
    case Part::title: return 5;
    case Part::subtitle: return 6;
    case Part::value: return 7;
    case Part::unit: return 8;
    case Part::sentence: return 9;
    case Part::scale: return 10;
    case Part::whole: return 11;
    case Part::trend: return 12;
    case Part::before: return 13;
    case Part::side: return 14;
    case Part::page: return 15;
    case Part::source: return 16;
    case Part::artifact: return 17;
  }
  return 17;
}

ReadingKey reading_key(const Leaf& leaf) { return {leaf.node.value, rank_of(leaf.part), leaf.row, leaf.column, leaf.line}; }

const std::vector<Inline>* inlines_of(const content::Tree& tree, const Leaf& leaf) {
  const content::Body& body = tree[leaf.node].body;
  if (const auto* paragraph = std::get_if<content::Paragraph>(&body)) return &paragraph->inlines;
  if (const auto* tile = std::get_if<content::Tile>(&body)) return in_tile(*tile, leaf.part);
  if (const auto* figure = std::get_if<content::KeyFigure>(&body)) return in_key_figure(*figure, leaf.part);
  if (const auto* table = std::get_if<content::Table>(&body)) return in_table(*table, leaf);
  const auto* entry = std::get_if<content::TocEntry>(&body);
  if (entry != nullptr && leaf.part == Part::subtitle) return &entry->subtitle;
  if (entry != nullptr && leaf.part == Part::title) return &entry->title;
  return nullptr;
}

bool is_mixed(const content::Tree& tree, const Leaf& leaf) {
  if (leaf.part == Part::caption && leads_on(tree[leaf.node].body)) return true;
  if (std::holds_alternative<content::IndexEntry>(tree[leaf.node].body)) return true;
  if (std::holds_alternative<content::TocEntry>(tree[leaf.node].body) && (leaf.part == Part::title || leaf.part == Part::page)) return true;
  const std::vector<Inline>* inlines = inlines_of(tree, leaf);
  if (inlines == nullptr) return false;
  const std::string& language = tree.language_of(leaf.node);
  return std::any_of(inlines->begin(), inlines->end(), [&](const Inline& piece) { return makes_element(piece, language); });
}

const chart::Plan* plan_of(const content::Tree& tree, const Leaf& leaf) {
  const content::Body& body = tree[leaf.node].body;
  if (const auto* figure = std::get_if<content::Figure>(&body)) return &figure->plan;
  if (const auto* tile = std::get_if<content::Tile>(&body)) return &tile->scale;
  if (const auto* entry = std::get_if<content::TocEntry>(&body)) return entry->status ? &*entry->status : nullptr;
  const auto* table = std::get_if<content::Table>(&body);
  const content::Cell* cell = table != nullptr ? cell_of(*table, leaf) : nullptr;
  return cell != nullptr && cell->plan ? &*cell->plan : nullptr;
}

std::string title_of(const content::Tree& tree, NodeId id) {
  const content::Body& body = tree[id].body;
  if (const auto* part = std::get_if<content::Part>(&body)) return part->subtitle.empty() ? part->title : part->title + ": " + part->subtitle;
  if (const auto* figure = std::get_if<content::Figure>(&body)) return figure->title;
  if (const auto* table = std::get_if<content::Table>(&body)) return table->title;
  if (const auto* item = std::get_if<content::ListItem>(&body)) return item->wide_label ? item->label : std::string();
  if (const auto* entry = std::get_if<content::IndexEntry>(&body)) return entry->title;
  const auto* paragraph = std::get_if<content::Paragraph>(&body);
  return paragraph != nullptr && paragraph->heading_level > 0 ? plain_text(paragraph->inlines) : std::string();
}

std::string plain_text(const std::vector<Inline>& inlines) {
  std::string text;
  for (const Inline& piece : inlines) {
    if (piece.kind == Inline::Kind::text) text += piece.text;
    if (piece.kind == Inline::Kind::line_break && !text.empty() && text.back() != ' ') text += ' ';
  }
  const std::string soft_hyphen = "\u00AD";
  for (std::size_t at = text.find(soft_hyphen); at != std::string::npos; at = text.find(soft_hyphen, at)) text.erase(at, soft_hyphen.size());
  return text;
}

}  // namespace tilstand::scene
