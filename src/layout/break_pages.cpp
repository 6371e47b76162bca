// SPDX-License-Identifier: Apache-2.0
#include "layout/break_pages.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>

namespace tilstand::layout {
namespace {

constexpr std::int64_t per_page = 10;           // among equals the fewer pages
constexpr std::int64_t strong_keep = 100'000;   // lines left alone, a heading without its text
constexpr std::int64_t torn_group = 600;        // worth a page that is left a quarter empty
constexpr std::int64_t divided_word = 80;       // worth a line or two
constexpr std::int64_t moved_block = 50;        // a block at the foot of a later page than its place
constexpr std::int64_t split_note = 200;        // a foot note that goes on on the next page
constexpr std::int64_t unlike_depth = 8;        // a hundredth of the height by which facing pages differ
constexpr std::int64_t lone_last_page = 400;    // a last page with next to nothing on it
constexpr std::int64_t too_tall = 1'000'000;
constexpr std::size_t most_starts = 200'000;     // of pages that are looked at
constexpr int lone_part = 8;                    // … under an eighth of its height

std::int64_t void_penalty(const PageFill& page) {
  const std::int64_t part = void_of(page);
  return part * part;
}

/// Page `number` is a right page, and the left one that it faces is of the same matter.
bool is_faced(const PageSupply& supply, std::size_t number) {
  return supply.facing_weight > 0 && (number == 0 ? supply.facing_void.has_value() : (number % 2 == 0) == supply.starts_right);
}

/// Of a right page that ends at another depth than the left one, which left `left` unfilled. It grows with the difference and the
/// void with its square: a page follows one that is a line or two short, not one that is half empty.
std::int64_t facing_penalty(const PageSupply& supply, const PageFill& page, std::int64_t left) {
  return unlike_depth * std::abs(void_of(page) - left) * supply.facing_weight / 100;
}

std::int64_t keep_penalty(Keep keep) {
  if (keep == Keep::none) return 0;
  if (keep == Keep::divided) return divided_word;
  return keep == Keep::group ? torn_group : strong_keep;
}

/// What holds piece `next` to the matter before it.
Keep keep_before(const Galley& galley, std::size_t next) {
  while (next > 0 && !galley.pieces[next - 1].takes_room()) --next;
  return next == 0 ? Keep::none : galley.pieces[next - 1].keep;
}

std::int64_t carried_penalty(const PageFill& page) {
  return moved_block * static_cast<std::int64_t>(page.carried().waiting.size()) + split_note * static_cast<std::int64_t>(page.carried().notes.size());
}

/// Of a page that ends before piece `next`.
std::int64_t page_penalty(const Galley& galley, const PageFill& page, std::size_t next) {
  return per_page + keep_penalty(keep_before(galley, next)) + void_penalty(page) + (page.overfull() ? too_tall : 0) +
         carried_penalty(page);
}

std::int64_t last_penalty(const PageFill& page, std::size_t number, bool ends) {
  const bool lone = ends && number > 0 && !page.has_foot() && page.used() * lone_part < page.height();
  const bool unended = ends && !page.carried().notes.empty();  // a note goes on where nothing follows
  return per_page + (lone ? lone_last_page : 0) + (unended ? strong_keep : 0) + (page.overfull() ? too_tall : 0) + carried_penalty(page);
}

/// The cheapest path to the start of a page, among those that leave the page before it equally full.
struct Way {
  std::int64_t cost = 0;
  std::int64_t left = 0;                ///< what the left page leaves unfilled; 0 unless the start is one of a page that faces it
  std::size_t from = 0, from_way = 0;   ///< start and way before
};

/// Where a page begins: what was placed before, and the ways there.
struct Start {
  std::size_t piece = 0, page = 0;
  Carried carried;
  std::vector<Way> ways;
};

class Search {
 public:
  Search(const Galley& galley, const PageSupply& supply, bool ends)
      : galley_(galley), supply_(supply), ends_(ends), at_(galley.pieces.size() + 1) {}

  /// Nothing when there are too many ways to go on.
  std::optional<PageBreaks> run() {
    add({0, 0, {{}, supply_.notes, supply_.head}, {{0, supply_.facing_void.value_or(0), 0, 0}}});
    for (std::size_t piece = 0; piece < galley_.pieces.size(); ++piece)
      for (std::size_t i = 0; i < at_[piece].size(); ++i) {
        extend(at_[piece][i]);
        if (starts_.size() > most_starts) return std::nullopt;
      }
    PageBreaks breaks;
    for (const Way* way = &best_; way->from != 0; way = &starts_[way->from].ways[way->from_way]) breaks.push_back(starts_[way->from].piece);
    std::reverse(breaks.begin(), breaks.end());
    return breaks;
  }

 private:
  std::size_t kind_of(std::size_t page) const { return page < supply_.kinds ? page : supply_.kinds + (page - supply_.kinds) % supply_.period; }

  void add(Start&& start) {
    for (const std::size_t i : at_[start.piece]) {
      Start& known = starts_[i];
      if (kind_of(known.page) == kind_of(start.page) && known.carried == start.carried) return add_way(known, start.ways.front());
    }
    at_[start.piece].push_back(starts_.size());
    starts_.push_back(std::move(start));
  }

