// SPDX-License-Identifier: Apache-2.0
#include "layout/page_ranges.hpp"
#include "layout/set_block.hpp"
#include "layout/set_text.hpp"

namespace tilstand::layout {
namespace {

using content::IndexEntry;
using content::Inline;

Inline linked(std::string words, NodeId target) {
  Inline piece = plain(std::move(words));
  piece.target = target;
  return piece;
}

/// "datakatalog, 3, 12–14; se også register": each page number a link of its own.
std::vector<Inline> words_of(const Setter& setter, const IndexEntry& entry) {
  std::vector<Inline> words{plain(entry.title)};
  for (const PageRun& run : page_runs(setter.config.settled, entry.places)) {
    words.push_back(plain(", "));
    words.push_back(linked(range_words(setter.config, run.first, run.last), run.target));
  }
  if (entry.see.empty()) return words;
  words.push_back(plain(entry.places.empty() ? ", " : "; "));
  words.insert(words.end(), entry.see.begin(), entry.see.end());
  return words;
}

/// Lines that run on hang below the entry, further in than the entries below it. Few lines stay together.
void set_entry(const Setter& setter, NodeId id, const Measure& measure, const Emit& emit) {
  const auto& entry = std::get<IndexEntry>(setter.node(id).body);
  const definition::Style& style = setter.config.level_style("index-entry", entry.level);
  const Length indent = setter.unit() * (entry.level - 1), hang = setter.unit() * 2;
  text::Measures room(measure.width - hang);
  room.first = {measure.width - indent};
  std::vector<SetLine> lines = set_lines(setter, spans_of(setter, words_of(setter, entry), style, id), style, room);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Piece piece;
    piece.node = id;
    piece.height = style.leading;
    piece.baseline = style.leading;
    piece.keep = keep_within(i, lines.size(), setter.node(id).children.empty() ? Keep::none : Keep::head, 4);
    if (i == 0) piece.before = style.before;
    if (i == 0) piece.anchors.emplace_back(id, Point{measure.left + indent, {}});
    add_line(piece, std::move(lines[i]), {measure.left + (i == 0 ? indent : hang), {}}, style.leading, leaf_of(id));
    emit(std::move(piece));
  }
}

void set_entries(const Setter& setter, NodeId list, const Measure& measure, const Emit& emit) {
  for (const NodeId id : setter.node(list).children) {
    set_entry(setter, id, measure, emit);
    for (const NodeId below : setter.node(id).children) set_entries(setter, below, measure, emit);
  }
}

}  // namespace

void set_index(const Setter& setter, NodeId id, const Measure& measure, const Emit& emit) {
  for (const NodeId child : setter.node(id).children) {
    if (std::holds_alternative<content::IndexList>(setter.node(child).body)) {
      set_entries(setter, child, measure, emit);
      continue;
    }
    set_block(setter, child, measure, [&emit](Piece&& letter) {
      letter.keep = Keep::head;
      emit(std::move(letter));
    });
  }
}

}  // namespace tilstand::layout
