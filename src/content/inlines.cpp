// SPDX-License-Identifier: Apache-2.0
#include "content/inlines.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace tilstand::content {
namespace {

constexpr char32_t first_private = 0xE000, last_private = 0xF8FF;

/// Walks a text and replaces its bindings.
class Binder {
 public:
  Binder(const Located& text, const Scope& scope, const Evaluator& evaluator, Diagnostics& diagnostics)
      : text_(text), scope_(scope), evaluator_(evaluator), diagnostics_(diagnostics) {}

  BoundText run() {
    here_ = text_.start;
    out_.file = text_.file;
    out_.start = text_.start;
    const std::string_view all = text_.text;
    bool fenced = false;
    out_.lines.push_back({0, out_.start});
    for (std::size_t at = 0, from = 0; at < all.size(); from = at) {
      const bool line_start = at == 0 || all[at - 1] == '\n';
      if (line_start && all.substr(at).starts_with("```")) fenced = !fenced;
      if (!fenced && all.substr(at).starts_with("{{")) {
        at = binding(at);
      } else if (!fenced && all.substr(at).starts_with("[@")) {
        at = reference(at);
      } else {
        at = character(at, fenced);
      }
      const bool return_only = at > 0 && all[at - 1] == '\r' && !all.substr(at).starts_with('\n');  // ends a line for Markdown
      const bool line_end = at > 0 && (all[at - 1] == '\n' || return_only) && out_.text.ends_with(all[at - 1]);
      here_ = advanced(here_, all.substr(from, at - from));
      if (line_end) out_.lines.push_back({out_.text.size(), here_});
    }
    return std::move(out_);
  }

 private:
  std::size_t binding(std::size_t at) {
    if (close_ <= at) close_ = text_.text.find("}}", at);
    const std::size_t end = std::min(close_, text_.text.find("{{", at + 2));
    if (end == std::string_view::npos || end != close_) {
      diagnostics_.error("content.bad-expression", "this binding is never closed", span(at, at + 2), "close it with }}");
      out_.text += "{{";
      return at + 2;
    }
    const Value value = evaluator_.evaluate(rest(at).part(2, end - at - 2), scope_);
    FigureId figure = value.figure;
    if (const auto* whole = value.get<FigureValue>()) figure = whole->figure->id;
    put({evaluator_.say(value), figure, span(at, end + 2), {}});
    return end + 2;
  }

  /// Taken before Markdown for its place, which the parser doesn't keep.
  std::size_t reference(std::size_t at) {
    const std::size_t end = text_.text.find_first_of("]\n{}[", at + 2);
    if (end == std::string_view::npos || text_.text[end] != ']' || end == at + 2) return character(at, false);
    put({std::string(text_.text.substr(at, end + 1 - at)), {}, span(at, end + 1), std::string(text_.text.substr(at + 2, end - at - 2))});
    return end + 1;
  }

  /// `at` is what is looked at.
  Located rest(std::size_t at) const { return {text_.text.substr(at), text_.file, here_}; }
  SourceSpan span(std::size_t at, std::size_t end) const { return rest(at).span(0, end - at); }

  void put(Bound bound) {
    constexpr std::size_t most = last_private - first_private;
    if (out_.bounds.size() == most)
      diagnostics_.error("content.bad-expression", "a text can't hold more than " + std::to_string(most) + " bindings and references", bound.span, "split it");
    if (out_.bounds.size() < most) append_utf8(out_.text, first_private + static_cast<char32_t>(out_.bounds.size()));
    out_.bounds.push_back(std::move(bound));
  }

  std::size_t character(std::size_t at, bool fenced) {
    const std::string_view rest = text_.text.substr(at);
    const bool may_be_private = rest.size() > 2 && (static_cast<unsigned char>(rest[0]) == 0xEE || static_cast<unsigned char>(rest[0]) == 0xEF);
    if (may_be_private && !fenced) {
      const char32_t point = decode_utf8(rest.substr(0, 3)).front();
      if (point >= first_private && point <= last_private) {
        diagnostics_.error("content.private-character", "a private-use character has no meaning here", span(at, at + 3), "take it out");
        return at + 3;
      }
    }
    out_.text.push_back(rest[0]);
    return at + 1;
  }

