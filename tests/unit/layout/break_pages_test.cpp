// SPDX-License-Identifier: Apache-2.0
#include "layout/break_pages.hpp"

#include <catch2/catch.hpp>
#include <random>

using namespace tilstand;
using layout::Galley;
using layout::Keep;
using layout::PageBreaks;
using layout::Piece;

namespace {

constexpr int page_lines = 6;

bool none_placed(NodeId) { return false; }

Piece line(Keep keep = Keep::none, int lines = 1) {
  Piece piece;
  piece.height = mm(5) * lines;
  piece.keep = keep;
  return piece;
}

Piece foot(int lines) {
  Piece piece = line(Keep::none, lines);
  piece.kind = Piece::Kind::foot;
  return piece;
}

/// Pages of six lines, the odd ones one line shorter when `uneven`.
layout::PageSupply pages_of(bool uneven = false) {
  layout::PageSupply supply;
  supply.cursor = layout::cursor_at(mm(0));
  supply.foot.unit = mm(5);
  supply.grid = {mm(0), mm(5)};
  supply.kinds = 1;
  supply.region = [uneven](std::size_t page) {
    const Length bottom = mm(5) * (uneven && page % 2 == 1 ? page_lines - 1 : page_lines);
    return layout::Region{mm(0), bottom, bottom};
  };
  supply.note_size = [](NodeId) { return layout::NoteSize{mm(5), mm(5)}; };
  return supply;
}

/// The least penalty of all ways to divide the pieces.
std::optional<std::int64_t> least_penalty(const Galley& galley, const layout::PageSupply& supply) {
  const std::size_t gaps = galley.pieces.size() - 1;
  std::optional<std::int64_t> least;
  for (std::uint32_t chosen = 0; chosen < (1U << gaps); ++chosen) {
    PageBreaks breaks;
    for (std::size_t i = 0; i < gaps; ++i)
      if ((chosen >> i & 1U) != 0) breaks.push_back(i + 1);
    const auto penalty = layout::penalty_of(galley, supply, true, breaks);
    if (penalty && (!least || *penalty < *least)) least = penalty;
  }
  return least;
}

std::vector<Piece> random_pieces(std::mt19937& random) {
  const auto pick = [&random](int most) { return static_cast<int>(random() % static_cast<unsigned>(most)); };
  std::vector<Piece> pieces;
  for (int i = 0; i < 14; ++i) {
    const Keep keeps[] = {Keep::none, Keep::none, Keep::group, Keep::orphan, Keep::widow, Keep::head};
    pieces.push_back(pick(9) == 0 ? foot(1 + pick(3)) : line(keeps[pick(6)], 1 + (pick(4) == 0 ? pick(3) : 0)));
    if (pick(6) == 0) pieces.back().notes.push_back(NodeId{static_cast<std::uint32_t>(100 + i)});
    if (pick(7) == 0) pieces.back().before = mm(5);
  }
  return pieces;
}

}  // namespace

TEST_CASE("breaks of pages are the best ones: exhaustive search finds none with a lower penalty", "[layout][property]") {
  std::mt19937 random(20211231);
  for (int round = 0; round < 60; ++round) {
    const std::vector<Piece> pieces = random_pieces(random);
    const Galley galley(pieces, none_placed);
    const layout::PageSupply supply = pages_of(round % 3 == 0);
    const PageBreaks breaks = layout::break_pages(galley, supply, true);
    const auto found = layout::penalty_of(galley, supply, true, breaks);
    const auto least = least_penalty(galley, supply);
    INFO("round " << round);
    REQUIRE(found);
    REQUIRE(least);
    CHECK(*found * 100 <= *least * 101);
  }
}

TEST_CASE("breaks of spreads are the best ones too, whichever page comes first", "[layout][property]") {
  std::mt19937 random(4);
  int weighed = 0;
  for (int round = 0; round < 80; ++round) {
    const std::vector<Piece> pieces = random_pieces(random);
    const Galley galley(pieces, none_placed);
    layout::PageSupply supply = pages_of(round % 3 == 0);
    const PageBreaks alone = layout::break_pages(galley, supply, true);
    supply.facing_weight = round % 4 == 3 ? 400 : 100;
    supply.starts_right = round % 2 == 0;
    if (round % 6 == 0) supply.facing_void = 33;
    const PageBreaks breaks = layout::break_pages(galley, supply, true);
    const auto found = layout::penalty_of(galley, supply, true, breaks);
    const auto least = least_penalty(galley, supply);
    INFO("round " << round);
    REQUIRE(found);
    REQUIRE(least);
    CHECK(*found * 100 <= *least * 101);
    CHECK_FALSE((layout::tears(galley, supply, breaks) && !layout::tears(galley, supply, alone)));
    weighed += breaks != alone ? 1 : 0;
  }
  CHECK(weighed > 5);  // else the cases say nothing of spreads
}

