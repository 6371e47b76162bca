// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "base/utf8.hpp"
#include "content/inlines.hpp"
#include "content/place_map.hpp"

namespace tilstand::content {
namespace {

constexpr std::size_t most_bounds = 6400;
constexpr std::size_t placeholder_bytes = 3;
constexpr char32_t first_private = 0xE000;

/// Typed words that get a placeholder.
struct Spot {
  std::size_t begin = 0, end = 0;
  std::string reason;
};

/// Whether Markdown takes the words at a place for more than words: the number of a list's item, the mark of a note or a
/// reference, an address, words with marks among them.
bool is_markup(std::string_view text, std::size_t begin, std::size_t end) {
  if (text.substr(begin, end - begin).find_first_of("*_`[]{}<>|\\\n\"") != std::string_view::npos) return true;
  const std::size_t line = text.rfind('\n', begin == 0 ? 0 : begin - 1);
  const std::size_t start = begin == 0 || line == std::string_view::npos ? 0 : line + 1;
  const std::string_view before = text.substr(start, begin - start);
  const bool first = before.find_first_not_of(' ') == std::string_view::npos;
  if (first && end < text.size() && (text[end] == '.' || text[end] == ')')) return true;
  if (!before.empty() && std::string_view("^@#/").find(before.back()) != std::string_view::npos) return true;
  const std::size_t open = before.find_last_of("[{(`<"), close = before.find_last_of("]})>");
  if (open == std::string_view::npos || (close != std::string_view::npos && close > open)) return false;
  const std::string_view inside = before.substr(open);
  const bool mark = inside.size() > 1 && std::string_view("^@#").find(inside[1]) != std::string_view::npos;
  return mark || inside[0] == '`' || inside[0] == '<' || inside[0] == '{' || (inside[0] == '(' && open > 0 && before[open - 1] == ']');
}

std::vector<Spot> spots_in(const BoundText& bound, const std::vector<Stretch>& open, const Evaluator& evaluator) {
  std::vector<Spot> spots;
  for (const Stretch& stretch : open)
    for (Reasoned& one : evaluator.reasons(bound.text.substr(stretch.begin, stretch.end - stretch.begin), false)) {
      const std::size_t begin = stretch.begin + one.begin, end = stretch.begin + one.end;
      const bool moved = std::any_of(bound.moves.begin(), bound.moves.end(), [&](const BoundText::Move& move) { return move.bound > begin && move.bound < end; });
      if (begin < end && !moved && !is_markup(bound.text, begin, end)) spots.push_back({begin, end, std::move(one.reason)});
    }
  if (bound.bounds.size() + spots.size() > most_bounds) spots.clear();
  return spots;
}

/// Puts placeholders in the place of the spots.
class Replacer {
 public:
  Replacer(BoundText& bound, const definition::Located& source) : bound_(bound), source_(source), old_(bound) {}

  void run(const std::vector<Spot>& spots, const Evaluator& evaluator) {
    const PlaceMap places(source_, old_);
    bound_.text.clear(), bound_.moves.clear();
    for (const Spot& spot : spots) {
      copy_to(spot.begin);
      Bound made;
      made.text = old_.text.substr(spot.begin, spot.end - spot.begin);
      made.span = places.span(spot.begin, spot.end);
      made.piece = {Passage::Piece::Kind::typed, {}, made.span};
      made.printed = whole_text(made.text.size(), evaluator.list_literal(made.text, made.span, spot.reason));
      made.in_place = true;
      append_utf8(bound_.text, first_private + static_cast<char32_t>(bound_.bounds.size()));
      bound_.bounds.push_back(std::move(made));
      from_ = spot.end;
      bound_.moves.push_back({bound_.text.size(), source_at(spot.end)});
    }
    copy_to(old_.text.size());
  }

 private:
  void copy_to(std::size_t end) {
    for (; move_ < old_.moves.size() && old_.moves[move_].bound <= end; ++move_)
      if (old_.moves[move_].bound >= from_) bound_.moves.push_back({old_.moves[move_].bound - from_ + bound_.text.size(), old_.moves[move_].source});
    bound_.text += old_.text.substr(from_, end - from_);
    from_ = end;
  }
  std::size_t source_at(std::size_t at) const {
    const auto after = std::upper_bound(old_.moves.begin(), old_.moves.end(), at, [](std::size_t place, const BoundText::Move& move) { return place < move.bound; });
    return after == old_.moves.begin() ? at : (after - 1)->source + (at - (after - 1)->bound);
  }

  BoundText& bound_;
  const definition::Located& source_;
  const BoundText old_;
  std::size_t from_ = 0, move_ = 0;  ///< of the old text and its moves, that have been copied
};

}  // namespace

void list_typed(BoundText& bound, const definition::Located& source, const std::vector<Stretch>& open, const Evaluator& evaluator) {
  const std::vector<Spot> spots = spots_in(bound, open, evaluator);
  if (!spots.empty()) Replacer(bound, source).run(spots, evaluator);
}

}  // namespace tilstand::content
