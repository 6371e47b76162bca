// SPDX-License-Identifier: Apache-2.0
#include "content/inlines.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "base/utf8.hpp"
#include "content/literal.hpp"
#include "content/place_map.hpp"

namespace tilstand::content {
namespace {

constexpr char32_t first_private = 0xE000, last_private = 0xF8FF;
constexpr int deepest_cell = 4;
constexpr int most_cells = 1000;  // with bindings of their own, that one text prints

/// Follows the lines of a text into fenced blocks and out (CommonMark, 4.5). The line of a fence counts as inside.
class Fence {
 public:
  bool is_open() const { return length_ > 0; }

  void pass(std::string_view line) {
    if (closes_) length_ = 0;
    closes_ = false;
    const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
    line.remove_prefix(indent);
    if (indent > 3 || line.empty() || (line[0] != '`' && line[0] != '~')) return;
    const std::size_t length = std::min(line.find_first_not_of(line[0]), line.size());
    const std::string_view rest = line.substr(length);
    if (is_open()) closes_ = line[0] == mark_ && length >= length_ && rest.find_first_not_of(" \t\r") == std::string_view::npos;
    if (is_open() || length < 3 || (line[0] == '`' && rest.find('`') != std::string_view::npos)) return;
    mark_ = line[0];
    length_ = length;
  }

 private:
  char mark_ = '`';
  std::size_t length_ = 0;  ///< of the mark that opened the block; 0: none
  bool closes_ = false;     ///< the line that was passed last ends the block
};

/// Where the "}}" of the binding stands that starts at `at`; one inside a quoted text does not count, and the next "{{" comes later.
std::size_t binding_end(std::string_view text, std::size_t at) {
  constexpr std::size_t longest = 4000;  // bytes of a binding in which a quoted text is looked for
  char quote = 0;
  for (std::size_t i = at + 2; i < std::min(text.size(), at + longest); ++i) {
    if (quote == 0 && text.substr(i).starts_with("}}")) return i;
    if (quote == 0 && text.substr(i).starts_with("{{")) return std::string_view::npos;
    if (quote == 0 && (text[i] == '"' || text[i] == '\'')) quote = text[i];
    else if (text[i] == quote) quote = 0;
  }
  return text.find("}}", at);  // a quote that is never closed is a mistake of the expression
}

constexpr std::string_view language_key = "lang=";
constexpr std::pair<std::string_view, Inline::Form> form_names[] = {
    {"sup", Inline::Form::superscript}, {"sub", Inline::Form::subscript}, {"small-caps", Inline::Form::small_capitals}};

/// What stands between the braces after a bracket; nothing when that is no manner of words.
std::optional<Manner> read_manner(std::string_view words) {
  if (words.starts_with(language_key)) return Manner{std::string(words.substr(language_key.size())), Inline::Form::plain};
  for (const auto& [name, form] : form_names)
    if (words == name) return Manner{{}, form};
  return std::nullopt;
}

/// The form of BCP 47: letters and figures, at most eight in a part, parts between hyphens.
bool is_language_tag(std::string_view tag) {
  std::size_t part = 0;
  for (const char c : tag) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (!plain && (c != '-' || part < 1)) return false;
    part = plain ? part + 1 : 0;
    if (part > 8) return false;
  }
  return part > 0 && tag.size() > 1;
}

/// Digits by themselves are a value of the data, whatever the type of their column; with letters they are words.
bool has_letters(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80) != 0; });
}

/// Walks a text and replaces its bindings.
class Binder {
 public:
  Binder(const definition::Located& text, const Scope& scope, const Evaluator& evaluator, Diagnostics& diagnostics, bool listed)
      : text_(text), scope_(scope), evaluator_(evaluator), diagnostics_(diagnostics), listed_(listed) {}