TEST_CASE("a right page ends as high as a left one that is a line short", "[layout]") {
  std::vector<Piece> pieces(120, line());
  pieces[47].keep = Keep::head;
  layout::PageSupply supply = pages_of();
  supply.region = [](std::size_t) { return layout::Region{mm(0), mm(240), mm(240)}; };  // 48 lines
  const Galley galley(pieces, none_placed);
  CHECK(layout::break_pages(galley, supply, true) == PageBreaks{47, 95});
  supply.facing_weight = 100;
  supply.starts_right = false;
  CHECK(layout::break_pages(galley, supply, true) == PageBreaks{47, 94});
  supply.starts_right = true;  // the second page faces the third, which is the last
  CHECK(layout::break_pages(galley, supply, true) == PageBreaks{47, 95});
  pieces[47].keep = Keep::none;
  CHECK(layout::break_pages(galley, supply, true) == PageBreaks{48, 96});
  supply.facing_void = 2;  // the first page faces one that is placed already
  CHECK(layout::break_pages(galley, supply, true) == PageBreaks{47, 95});
}

TEST_CASE("a right page does not follow a left one that is half empty", "[layout]") {
  std::vector<Piece> pieces(120, line());
  for (std::size_t i = 24; i < 48; ++i) pieces[i].keep = Keep::head;
  layout::PageSupply supply = pages_of();
  supply.region = [](std::size_t) { return layout::Region{mm(0), mm(240), mm(240)}; };
  supply.facing_weight = 100;
  supply.starts_right = false;
  const Galley galley(pieces, none_placed);
  const PageBreaks breaks = layout::break_pages(galley, supply, true);
  REQUIRE(breaks.size() == 2);
  CHECK(breaks[0] == 24);
  CHECK(breaks[1] >= 70);
}

TEST_CASE("pages are filled when nothing speaks against it", "[layout]") {
  const std::vector<Piece> pieces(15, line());
  CHECK(layout::break_pages(Galley(pieces, none_placed), pages_of(), true) == PageBreaks{6, 12});
}

TEST_CASE("a heading goes to the next page with its text", "[layout]") {
  std::vector<Piece> pieces(10, line());
  pieces[5].keep = Keep::head;
  CHECK(layout::break_pages(Galley(pieces, none_placed), pages_of(), true) == PageBreaks{5});
}

TEST_CASE("a page ends early so that the last one holds more than a line", "[layout]") {
  std::vector<Piece> pieces(61, line());
  for (Piece& piece : pieces) piece.height = mm(0.5);  // sixty lines a page
  const PageBreaks breaks = layout::break_pages(Galley(pieces, none_placed), pages_of(), true);
  REQUIRE(breaks.size() == 1);
  CHECK(pieces.size() - breaks[0] >= 7);
}

TEST_CASE("pieces taller than a page and keeps without end are divided all the same", "[layout]") {
  std::vector<Piece> pieces(30, line(Keep::head));
  pieces[3] = line(Keep::none, 20);
  const Galley galley(pieces, none_placed);
  const PageBreaks breaks = layout::break_pages(galley, pages_of(), true);
  CHECK(layout::penalty_of(galley, pages_of(), true, breaks));
  CHECK(breaks.size() >= 5);
}

TEST_CASE("blocks for the foot wait for a page with room and keep their order", "[layout]") {
  std::vector<Piece> pieces{line(), line(), line(), foot(4), foot(1)};
  for (int i = 0; i < 8; ++i) pieces.push_back(line());
  const Galley galley(pieces, none_placed);
  const PageBreaks breaks = layout::break_pages(galley, pages_of(), true);
  CHECK(layout::penalty_of(galley, pages_of(), true, breaks));
  CHECK(breaks.size() >= 2);
}

TEST_CASE("the plain way can be filled too and is never better than the search", "[layout][property]") {
  std::mt19937 random(99);
  for (int round = 0; round < 200; ++round) {
    std::vector<Piece> pieces;
    for (int part = 0; part < 4; ++part)
      for (Piece& piece : random_pieces(random)) pieces.push_back(std::move(piece));
    const Galley galley(pieces, none_placed);
    const layout::PageSupply supply = pages_of(round % 2 == 0);
    const auto plain = layout::penalty_of(galley, supply, true, layout::first_fit(galley, supply));
    const auto best = layout::penalty_of(galley, supply, true, layout::break_pages(galley, supply, true));
    INFO("round " << round);
    REQUIRE(plain);
    REQUIRE(best);
    CHECK(*best <= *plain);
  }
}

TEST_CASE("the pages that are tried grow with the pieces, facing pages weighed or not", "[layout]") {
  for (const int weight : {0, 100}) {
    std::vector<std::size_t> tried;
    for (const std::size_t count : {1000U, 4000U}) {
      std::mt19937 random(7);
      std::vector<Piece> pieces;
      while (pieces.size() < count)
        for (Piece& piece : random_pieces(random)) pieces.push_back(std::move(piece));
      const Galley galley(pieces, none_placed);
      layout::PageSupply supply = pages_of(true);
      supply.facing_weight = weight;
      std::size_t pages = 0;
      supply.region = [&pages, region = supply.region](std::size_t page) { return ++pages, region(page); };
      layout::break_pages(galley, supply, true);
      tried.push_back(pages);
    }
    INFO("weight " << weight << ": " << tried[0] << ", " << tried[1]);
    CHECK(tried[0] > 1000);
    CHECK(tried[1] < tried[0] * 5);
  }
}

TEST_CASE("ten thousand pieces take no long search", "[layout]") {
  std::mt19937 random(7);
  std::vector<Piece> pieces;
  while (pieces.size() < 10000) {
    for (Piece& piece : random_pieces(random)) pieces.push_back(std::move(piece));
  }
  const Galley galley(pieces, none_placed);
  CHECK(layout::break_pages(galley, pages_of(), true).size() > 1000);
}