  Located text_;
  const Scope& scope_;
  const Evaluator& evaluator_;
  Diagnostics& diagnostics_;
  BoundText out_;
  Position here_{};  ///< of what is looked at; counting from the start each time would be quadratic
  std::size_t close_ = 0;  ///< of the next }} when it is not behind what is looked at; npos: there is none
};

/// Which binding the three bytes at the start of `text` stand for; −1: none.
int placeholder(std::string_view text, std::size_t count) {
  if (text.size() < 3 || (static_cast<unsigned char>(text[0]) != 0xEE && static_cast<unsigned char>(text[0]) != 0xEF)) return -1;
  const char32_t point = decode_utf8(text.substr(0, 3)).front();
  if (point < first_private || point > last_private || point - first_private >= count) return -1;
  return static_cast<int>(point - first_private);
}

void append_plain(std::vector<Inline>& inlines, std::string text, const Inline& model) {
  if (text.empty()) return;
  Inline one = model;
  one.text = std::move(text);
  inlines.push_back(std::move(one));
}

}  // namespace

SourceSpan BoundText::find(std::string_view piece, int line) const {
  const std::size_t row = std::min(static_cast<std::size_t>(std::max(line, 1)), lines.size()) - 1;
  std::size_t at = text.find(piece, lines[row].offset);
  while (at != std::string::npos && at > 0 && text[at - 1] == '\\') at = text.find(piece, at + 1);
  if (at == std::string::npos) return {};
  std::size_t last = row;
  while (last + 1 < lines.size() && lines[last + 1].offset <= at) ++last;
  const int number = static_cast<int>(last) + 1, column = static_cast<int>(at - lines[last].offset) + 1;
  return {file, place(number, column), place(number, column + static_cast<int>(piece.size()))};
}

Position BoundText::place(int line, int column) const {
  const Line& row = lines[std::min(static_cast<std::size_t>(std::max(line, 1)), lines.size()) - 1];
  const std::size_t end = std::min(row.offset + static_cast<std::size_t>(std::max(column, 1)) - 1, text.size());
  Position at = row.place;
  for (std::size_t i = row.offset; i < end;) {
    const int index = placeholder(std::string_view(text).substr(i), bounds.size());
    at = index < 0 ? advanced(at, std::string_view(text).substr(i, 1)) : bounds[static_cast<std::size_t>(index)].span.end;
    i += index < 0 ? 1 : 3;
  }
  return at;
}

BoundText bind(const Located& text, const Scope& scope, const Evaluator& evaluator, Diagnostics& diagnostics) {
  return Binder(text, scope, evaluator, diagnostics).run();
}

std::string resolve(const definition::Text& text, const Scope& scope, const Evaluator& evaluator, Diagnostics& diagnostics) {
  const BoundText bound = bind(Located(text), scope, evaluator, diagnostics);
  return restored(bound.text, bound);
}

std::string restored(std::string_view text, const BoundText& bound) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const int index = placeholder(text.substr(at), bound.bounds.size());
    if (index < 0) {
      result.push_back(text[at++]);
    } else {
      result += bound.bounds[static_cast<std::size_t>(index)].text;
      at += 3;
    }
  }
  return result;
}

void append_text(std::vector<Inline>& inlines, std::string_view text, const BoundText& bound, const Inline& model) {
  std::string plain;
  const auto flush = [&] { append_plain(inlines, std::move(plain), model), plain.clear(); };
  for (std::size_t at = 0; at < text.size();) {
    const int index = placeholder(text.substr(at), bound.bounds.size());
    if (index < 0) {
      plain.push_back(text[at++]);
      continue;
    }
    at += 3;
    const Bound& one = bound.bounds[static_cast<std::size_t>(index)];
    if (!one.figure && one.reference.empty()) {
      plain += one.text;
      continue;
    }
    flush();
    Inline whole = model;
    whole.span = one.span;
    whole.figure = one.figure;
    if (one.reference.empty()) whole.text = one.text;
    else whole.uri = std::string(pending_reference) + one.reference;
    inlines.push_back(std::move(whole));
  }
  flush();
}

}  // namespace tilstand::content
