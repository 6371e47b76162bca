// SPDX-License-Identifier: Apache-2.0
#include "manifest/blocks.hpp"

#include <string>
#include <string_view>

#include "base/utf8.hpp"
#include "manifest/align.hpp"
#include "manifest/short_digest.hpp"

namespace tilstand::manifest {
namespace {

/// Of a block's first words.
constexpr std::size_t most_letters = 60;

/// What a block says, as text to digest; `words` is what a reader sees of it first.
struct Said {
  std::string kind, text, words;
};

std::string words_of(const std::vector<content::Inline>& inlines) {
  using Kind = content::Inline::Kind;
  std::string words;
  for (const content::Inline& one : inlines) {
    if (one.kind == Kind::text) words += one.text;
    if (one.kind == Kind::line_break) words += ' ';
  }
  return words;
}

/// The words with what else a reader meets in them: emphasis, languages, marks and where links lead.
std::string meaning_of(const content::Tree& tree, const std::vector<content::Inline>& inlines) {
  std::string text;
  for (const content::Inline& one : inlines) {
    text += "\x1f" + std::to_string(static_cast<int>(one.kind)) + (one.strong ? "s" : "") + (one.emphasis ? "e" : "") + one.language + "\x1f" + one.text + "\x1f" + one.uri;
    if (one.target && one.target.value < tree.nodes.size()) text += "\x1f" + tree[one.target].name;
  }
  return text;
}

class Speaker {
 public:
  Speaker(const content::Tree& tree, const picture::Library& pictures) : tree_(tree), pictures_(pictures) {}

  Said operator()(const content::Paragraph& one) const {
    if (one.inlines.empty()) return {};
    return {one.heading_level > 0 ? "heading" : "paragraph", std::to_string(one.heading_level) + meaning(one.inlines), words_of(one.inlines)};
  }
  Said operator()(const content::ListItem& one) const { return one.wide_label ? Said{"label", one.label, one.label} : Said{}; }
  Said operator()(const content::Figure& one) const {
    const std::string& told = one.plan.description;
    return {"figure", one.title + "\x1f" + one.unit + "\x1f" + one.source + "\x1f" + told, one.title.empty() ? told : one.title};
  }
  Said operator()(const content::Table& one) const {
    std::string text = one.title + "\x1f" + one.note;
    for (const auto& level : one.over) text += cells(level);
    text += cells(one.head);
    for (const content::Table::Row& row : one.foot) text += cells(row.cells);
    if (one.row_count() > most_rows)
      for (std::size_t row = 0; row < one.row_count(); ++row) text += short_digest(this->row(one, row));
    return {"table", text, one.title};
  }
  Said operator()(const content::Tile& one) const {
    return {"tile", meaning(one.label) + meaning(one.value) + meaning(one.unit) + meaning(one.trend) + meaning(one.before) + meaning(one.source) + one.scale.description,
            words_of(one.value) + " " + words_of(one.label)};
  }
  Said operator()(const content::KeyFigure& one) const {
    return {"key-figure", meaning(one.value) + meaning(one.sentence) + meaning(one.trend) + meaning(one.label), words_of(one.value) + " " + words_of(one.sentence)};
  }
  Said operator()(const content::Image& one) const {
    const std::string sum = one.picture && one.picture.value < pictures_.pictures.size() ? pictures_[one.picture].sha256 : std::string();
    return {"image", sum + "\x1f" + one.alt + "\x1f" + one.title + "\x1f" + one.caption + "\x1f" + one.credit, one.title.empty() ? one.alt : one.title};
  }
  template <class Other>
  Said operator()(const Other&) const {
    return {};
  }

  /// A body row of a table.
  std::string row(const content::Table& table, std::size_t row) const {
    if (!table.plain) return cells(table.rows[row].cells);
    const content::PlainRows& plain = *table.plain;
    const std::size_t columns = table.columns.size();
    std::string text;
    for (std::size_t cell = row * columns; cell < (row + 1) * columns; ++cell) {
      const std::size_t begin = cell == 0 ? 0 : plain.ends[cell - 1];
      text += "\x1e" + plain.bytes.substr(begin, plain.ends[cell] - begin);
    }
    return text;
  }

