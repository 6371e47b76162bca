// SPDX-License-Identifier: Apache-2.0
#include "layout/break_pages.hpp"

#include <algorithm>
#include <optional>

namespace tilstand::layout {
namespace {

constexpr std::int64_t per_page = 10;           // among equals the fewer pages
constexpr std::int64_t strong_keep = 100'000;   // lines left alone, a heading without its text
constexpr std::int64_t torn_group = 600;        // worth a page that is left a quarter empty
constexpr std::int64_t divided_word = 80;       // worth a line or two
constexpr std::int64_t moved_block = 50;        // a block at the foot of a later page than its place
constexpr std::int64_t split_note = 200;        // a foot note that goes on on the next page
constexpr std::int64_t lone_last_page = 400;    // a last page with next to nothing on it
constexpr std::int64_t too_tall = 1'000'000;
constexpr std::size_t most_starts = 200'000;     // of pages that are looked at
constexpr int lone_part = 8;                    // … under an eighth of its height

/// Of what a page leaves unfilled, in squared hundredths.
std::int64_t void_penalty(const PageFill& page) {
  if (page.height().units <= 0) return 0;
  const std::int64_t part = std::max<std::int64_t>(0, (page.limit() - page.bottom()).units * 100 / page.height().units);
  return part * part;
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

/// A way to begin a page: what was placed before, and the cheapest path to it.
struct Start {
  std::int64_t cost = 0;
  std::size_t piece = 0, page = 0;
  Carried carried;
  std::size_t from = 0;  ///< index of the start before
};

class Search {
 public:
  Search(const Galley& galley, const PageSupply& supply, bool ends)
      : galley_(galley), supply_(supply), ends_(ends), at_(galley.pieces.size() + 1) {}

  /// Nothing when there are too many ways to go on.
  std::optional<PageBreaks> run() {
    add({0, 0, 0, {{}, supply_.notes, supply_.head}, 0});
    for (std::size_t piece = 0; piece < galley_.pieces.size(); ++piece)
      for (std::size_t i = 0; i < at_[piece].size(); ++i) {
        extend(at_[piece][i]);
        if (starts_.size() > most_starts) return std::nullopt;
      }
    PageBreaks breaks;
    for (std::size_t i = best_last_; i != 0; i = starts_[i].from) breaks.push_back(starts_[i].piece);
    std::reverse(breaks.begin(), breaks.end());
    return breaks;
  }

 private:
  std::size_t kind_of(std::size_t page) const { return page < supply_.kinds ? page : supply_.kinds + (page - supply_.kinds) % supply_.period; }

  void add(Start&& start) {
    for (const std::size_t i : at_[start.piece]) {
      Start& known = starts_[i];
      if (kind_of(known.page) != kind_of(start.page) || !(known.carried == start.carried)) continue;
      if (start.cost < known.cost) known = std::move(start);
      return;
    }
    at_[start.piece].push_back(starts_.size());
    starts_.push_back(std::move(start));
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
    finish(start.cost + last_penalty(page, start.page, ends_), index);
  }

  void offer(const Start& start, std::size_t index, const PageFill& page, std::size_t next) {
    const std::int64_t penalty = next == start.piece ? per_page + void_penalty(page) : page_penalty(galley_, page, next);
    add({start.cost + penalty, next, start.page + 1, page.carried(), index});
  }

  void finish(std::int64_t cost, std::size_t index) {
    if (found_ && cost >= best_) return;
    found_ = true;
    best_ = cost;
    best_last_ = index;
  }

  const Galley& galley_;
  const PageSupply& supply_;
  bool ends_;
  std::vector<std::vector<std::size_t>> at_;  ///< starts by their first piece
  std::vector<Start> starts_;
  std::int64_t best_ = 0;
  std::size_t best_last_ = 0;
  bool found_ = false;
};

}  // namespace

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
