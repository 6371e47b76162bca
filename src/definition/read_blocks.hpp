// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "definition/definition.hpp"
#include "definition/reader.hpp"

namespace tilstand::definition {

/// Reads `[[block]]` tables in order; a block of unknown kind is reported and left out.
std::vector<Block> read_blocks(const std::vector<const Toml*>& tables, ReadContext& context);

/// Reads one block. `kind` is given by a fence; when null the table's own key `kind` says it.
std::optional<Block> read_block_table(const Toml& table, const Text* kind, ReadContext& context);

/// The keys `repeat`, `as` and `where`.
Loop read_loop(KeyReader& keys);
/// A loop that stands as a table of its own under `key`.
Loop read_loop_table(KeyReader& keys, std::string_view key);

// Bodies of kinds, each reading its own keys of the block's table.
Heading read_heading(KeyReader& keys);
Prose read_prose(KeyReader& keys);
Facts read_facts(KeyReader& keys);
Toc read_toc(KeyReader& keys);
ListOf read_list_of(KeyReader& keys);
Glossary read_glossary(KeyReader& keys);
Tiles read_tiles(KeyReader& keys);
KeyFigures read_key_figures(KeyReader& keys);
Chart read_chart(KeyReader& keys);
/// The keys of a chart that is bound to a table.
Graph read_graph(KeyReader& keys, const Text& type);
Table read_table(KeyReader& keys);
Group read_group(KeyReader& keys);
Panel read_panel(KeyReader& keys);
PageBreak read_page_break(KeyReader& keys);
Image read_image(KeyReader& keys);
PullQuote read_pull_quote(KeyReader& keys);

}  // namespace tilstand::definition