  BoundText run() {
    const std::string_view all = text_.text;
    Fence fence;
    for (std::size_t at = 0; at < all.size();) {
      const bool line_start = at == 0 || all[at - 1] == '\n';
      if (line_start) fence.pass(all.substr(at, all.find('\n', at) - at));
      if (line_start && (fence.is_open() || all[at] == '\n')) open_.clear();  // a stretch ends with its paragraph
      const bool escaped = at > 0 && all[at - 1] == '\\';
      if (!fence.is_open() && !never_closed_ && all.substr(at).starts_with("{{")) {
        at = binding(at);
      } else if (!fence.is_open() && !escaped && (all[at] == '[' || all[at] == ']')) {
        at = bracket(at);
      } else {
        at = character(at, fence.is_open());
      }
      note_stretch(fence.is_open());
    }
    if (listed_) list_typed(out_, text_, stretches_, evaluator_);
    return std::move(out_);
  }

 private:
  std::size_t binding(std::size_t at) {
    const std::size_t end = binding_end(text_.text, at);
    if (end == std::string_view::npos) {
      diagnostics_.error("content.bad-expression", "this binding is never closed", text_.span(at, at + 2), "close it with }}");
      never_closed_ = text_.text.find("}}", at) == std::string_view::npos;  // nor is any that follows
      return character(at, false);
    }
    const definition::Located inside = text_.part(at + 2, end - at - 2);
    const SourceSpan span = text_.span(at, end + 2);
    if (std::optional<IndexMark> mark = read_index_mark(inside, scope_, evaluator_, diagnostics_))
      add_placeholder(words({}, span, {}, std::move(mark)));
    else if (const std::optional<Literal> literal = read_literal(inside, scope_, evaluator_))
      add_literal(*literal, span);
    else
      add_value(evaluator_.evaluate(inside, scope_), span, std::string(inside.text));
    return moved_to(end + 2);
  }

  /// What of the output is no fenced block.
  void note_stretch(bool fenced) {
    const std::size_t end = out_.text.size();
    if (fenced || end == noted_) return void(noted_ = end);
    if (!stretches_.empty() && stretches_.back().end == noted_) stretches_.back().end = end;
    else stretches_.push_back({noted_, end});
    noted_ = end;
  }

  void add_literal(const Literal& literal, SourceSpan span) {
    Bound bound = words(literal.text, span, {Passage::Piece::Kind::literal, {}, span, {}, {}, {}, literal.reason, literal.fails});
    if (listed_) {
      const std::vector<Reasoned> known = literal.reason.empty() ? evaluator_.reasons(literal.text, true) : std::vector<Reasoned>();
      bound.printed = whole_text(literal.text.size(), evaluator_.list_literal(literal.text, span, known.empty() ? literal.reason : known.front().reason));
    }
    add_placeholder(std::move(bound));
  }

  static Bound words(std::string text, SourceSpan span, Passage::Piece piece, std::optional<IndexMark> mark = std::nullopt) {
    Bound bound;
    bound.text = std::move(text);
    bound.span = span;
    bound.mark = std::move(mark);
    bound.piece = std::move(piece);
    return bound;
  }

  void add_value(const Value& value, SourceSpan span, const std::string& expression) {
    const auto* text = value.get<std::string>();
    if (text != nullptr && value.typed.file && value.written) {
      const Evaluator::Reading read = evaluator_.reading(*text, value.typed);
      const std::string& shown = read.translation != nullptr ? read.translation->value : *text;
      const SourceSpan place = read.translation != nullptr ? read.translation->span : value.typed;
      if (shown.find("{{") != std::string::npos) return add_cell(value, {shown, place.file, place.begin}, read, span);
    }
    Evaluator::Said said = evaluator_.speak(value);
    Bound bound = words(std::move(said.text), span, {Passage::Piece::Kind::bound, {}, span, {}, value.of, value.member});
    bound.figure = value.figure;
    if (const auto* whole = value.get<FigureValue>()) bound.figure = whole->figure->id, bound.piece.of = *whole;
    if (text != nullptr && value.typed.file && has_letters(*text)) bound.piece = {Passage::Piece::Kind::typed, {}, value.typed};
    bound.piece.language = said.language;
    bound.language = std::move(said.language);
    bound.origins = value.origins;
    bound.spark = value.spark;
    if (listed_) bound.printed = evaluator_.printed(value, bound.text, expression);
    add_placeholder(std::move(bound));
  }

