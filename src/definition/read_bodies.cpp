// SPDX-License-Identifier: Apache-2.0
#include "definition/read_blocks.hpp"

namespace tilstand::definition {
namespace {

constexpr int most_columns = 48;

/// The loop of a kind that is nothing without rows.
Loop read_needed_loop(KeyReader& keys) {
  Loop loop = read_loop(keys);
  if (!keys.has("repeat") && loop.as.empty() && loop.where.empty())
    keys.error("repeat", "definition.missing-key", "missing key \"repeat\"");
  return loop;
}

}  // namespace

Heading read_heading(KeyReader& keys) {
  Heading body;
  keys.integer("level", body.level, {1, 6});
  keys.text("text", body.text, Need::required);
  keys.text("overline", body.overline);
  keys.boolean("listed", body.listed);
  return body;
}

Prose read_prose(KeyReader& keys) {
  Prose body;
  const bool file = keys.text("file", body.file);
  const bool inline_text = keys.text("markdown", body.markdown);
  if (file && inline_text) keys.error("markdown", "definition.conflict", "prose has both \"file\" and \"markdown\"; expected one");
  if (!keys.has("file") && !keys.has("markdown")) keys.error("file", "definition.missing-key", "missing key \"file\" or \"markdown\"");
  keys.text("head-style", body.head_style);
  keys.text("body-style", body.body_style);
  return body;
}

Facts read_facts(KeyReader& keys) {
  Facts body;
  for (const Toml* table : keys.tables("item", Need::required)) {
    KeyReader item(*table, keys.context());
    Fact fact;
    item.text("label", fact.label, Need::required);
    item.text("text", fact.text, Need::required);
    item.finish();
    body.items.push_back(std::move(fact));
  }
  return body;
}

Toc read_toc(KeyReader& keys) {
  Toc body;
  keys.integer("depth", body.depth, {1, 6});
  return body;
}

FigureList read_figure_list(KeyReader& keys) {
  FigureList body;
  keys.text("title", body.title);
  keys.text("head-figure", body.head_figure, Need::required);
  keys.text("head-year", body.head_year, Need::required);
  keys.text("head-value", body.head_value, Need::required);
  keys.text("head-cell", body.head_cell, Need::required);
  keys.text("head-page", body.head_page, Need::required);
  return body;
}

ListOf read_list_of(KeyReader& keys) {
  constexpr std::array<std::pair<std::string_view, ListOf::What>, 2> words{{{"figures", ListOf::What::figures}, {"tables", ListOf::What::tables}}};
  ListOf body;
  if (!keys.has("of")) keys.error("of", "definition.missing-key", "missing key \"of\"");
  keys.choice("of", body.of, words);
  return body;
}

Glossary read_glossary(KeyReader& keys) {
  Glossary body;
  body.rows = read_needed_loop(keys);
  keys.text("key", body.key);
  keys.text("term", body.term, Need::required);
  keys.text("meaning", body.meaning, Need::required);
  if (body.key.empty()) body.key = body.term;
  return body;
}

Tiles read_tiles(KeyReader& keys) {
  Tiles body;
  body.rows = read_needed_loop(keys);
  keys.text("figure", body.figure, Need::required);
  keys.text("label", body.label);
  keys.text("unit", body.unit);
  keys.text("source", body.source);
  keys.text("note", body.note);
  return body;
}

KeyFigures read_key_figures(KeyReader& keys) {
  KeyFigures body;
  body.rows = read_needed_loop(keys);
  keys.text("figure", body.figure, Need::required);
  keys.text("sentence", body.sentence);
  keys.text("label", body.label);
  return body;
}

Group read_group(KeyReader& keys) {
  Group body;
  keys.integer("columns", body.columns, {1, most_columns});
  keys.boolean("ruled", body.ruled);
  keys.boolean("flow", body.flow);
  body.children = read_blocks(keys.tables("block"), keys.context());
  return body;
}

/// A panel's matter is blocks, or Markdown for short.
Panel read_panel(KeyReader& keys) {
  Panel body;
  keys.text("title", body.title);
  keys.text("overline", body.overline);
  keys.text("master", body.master);
  Text markdown;
  if (keys.text("markdown", markdown)) {
    Block prose;
    prose.source = markdown.span;
    prose.body = Prose{{}, std::move(markdown), {}, {}};
    body.children.push_back(std::move(prose));
  }
  for (Block& child : read_blocks(keys.tables("block"), keys.context())) body.children.push_back(std::move(child));
  return body;
}

PageBreak read_page_break(KeyReader& keys) {
  PageBreak body;
  keys.text("master", body.master);
  return body;
}

}  // namespace tilstand::definition
