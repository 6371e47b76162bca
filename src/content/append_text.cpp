// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "content/inlines.hpp"

namespace tilstand::content {
namespace {

/// The anchor of a mark, pending until all marks are known.
Inline mark_inline(const Bound& bound) {
  constexpr const char* forms[] = {"at", "from", "to", "see"};
  Inline one;
  one.kind = Inline::Kind::anchor;
  one.text = bound.mark->entry;
  one.style = bound.mark->see;
  one.uri = std::string(pending_mark) + forms[static_cast<std::size_t>(bound.mark->form)];
  one.span = bound.span;
  return one;
}

Inline chart_inline(const Bound& bound, const Inline& model) {
  Inline one = model;
  one.kind = Inline::Kind::chart;
  one.text = bound.text;
  one.printed = bound.printed;
  one.spark = bound.spark;
  one.figure = bound.figure;
  one.span = bound.span;
  return one;
}

/// A figure, or words in a language of their own.
Inline value_inline(const Bound& bound, const Inline& model) {
  Inline one = model;
  if (!bound.language.empty()) one.language = bound.language;
  one.text = bound.text;
  one.printed = bound.printed;
  one.figure = bound.figure;
  one.span = bound.span;
  return one;
}

/// Words that stand together, with what was printed from data in them.
struct PlainWords {
  std::string text;
  PrintedRanges printed;

  void add(const Bound& bound) {
    add_part(printed, bound.printed, 0, bound.text.size(), text.size());
    text += bound.text;
  }
};

void append_plain(std::vector<Inline>& inlines, PlainWords words, const Inline& model) {
  if (words.text.empty()) return;
  Inline one = model;
  one.text = std::move(words.text);
  one.printed = std::move(words.printed);
  inlines.push_back(std::move(one));
}

/// `model` in the innermost manner in force; one inside another adds to it.
Inline in_manner(const Inline& model, const std::vector<Manner>& manners) {
  Inline made = model;
  for (const Manner& manner : manners) {
    if (!manner.language.empty()) made.language = manner.language;
    if (manner.form != Inline::Form::plain) made.form = manner.form;
  }
  return made;
}

}  // namespace

void append_text(std::vector<Inline>& inlines, std::string_view text, const BoundText& bound, const Inline& given, std::vector<Manner>& manners) {
  PlainWords plain;
  Inline model = in_manner(given, manners);
  const auto flush = [&] { append_plain(inlines, std::exchange(plain, {}), model); };
  for (std::size_t at = 0; at < text.size();) {
    const int index = placeholder(text.substr(at), bound.bounds.size());
    const std::size_t close = text.substr(at).starts_with("[@") ? text.find(']', at) : std::string_view::npos;
    if (index >= 0) {
      const Bound& one = bound.bounds[static_cast<std::size_t>(index)];
      if (one.mark) {
        flush();
        inlines.push_back(mark_inline(one));
      } else if (one.spark) {
        flush();
        inlines.push_back(chart_inline(one, model));
      } else if (one.kind != Bound::Kind::value) {
        flush();
        if (one.kind == Bound::Kind::begin) manners.push_back(one.manner);
        else if (!manners.empty()) manners.pop_back();
        model = in_manner(given, manners);
      } else if (one.figure || !one.language.empty()) {
        flush();
        inlines.push_back(value_inline(one, model));
      } else {
        plain.add(one);
      }
      at += 3;
    } else if (close != std::string_view::npos) {
      flush();
      Inline reference = model;
      reference.text.clear();
      reference.uri = std::string(pending_reference) + std::string(text.substr(at + 2, close - at - 2));
      inlines.push_back(std::move(reference));
      at = close + 1;
    } else {
      plain.text.push_back(text[at++]);
    }
  }
  flush();
}

}  // namespace tilstand::content
