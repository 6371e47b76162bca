// SPDX-License-Identifier: Apache-2.0
#include "text/from_theme.hpp"

namespace tilstand::text {

namespace {

constexpr int justified_penalty = 1000;  // measured on the text of bench/typesetting: a sixteenth fewer hyphens, spaces as even

}  // namespace

FontStyle font_style(const definition::Style& style) {
  const Figures figures = style.figures == definition::Figures::lining ? Figures::lining : Figures::old_style;
  return {style.family, style.weight, style.italic, style.size, style.tracking, figures, style.tabular, Position::normal, style.features, false, false, {}};
}

ParagraphStyle paragraph_style(const definition::Style& style) {
  ParagraphStyle result;
  result.balanced = style.balance;
  result.space_least = style.justification.space_least;
  result.space = style.justification.space;
  result.space_most = style.justification.space_most;
  result.letter_fit = style.justification.letter_fit;
  result.most_hyphens = style.hyphenation.most_in_row;
  result.hyphen_penalty = style.hyphenation.penalty.value_or(style.align == definition::Align::justified ? justified_penalty : 100);
  result.last_line = style.last_line;
  switch (style.align) {
    case definition::Align::left: result.align = Align::left; break;
    case definition::Align::right: result.align = Align::right; break;
    case definition::Align::centre: result.align = Align::centre; break;
    case definition::Align::justified: result.align = Align::justified; break;
  }
  return result;
}

Span styled(std::string text, const definition::Style& style, const std::string& language, NodeId origin, FigureId figure) {
  Span span;
  span.text = std::move(text);
  span.font = font_style(style);
  span.ink = style.ink;
  span.language = style.language.empty() ? language : style.language;
  span.hyphenate = style.hyphenate;
  span.hyphen_letters = style.hyphenation.letters;
  span.space = style.justification.space;
  span.origin = origin;
  span.figure = figure;
  return span;
}

}  // namespace tilstand::text
