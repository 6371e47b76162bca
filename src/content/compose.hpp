// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "content/passage.hpp"
#include "content/reasoned.hpp"
#include "content/translator.hpp"
#include "content/tree.hpp"
#include "data/dataset.hpp"
#include "definition/definition.hpp"
#include "definition/words.hpp"
#include "locale/forms.hpp"

namespace tilstand::content {

/// All that a report's meaning is made of.
struct Inputs {
  const definition::Definition& definition;
  const data::Dataset& dataset;
  const definition::Words& words;
  const locale::Forms& forms;
  std::string prose_folder;  ///< `<data>/<language>`
  std::string data_folder{};
  picture::Library* pictures = nullptr;  ///< takes what the report shows; null: a report with pictures can't be composed
  const Home* home = nullptr;            ///< the report's own language, when `words` and `forms` are those of another
  PassageSink passages{};                ///< takes each run of printed words as it was written; empty: nobody asks
  std::vector<std::string> parts{};      ///< ids of the listed parts that are printed; empty: all
  ReasonFinder reasons{};                ///< tells which typed numbers have a reason, so that they are listed; empty: nobody knows
};

/// Resolves loops, conditions, bindings, Markdown and references into a tree. Codes: content.unknown-binding,
/// content.bad-expression, content.missing-file, content.unknown-reference, content.unknown-table, content.unused-note,
/// content.unknown-note, content.duplicate-id, content.invalid-utf8, and those of the chart room.
std::optional<Tree> compose(const Inputs& inputs, Sources& sources, Diagnostics& diagnostics);

}  // namespace tilstand::content
