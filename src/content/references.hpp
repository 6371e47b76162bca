// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "content/index.hpp"
#include "content/tree.hpp"
#include "definition/words.hpp"
#include "content/translator.hpp"
#include "locale/forms.hpp"

namespace tilstand::content {

/// The language that references are worded in; `home` words those in prose that stands in the report's own language, null: none does.
struct Wording {
  const definition::Words& words;
  const locale::Forms& forms;
  const Home* home = nullptr;
};

/// Before the key of a glossary's term in the name of its node.
inline const std::string term_prefix = "term:";

/// Words what references stand for, once all nodes have their names: `[@id]` "figur 3" or the title, `[@number:id]` "3",
/// `[@title:id]`, `[@page:id]` "side 12", `[@pages:id]` "side 12–14", `[@full:id]` "figur 3, «Title», side 12". One that begins with
/// a capital letter begins a sentence. `failed` are names of blocks whose mistakes have been reported. Codes:
/// content.unknown-reference, content.duplicate-id.
void settle_references(Tree& tree, const Wording& wording, const std::vector<std::string>& failed, Diagnostics& diagnostics);

/// The term, by its place in `terms`, that a reference leads to which is not settled yet.
std::optional<std::size_t> term_of(const Inline& reference, const std::vector<Term>& terms, const locale::Forms& forms);

}  // namespace tilstand::content
