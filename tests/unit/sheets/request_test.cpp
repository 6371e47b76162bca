// SPDX-License-Identifier: Apache-2.0
#include "sheets/request.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "sheets/lettering.hpp"
#include "sheets/scheme.hpp"

using namespace tilstand;
using namespace tilstand::sheets;

TEST_CASE("measures of sheets and paper") {
  CHECK(parse_sheet("450x320mm") == Size{mm(450), mm(320)});
  CHECK(parse_sheet("SRA3") == parse_sheet("450x320mm"));
  for (const char* text : {"450", "450x320", "x320mm", "0x1mm", "-1x2mm", "1e3x2mm", "450x320mmmm"}) CHECK_FALSE(parse_sheet(text));
  CHECK(parse_length("0.1mm") == parse_length("100um"));
  for (const char* text : {"", "mm", "0.1", "-1mm", "nanmm", "0,1mm"}) CHECK_FALSE(parse_length(text));
}

TEST_CASE("marks and covers") {
  CHECK(parse_marks("fold,crop")->fold);
  CHECK_FALSE(parse_marks("fold,crop")->collating);
  CHECK_FALSE(parse_marks("none")->any());
  CHECK_FALSE(parse_marks("fold,"));
  CHECK(parse_cover("1,80") == std::vector<std::uint32_t>{1, 80});
  for (const char* text : {"", "1", "0,1", "1,2,3", "1,1", "1,2,3,4,5", "a,b"}) CHECK_FALSE(parse_cover(text));
}

TEST_CASE("every page is on the sheets once") {
  for (const std::uint32_t per_side : {2U, 4U, 8U}) {
    for (std::uint32_t pages = 1; pages <= 70; ++pages) {
      for (const std::uint32_t section : {0U, 16U, 32U}) {
        const Scheme scheme = fold_scheme(pages, per_side, section);
        std::vector<std::uint32_t> seen(pages + 1, 0);
        for (const Side& side : scheme.sides)
          for (const Slot& slot : side.slots) ++seen.at(slot.page);
        CHECK(seen[0] == scheme.blanks);
        CHECK(std::count(seen.begin() + 1, seen.end(), 1U) == pages);
        CHECK(scheme.sides.size() == 2 * scheme.sheets);
      }
    }
  }
}

TEST_CASE("lettering draws letters of both cases alike, and what it lacks as a space") {
  CHECK(lettering("a", 0, 0, 6) == lettering("A", 0, 0, 6));
  CHECK(lettering("ø", 0, 0, 6) == lettering("Ø", 0, 0, 6));
  CHECK(lettering("\xE2\x82\xAC", 0, 0, 6).empty());
  CHECK(lettering("I", 0, 0, 6) == "2 0 m 2 6 l S\n");
}