  static void add_way(Start& start, const Way& way) {
    for (Way& known : start.ways) {
      if (known.left != way.left) continue;
      if (way.cost < known.cost) known = way;
      return;
    }
    start.ways.push_back(way);
  }

  /// Fills one page from a start and offers every place where it may end.
  void extend(std::size_t index) {
    const Start start = starts_[index];
    PageFill page(galley_, supply_, start.page, start.carried);
    for (std::size_t next = start.piece; next < galley_.pieces.size(); ++next) {
      const bool may_end = next > start.piece && galley_.pieces[next].kind != Piece::Kind::end_table;  // which stays with its rows
      if (may_end) offer(start, index, page, next);
      if (page.take(next)) continue;
      if (!may_end) offer(start, index, page, next);
      return;
    }
    finish(best_way(start, index, nullptr), last_penalty(page, start.page, ends_));
  }

  /// The cheapest way on from a start; through `page`, when it is a right page that should be as deep as the left one.
  Way best_way(const Start& start, std::size_t index, const PageFill* page) const {
    Way best;
    for (std::size_t i = 0; i < start.ways.size(); ++i) {
      const std::int64_t cost = start.ways[i].cost + (page != nullptr ? facing_penalty(supply_, *page, start.ways[i].left) : 0);
      if (i == 0 || cost < best.cost) best = {cost, 0, index, i};
    }
    return best;
  }

  void offer(const Start& start, std::size_t index, const PageFill& page, std::size_t next) {
    Way way = best_way(start, index, is_faced(supply_, start.page) ? &page : nullptr);
    way.cost += next == start.piece ? per_page + void_penalty(page) : page_penalty(galley_, page, next);
    if (is_faced(supply_, start.page + 1)) way.left = void_of(page);
    add({next, start.page + 1, page.carried(), {way}});
  }

  void finish(Way way, std::int64_t penalty) {
    way.cost += penalty;
    if (!found_ || way.cost < best_.cost) best_ = way;
    found_ = true;
  }

  const Galley& galley_;
  const PageSupply& supply_;
  bool ends_;
  std::vector<std::vector<std::size_t>> at_;  ///< starts by their first piece
  std::vector<Start> starts_;
  Way best_;                                  ///< to the last page
  bool found_ = false;
};

}  // namespace

std::int64_t void_of(const PageFill& page) {
  return page.height().units <= 0 ? 0 : std::max<std::int64_t>(0, (page.limit() - page.bottom()).units * 100 / page.height().units);
}

PageBreaks break_pages(const Galley& galley, const PageSupply& supply, bool ends) {
  if (galley.pieces.empty()) return {};
  return Search(galley, supply, ends).run().value_or(first_fit(galley, supply));
}

PageBreaks first_fit(const Galley& galley, const PageSupply& supply) {
  PageBreaks breaks;
  Carried carried{{}, supply.notes, supply.head};
  for (std::size_t first = 0, number = 0; first < galley.pieces.size(); ++number) {
    PageFill page(galley, supply, number, carried);
    std::size_t next = first, last_free = first;
    Carried then = page.carried();
    for (; next < galley.pieces.size(); ++next) {
      if (next > first && galley.pieces[next].kind != Piece::Kind::end_table && keep_before(galley, next) <= Keep::divided) last_free = next, then = page.carried();
      if (!page.take(next)) break;
    }
    if (next == galley.pieces.size()) break;
    const bool torn = last_free == first;  // nothing on the page may be parted, so it ends where it is full
    breaks.push_back(torn ? next : last_free);
    carried = torn ? page.carried() : then;
    first = breaks.back();
  }
  return breaks;
}

std::optional<std::int64_t> penalty_of(const Galley& galley, const PageSupply& supply, bool ends, const PageBreaks& breaks) {
  std::int64_t sum = 0;
  const auto pages = fill_pages(galley, supply, breaks);
  if (!pages) return std::nullopt;
  for (std::size_t number = 0; number < pages->size(); ++number) {
    const PageFill& page = (*pages)[number];
    const std::size_t first = number == 0 ? 0 : breaks[number - 1];
    const std::int64_t left = number == 0 ? supply.facing_void.value_or(0) : void_of((*pages)[number - 1]);
    if (number < breaks.size() && is_faced(supply, number)) sum += facing_penalty(supply, page, left);
    if (number == breaks.size()) sum += last_penalty(page, number, ends);
    else sum += breaks[number] == first ? per_page + void_penalty(page) : page_penalty(galley, page, breaks[number]);
  }
  return sum;
}

bool tears(const Galley& galley, const PageSupply& supply, const PageBreaks& breaks) {
  const auto penalty = penalty_of(galley, supply, true, breaks);
  return !penalty || *penalty >= strong_keep;
}

std::optional<std::vector<PageFill>> fill_pages(const Galley& galley, const PageSupply& supply, const PageBreaks& breaks) {
  std::vector<PageFill> pages;
  std::size_t next = 0;
  Carried carried{{}, supply.notes, supply.head};
  for (std::size_t number = 0; number <= breaks.size(); ++number) {
    PageFill page(galley, supply, number, carried);
    const std::size_t end = number == breaks.size() ? galley.pieces.size() : breaks[number];
    for (; next < end; ++next)
      if (!page.take(next)) return std::nullopt;
    carried = page.carried();
    pages.push_back(std::move(page));
  }
  return pages;
}

}  // namespace tilstand::layout
