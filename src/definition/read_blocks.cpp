// SPDX-License-Identifier: Apache-2.0
#include "definition/read_blocks.hpp"

#include <algorithm>

namespace tilstand::definition {
namespace {

constexpr std::array<std::pair<std::string_view, Place>, 5> places{
    {{"here", Place::here}, {"foot", Place::foot}, {"top", Place::top}, {"page", Place::page}, {"margin", Place::margin}}};
constexpr std::array<std::pair<std::string_view, Wrap>, 3> wraps{{{"none", Wrap::none}, {"left", Wrap::left}, {"right", Wrap::right}}};
constexpr int most_columns = 48;

/// `text`'s loop is its own list of items unless the items have a table of their own.
void read_text_block(KeyReader& keys, Block& block) {
  TextBlock body;
  keys.text("text", body.text, Need::required);
  keys.boolean("artifact", body.artifact);
  const bool own_table = keys.has("items");
  body.items = read_loop_table(keys, "items");
  (own_table ? block.loop : body.items) = read_loop(keys);
  block.body = std::move(body);
}

/// A kind whose payload has no loop: the block itself is repeated.
template <auto read>
void repeated(KeyReader& keys, Block& block) {
  block.body = read(keys);
  block.loop = read_loop(keys);
}

template <auto read>
void with_own_loop(KeyReader& keys, Block& block) {
  block.body = read(keys);
}

struct Kind {
  std::string_view name;
  void (*read)(KeyReader& keys, Block& block);
};

constexpr Kind kinds[] = {
    {"heading", repeated<read_heading>},  {"text", read_text_block},
    {"prose", repeated<read_prose>},      {"facts", repeated<read_facts>},
    {"toc", repeated<read_toc>},          {"chart", with_own_loop<read_chart>},
    {"table", with_own_loop<read_table>}, {"tiles", with_own_loop<read_tiles>},
    {"group", repeated<read_group>},      {"key-figures", with_own_loop<read_key_figures>},
    {"panel", repeated<read_panel>},      {"page", repeated<read_page_break>},
    {"image", repeated<read_image>},      {"quote", repeated<read_pull_quote>},
    {"chart-data", repeated<+[](KeyReader&) { return ChartData{}; }>},
    {"list-of", repeated<read_list_of>},  {"glossary", with_own_loop<read_glossary>},
    {"index", repeated<+[](KeyReader&) { return Index{}; }>},
    {"sources", repeated<+[](KeyReader&) { return SourceList{}; }>},
    {"figure-list", repeated<read_figure_list>},
};

const Kind* find_kind(const Text& word, KeyReader& keys) {
  const auto found = std::find_if(std::begin(kinds), std::end(kinds), [&](const Kind& kind) { return kind.name == word.value; });
  if (found != std::end(kinds)) return found;
  std::vector<std::string> known;
  for (const Kind& kind : kinds) known.emplace_back(kind.name);
  keys.unknown_value(word, known);
  return nullptr;
}

/// What every kind of block may say. A table's `column` holds its columns, so its first column on the page has another key.
void read_common(KeyReader& keys, std::string_view kind, Block& block) {
  keys.text("id", block.id);
  keys.text("frame", block.frame);
  keys.text("style", block.style);
  keys.text("when", block.when);
  keys.choice("place", block.place, places);
  keys.length("at", block.at);
  keys.length("before", block.before);
  keys.length("after", block.after);
  keys.integer(kind == "table" ? "first-column" : "column", block.column, {1, most_columns});
  keys.integer("span", block.span, {1, most_columns});
  if (kind == "image" || kind == "chart" || kind == "quote") keys.choice("wrap", block.wrap, wraps);
}

}  // namespace

Loop read_loop(KeyReader& keys) {
  Loop loop;
  keys.text("repeat", loop.rows);
  keys.text("as", loop.as);
  keys.text("where", loop.where);
  if (loop.rows.empty() && (!loop.as.empty() || !loop.where.empty()))
    keys.error(loop.as.empty() ? "where" : "as", "definition.missing-key", "missing key \"repeat\": there is nothing to loop over");
  if (loop.as.empty()) loop.as = loop.rows;
  return loop;
}

Loop read_loop_table(KeyReader& keys, std::string_view key) {
  const Toml* table = keys.table(key);
  if (!table) return {};
  KeyReader inner(*table, keys.context());
  Loop loop = read_loop(inner);
  if (loop.rows.empty() && loop.as.empty() && loop.where.empty())
    inner.error({}, "definition.missing-key", "missing key \"repeat\"");
  inner.finish();
  return loop;
}

std::optional<Block> read_block_table(const Toml& table, const Text* fence, ReadContext& context) {
  KeyReader keys(table, context);
  Text word;
  if (fence) word = *fence;
  else if (!keys.text("kind", word, Need::required)) return std::nullopt;
  const Kind* kind = find_kind(word, keys);
  if (!kind) return std::nullopt;
  Block block;
  block.source = table.span;
  read_common(keys, kind->name, block);
  kind->read(keys, block);
  keys.finish();
  return block;
}

std::vector<Block> read_blocks(const std::vector<const Toml*>& tables, ReadContext& context) {
  std::vector<Block> blocks;
  for (const Toml* table : tables)
    if (std::optional<Block> block = read_block_table(*table, nullptr, context)) blocks.push_back(std::move(*block));
  return blocks;
}

}  // namespace tilstand::definition
