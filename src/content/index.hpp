// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "content/grow.hpp"
#include "content/index_mark.hpp"
#include "definition/words.hpp"
#include "locale/collation.hpp"

namespace tilstand::content {

/// A mark of the index and its place in the tree; one that sends on has none.
struct PlacedMark {
  IndexMark mark;
  NodeId place{};
  SourceSpan span{};
};

/// A term of a glossary: the node that explains it, and the paragraph there.
struct Term {
  std::string key;
  NodeId item{}, meaning{};
};

/// Gives every mark in the words of the tree a node of its own, in reading order. A mark beside which no words stand has no
/// place (content.misplaced-mark).
std::vector<PlacedMark> take_marks(Grower& grower, Diagnostics& diagnostics);

/// An entry with those below it.
struct IndexWord {
  std::string title;
  std::vector<IndexEntry::Place> places{};
  std::vector<std::string> see{};       ///< as written
  std::vector<IndexWord> below{};
};

/// The entries that marks name, in the order of the language. Codes: content.open-index-mark (`from` without `to` or the other
/// way round), content.unknown-index-entry.
std::vector<IndexWord> index_words(const std::vector<PlacedMark>& marks, const locale::Collation& collation, Diagnostics& diagnostics);

/// Adds the entries to the index `place`, under their letters.
void grow_index(Grower& grower, NodeId place, const std::vector<IndexWord>& entries, const locale::Collation& collation,
                const definition::Words& words);

}  // namespace tilstand::content