  /// A cell that holds bindings itself. What it prints is no Markdown, as that of other cells is none.
  void add_cell(const Value& value, const definition::Located& cell, const Evaluator::Reading& read, SourceSpan span) {
    if (depth_ >= deepest_cell || *cells_ >= most_cells) {
      if (std::exchange(*cells_, most_cells + 1) <= most_cells)
        diagnostics_.error("content.too-deep", "cells that print one another are too many, or more than " + std::to_string(deepest_cell) + " deep", value.typed, "bind the figure itself");
      return;
    }
    ++*cells_;
    Scope scope = scope_;
    if (value.row.table != nullptr) scope.variables.push_back({"this", Value{value.row, {}}});
    else if (value.of.figure != nullptr) scope.variables.push_back({"this", Value{value.of, value.of.figure->id}});
    Binder inside(cell, scope, *read.evaluator, diagnostics_, listed_);
    inside.depth_ = depth_ + 1;
    inside.cells_ = cells_;
    BoundText inner = inside.run();
    for (Bound& one : inner.bounds)
      if (!read.language.empty()) one.language = one.piece.language = read.language;
    const PlaceMap places(cell, inner);
    std::size_t from = 0;
    const auto typed = [&](std::size_t end) {
      const SourceSpan place = places.span(from, end);
      if (end <= from) return;
      Bound bound = words(inner.text.substr(from, end - from), span, {Passage::Piece::Kind::typed, {}, place, read.language});
      bound.language = read.language;
      add_placeholder(std::move(bound));
    };
    for (std::size_t at = 0; at < inner.text.size(); ++at) {
      const int index = placeholder(std::string_view(inner.text).substr(at), inner.bounds.size());
      if (index < 0) continue;
      typed(at);
      add_placeholder(inner.bounds[static_cast<std::size_t>(index)]);
      out_.bounds.back().in_place = false;
      from = at + 3;
    }
    typed(inner.text.size());
  }

  /// A bracket that `{…}` follows ends words in another manner; the one that it closes begins them.
  std::size_t bracket(std::size_t at) {
    const std::string_view rest = text_.text.substr(at + 1);
    if (text_.text[at] == '[') {
      open_.push_back({out_.text.size(), at});
      return character(at, false);
    }
    if (open_.empty()) return character(at, false);
    const BoundText::Move begin = open_.back();
    open_.pop_back();
    const std::size_t close = rest.starts_with('{') ? rest.find_first_of("}\n") : std::string_view::npos;
    if (close == std::string_view::npos || rest[close] != '}') return character(at, false);
    const std::optional<Manner> manner = read_manner(rest.substr(1, close - 1));
    if (!manner) return character(at, false);
    const std::size_t end = at + 1 + close + 1;
    if (manner->form == Inline::Form::plain && !is_language_tag(manner->language))
      diagnostics_.error("content.bad-language", "\"" + manner->language + "\" is no language tag", text_.span(at + 1, end), "write it as \"se\", \"nn\" or \"en-GB\"");
    begin_manner(begin, *manner);
    add_placeholder(words({}, text_.span(at, end), {}));
    out_.bounds.back().kind = Bound::Kind::end;
    return moved_to(end);
  }

  /// Puts a placeholder for the bracket at `begin`, which stands in the output already.
  void begin_manner(BoundText::Move begin, const Manner& manner) {
    std::string after = out_.text.substr(begin.bound + 1);
    out_.text.resize(begin.bound);
    add_placeholder(words({}, text_.span(begin.source, begin.source + 1), {}));
    out_.bounds.back().kind = Bound::Kind::begin;
    out_.bounds.back().manner = manner;
    const std::size_t longer = out_.text.size() - begin.bound - 1;
    auto later = out_.moves.end();
    while (later != out_.moves.begin() && std::prev(later)->bound > begin.bound) {
      --later;
      later->bound += longer;
    }
    out_.moves.insert(later, {out_.text.size(), begin.source + 1});
    out_.text += after;
  }