 private:
  std::string meaning(const std::vector<content::Inline>& inlines) const { return meaning_of(tree_, inlines) + "\x1e"; }
  std::string cells(const std::vector<content::Cell>& list) const {
    std::string text;
    for (const content::Cell& cell : list) {
      text += "\x1e" + std::to_string(cell.columns) + "x" + std::to_string(cell.rows);
      for (const content::CellText& line : cell.lines) text += meaning(line.inlines);
      if (cell.plan) text += cell.plan->description;
    }
    return text;
  }

  const content::Tree& tree_;
  const picture::Library& pictures_;
};

/// The first letters of a text, without hyphens that show only where a word is divided.
std::string beginning_of(std::string_view text) {
  std::string words;
  std::size_t letters = 0;
  for (const char32_t letter : decode_utf8(text)) {
    if (letter == U'\u00AD') continue;
    if (++letters > most_letters) return words + "…";
    append_utf8(words, letter < 0x20 ? U' ' : letter);
  }
  return words;
}

}  // namespace

Blocks::Blocks(const content::Tree& tree, const picture::Library& pictures) : tree_(tree), firsts_(tree.nodes.size(), none) {
  std::vector<std::uint32_t> parts(tree.nodes.size(), Page::no_part);
  std::vector<std::string> sums;
  for (std::uint32_t at = 0; at < tree.nodes.size(); ++at) {
    const content::Node& node = tree.nodes[at];
    if (node.parent) parts[at] = parts[node.parent.value];
    if (const auto* part = std::get_if<content::Part>(&node.body)) {
      parts[at] = static_cast<std::uint32_t>(parts_.size());
      parts_.push_back({node.name, part->title + (part->subtitle.empty() ? "" : ": " + part->subtitle), {}, 0, 0});
      part_nodes_.push_back({at});
      sums.push_back(parts_.back().title);
    }
    add({at}, parts[at], pictures);
  }
  for (const Block& block : blocks_)
    if (block.part < sums.size()) sums[block.part] += block.kind + block.digest;
  for (std::size_t part = 0; part < parts_.size(); ++part) parts_[part].digest = short_digest(sums[part]);
}

void Blocks::add(NodeId node, std::uint32_t part, const picture::Library& pictures) {
  const Speaker speaker(tree_, pictures);
  const Said said = std::visit(speaker, tree_[node].body);
  if (said.kind.empty()) return;
  firsts_[node.value] = static_cast<std::uint32_t>(blocks_.size());
  blocks_.push_back({said.kind, part, short_digest(said.text), beginning_of(said.words)});
  const auto* table = std::get_if<content::Table>(&tree_[node].body);
  if (table == nullptr || table->row_count() > most_rows) return;
  for (std::size_t row = 0; row < table->row_count(); ++row) blocks_.push_back({"row", part, short_digest(speaker.row(*table, row)), {}});
}

std::optional<std::uint32_t> Blocks::of(const layout::Leaf& leaf) const {
  if (leaf.part == layout::Leaf::Part::artifact || !leaf.node || leaf.node.value >= firsts_.size()) return std::nullopt;
  const std::uint32_t first = firsts_[leaf.node.value];
  if (first == none) return std::nullopt;
  const auto* table = std::get_if<content::Table>(&tree_[leaf.node].body);
  if (table == nullptr || leaf.part != layout::Leaf::Part::cell || leaf.row < 0 || table->row_count() > most_rows) return first;
  return first + 1 + static_cast<std::uint32_t>(leaf.row);
}

std::uint32_t Blocks::part_of(NodeId part) const {
  for (std::size_t at = 0; at < part_nodes_.size(); ++at)
    if (part_nodes_[at] == part) return static_cast<std::uint32_t>(at);
  return Page::no_part;
}

std::vector<bool> changed_blocks(const std::vector<Block>& before, const std::vector<Block>& after) {
  const auto keys = [](const std::vector<Block>& blocks) {
    std::vector<std::string> list;
    for (const Block& block : blocks) list.push_back(block.kind + block.digest);
    return list;
  };
  std::vector<bool> changed(after.size(), true);
  for (const auto& [old, now] : align(keys(before), keys(after))) changed[now] = false;
  return changed;
}

}  // namespace tilstand::manifest
