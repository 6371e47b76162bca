// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "content/evaluate.hpp"

namespace tilstand::content {

/// A mark for the index, written as a binding: `{{ index "datakatalog!felles" }}` names this place, the same with `from` and `to`
/// after the entry names all between, and with `see "entry"` it sends the reader on.
struct IndexMark {
  enum class Form { at, from, to, see };
  Form form = Form::at;
  std::string entry;      ///< main entry and, after "!", the entry below it
  std::string see{};
};

/// The mark that the inside of a binding is; nothing when it is another expression. A mistake in a mark is reported
/// (content.bad-index-mark, content.bad-expression) and leaves its entry empty.
std::optional<IndexMark> read_index_mark(const definition::Located& text, const Scope& scope, const Evaluator& evaluator, Diagnostics& diagnostics);

/// The main entry and the one below it, which may be empty.
std::pair<std::string, std::string> index_path(const std::string& entry);

}  // namespace tilstand::content