  void add_placeholder(Bound bound) {
    if (out_.bounds.size() <= last_private - first_private) append_utf8(out_.text, first_private + static_cast<char32_t>(out_.bounds.size()));
    else diagnostics_.error("content.too-many-bindings", "this text has more bindings than can be told apart", bound.span, "divide it");
    out_.bounds.push_back(std::move(bound));
  }

  std::size_t moved_to(std::size_t source) {
    out_.moves.push_back({out_.text.size(), source});
    return source;
  }

  std::size_t character(std::size_t at, bool fenced) {
    const std::string_view rest = text_.text.substr(at);
    const bool may_be_private = rest.size() > 2 && (static_cast<unsigned char>(rest[0]) == 0xEE || static_cast<unsigned char>(rest[0]) == 0xEF);
    if (may_be_private && !fenced) {
      const char32_t point = decode_utf8(rest.substr(0, 3)).front();
      if (point >= first_private && point <= last_private) {
        diagnostics_.error("content.private-character", "a private-use character has no meaning here", text_.span(at, at + 3), "take it out");
        return moved_to(at + 3);
      }
    }
    out_.text.push_back(rest[0]);
    return at + 1;
  }

  definition::Located text_;
  const Scope& scope_;
  const Evaluator& evaluator_;
  Diagnostics& diagnostics_;
  bool listed_;
  BoundText out_;
  std::vector<BoundText::Move> open_;  ///< brackets of this paragraph that are not closed yet
  std::vector<Stretch> stretches_;     ///< of the output, outside fenced blocks
  std::size_t noted_ = 0;              ///< bytes of the output that have been looked at for them
  bool never_closed_ = false;
  int depth_ = 0;  ///< of cells inside cells
  int own_cells_ = 0;
  int* cells_ = &own_cells_;  ///< how many the whole text has printed so far, or one more than may be when that was told
};

}  // namespace

int placeholder(std::string_view text, std::size_t count) {
  if (text.size() < 3 || (static_cast<unsigned char>(text[0]) != 0xEE && static_cast<unsigned char>(text[0]) != 0xEF)) return -1;
  const char32_t point = decode_utf8(text.substr(0, 3)).front();
  if (point < first_private || point > last_private || point - first_private >= count) return -1;
  return static_cast<int>(point - first_private);
}

BoundText bind(const definition::Located& text, const Scope& scope, const Evaluator& evaluator, Diagnostics& diagnostics, bool listed) {
  return Binder(text, scope, evaluator, diagnostics, listed).run();
}

std::string resolve(const definition::Text& text, const Scope& scope, const Evaluator& evaluator, Diagnostics& diagnostics, Passage* passage,
                    PrintedRanges* printed) {
  const definition::Located written(text);
  const BoundText bound = bind(written, scope, evaluator, diagnostics, printed != nullptr);
  for (const Bound& one : bound.bounds)
    if (one.mark) diagnostics.error("content.misplaced-mark", "a mark of the index can't stand here", one.span, "put it into a sentence of the text");
    else if (one.spark) diagnostics.error("content.misplaced-chart", "a chart in a line can't stand here", one.span, "put it into a sentence of the text or a table's cell");
  if (passage != nullptr) {
    const PlaceMap places(written, bound);
    append_pieces(*passage, bound.text, bound, {}, [&](std::string_view stretch) {
      const auto begin = static_cast<std::size_t>(stretch.data() - bound.text.data());
      return places.span(begin, begin + stretch.size());
    });
  }
  return restored(bound.text, bound, printed);
}

std::string restored(std::string_view text, const BoundText& bound, PrintedRanges* printed) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const int index = placeholder(text.substr(at), bound.bounds.size());
    if (index < 0) {
      result.push_back(text[at++]);
    } else {
      const Bound& one = bound.bounds[static_cast<std::size_t>(index)];
      if (printed) add_part(*printed, one.printed, 0, one.text.size(), result.size());
      if (one.kind == Bound::Kind::value) result += one.text;
      at += 3;
    }
  }
  return result;
}

}  // namespace tilstand::content
