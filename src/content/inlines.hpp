// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "content/evaluate.hpp"
#include "content/tree.hpp"

namespace tilstand::content {

/// A binding of a text, evaluated, or a reference `[@name]`.
struct Bound {
  std::string text;         ///< of a reference: as written
  FigureId figure{};
  SourceSpan span{};
  std::string reference{};  ///< name that it refers to; empty: a binding
};

/// A text whose bindings and references stand as private-use characters from U+E000, one each, so that Markdown takes them for letters.
struct BoundText {
  std::string text;
  std::vector<Bound> bounds;
  FileId file{};
  Position start{};
  struct Line {
    std::size_t offset = 0;  ///< of its first byte in `text`
    Position place{};        ///< of that byte in the file
  };
  std::vector<Line> lines;   ///< at least one

  /// Where in the file stands what the parser found in `text` at a line and byte column, both from 1; clamped to the text.
  Position place(int line, int column) const;
  /// The first place of `piece` from the start of a line on, without those behind a backslash; no file when there is none.
  SourceSpan find(std::string_view piece, int line) const;
};

/// Lexes and evaluates the bindings `{{ … }}` and finds the references `[@name]`. Fenced blocks are left as they are. Codes: content.bad-expression (not closed),
/// content.private-character.
BoundText bind(const Located& text, const Scope& scope, const Evaluator& evaluator, Diagnostics& diagnostics);

/// `text`, taken from what `bound` was parsed to, with its bindings printed: what no inline can stand in, as an address.
std::string restored(std::string_view text, const BoundText& bound);

/// The text with its bindings printed, no Markdown: names, titles.
std::string resolve(const definition::Text& text, const Scope& scope, const Evaluator& evaluator, Diagnostics& diagnostics);

/// One line of inline Markdown as inlines.
std::vector<Inline> inline_markdown(const definition::Text& text, const Scope& scope, const Evaluator& evaluator, Diagnostics& diagnostics);

/// Splits `text` at bindings and references and appends the pieces in the style of `model`.
void append_text(std::vector<Inline>& inlines, std::string_view text, const BoundText& bound, const Inline& model);

/// What stands in `Inline::uri` of a reference until all names are known.
inline constexpr std::string_view pending_reference = "reference:";

}  // namespace tilstand::content
