// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "content/evaluate.hpp"
#include "content/index_mark.hpp"
#include "content/passage.hpp"
#include "content/tree.hpp"

namespace tilstand::content {

/// What `[words]{…}` says of its words: `{lang=se}`, `{sup}`, `{sub}`, `{small-caps}`.
struct Manner {
  std::string language;  ///< empty: as around
  Inline::Form form = Inline::Form::plain;
};

/// A binding of a text, evaluated; or where a stretch in another manner begins or ends.
struct Bound {
  enum class Kind { value, begin, end } kind = Kind::value;
  std::string text;
  FigureId figure{};
  SourceSpan span{};
  std::optional<IndexMark> mark{};
  Manner manner{};  ///< that begins
  Passage::Piece piece{};  ///< of a value: what it is, for those who read passages; its text and span stand above
  PrintedRanges printed{};  ///< of `text`
  std::vector<Origin> origins{};
  std::optional<graph::Spark> spark{};  ///< a chart that the text describes
  std::string language{};  ///< of the text, when it isn't that of the words around it
  bool in_place = false;   ///< typed in the text itself, where it is; it has a placeholder for the sake of `printed`
};

/// A text whose bindings stand as private-use characters from U+E000, one each, so that Markdown takes them for letters.
struct BoundText {
  std::string text;
  std::vector<Bound> bounds;
  /// From byte `bound` of the text on, up to the next move, the source's bytes from `source` on stand unchanged.
  struct Move {
    std::size_t bound = 0, source = 0;
  };
  std::vector<Move> moves;  ///< ascending
};

/// Lexes and evaluates the bindings `{{ … }}`, those in a text cell that a binding prints too (there `this` is the figure or the
/// row of the cell), and the marks of words in another manner, `[sámegillii]{lang=se}`, `m[2]{sup}`. Fenced blocks are left as they
/// are. Codes: content.bad-expression (not closed), content.private-character, content.too-many-bindings, content.bad-language,
/// content.too-deep (cells that print one another). What is printed from data is listed unless `listed` is false.
BoundText bind(const definition::Located& text, const Scope& scope, const Evaluator& evaluator, Diagnostics& diagnostics, bool listed = true);

/// Gives the numbers typed in the `open` stretches of a bound text that have a reason a placeholder and an id, so that they are
/// listed as literals. Numbers that Markdown needs stay as they are: those of lists, of marks of notes, of addresses.
struct Stretch {
  std::size_t begin = 0, end = 0;  ///< bytes of the bound text
};
void list_typed(BoundText& bound, const definition::Located& source, const std::vector<Stretch>& open, const Evaluator& evaluator);

/// The text with its bindings printed, no Markdown: names, titles. A mark of the index has no place in it (content.misplaced-mark).
/// With `passage` it adds the pieces of the text there; `printed` takes what of it was printed from data, null: it is not listed.
std::string resolve(const definition::Text& text, const Scope& scope, const Evaluator& evaluator, Diagnostics& diagnostics, Passage* passage = nullptr,
                    PrintedRanges* printed = nullptr);
/// Which of the `count` bindings the three bytes at the start of `text` stand for; −1: none.
int placeholder(std::string_view text, std::size_t count);
/// A piece of a bound text with the words of its bindings.
std::string restored(std::string_view text, const BoundText& bound, PrintedRanges* printed = nullptr);

/// One line of inline Markdown as inlines.
std::vector<Inline> inline_markdown(const definition::Text& text, const Scope& scope, const Evaluator& evaluator, Diagnostics& diagnostics);

/// Splits `text` at bindings, at references `[@id]` and where the manner changes, and appends the pieces in the style of `model`.
/// `manners` are those in force, the innermost last; they go on from text to text of a paragraph.
void append_text(std::vector<Inline>& inlines, std::string_view text, const BoundText& bound, const Inline& model, std::vector<Manner>& manners);

/// Where a stretch of a bound text stands in its file.
using Placer = std::function<SourceSpan(std::string_view stretch)>;
/// Adds the pieces of a bound text to a passage, raised and lowered words as code; `manners` as for `append_text`, which is to be called after.
void append_pieces(Passage& passage, std::string_view text, const BoundText& bound, std::vector<Manner> manners, const Placer& place);
/// The language of the innermost manner that names one; empty when none does.
std::string language_of(const std::vector<Manner>& manners);

/// What stands in `Inline::uri` of a reference until all names are known.
inline constexpr std::string_view pending_reference = "reference:";
/// What stands in `Inline::uri` of a mark of the index, before its form, until its place is a node; `text` is its entry, `style`
/// the entry that it sends to.
inline constexpr std::string_view pending_mark = "index:";

}  // namespace tilstand::content
