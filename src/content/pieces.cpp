// SPDX-License-Identifier: Apache-2.0
#include "content/inlines.hpp"

#include <algorithm>

namespace tilstand::content {

std::string language_of(const std::vector<Manner>& manners) {
  for (auto manner = manners.rbegin(); manner != manners.rend(); ++manner)
    if (!manner->language.empty()) return manner->language;
  return {};
}

void append_pieces(Passage& passage, std::string_view text, const BoundText& bound, std::vector<Manner> manners, const Placer& place) {
  const auto language = [&] { return language_of(manners); };
  const auto typed = [&](std::string_view stretch) {
    const bool raised = std::any_of(manners.begin(), manners.end(), [](const Manner& one) { return one.form == Inline::Form::superscript || one.form == Inline::Form::subscript; });
    const auto kind = raised ? Passage::Piece::Kind::code : Passage::Piece::Kind::typed;
    if (!stretch.empty()) passage.pieces.push_back({kind, restored(stretch, bound), place(stretch), language()});
  };
  std::size_t from = 0;
  for (std::size_t at = 0; at < text.size();) {
    const int index = placeholder(text.substr(at), bound.bounds.size());
    const std::size_t close = text.substr(at).starts_with("[@") ? text.find(']', at) : std::string_view::npos;
    if (index < 0 && close == std::string_view::npos) {
      ++at;
      continue;
    }
    if (index >= 0 && bound.bounds[static_cast<std::size_t>(index)].in_place) {
      at += 3;
      continue;
    }
    typed(text.substr(from, at - from));
    if (index < 0) {
      passage.pieces.push_back({Passage::Piece::Kind::reference, {}, {}, language()});
      from = at = close + 1;
      continue;
    }
    const Bound& one = bound.bounds[static_cast<std::size_t>(index)];
    if (one.kind == Bound::Kind::begin) manners.push_back(one.manner);
    if (one.kind == Bound::Kind::end && !manners.empty()) manners.pop_back();
    if (one.kind == Bound::Kind::value && !one.mark) {
      passage.pieces.push_back(one.piece);
      passage.pieces.back().text = one.spark ? std::string() : one.text;
      if (one.piece.language.empty()) passage.pieces.back().language = language();  // what is printed in the language of its cell keeps it
    }
    from = at += 3;
  }
  typed(text.substr(from));
}

}  // namespace tilstand::content
