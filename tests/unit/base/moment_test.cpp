// SPDX-License-Identifier: Apache-2.0
#include "base/moment.hpp"

#include <catch2/catch.hpp>

using tilstand::utc_text;

TEST_CASE("A moment is written in UTC with all its digits", "[base]") {
  CHECK(utc_text(0) == "1970-01-01T00:00:00Z");
  CHECK(utc_text(951782399) == "2000-02-28T23:59:59Z");
  CHECK(utc_text(951782400) == "2000-02-29T00:00:00Z");
  CHECK(utc_text(-1) == "1969-12-31T23:59:59Z");
  CHECK(utc_text(-62135596800) == "0001-01-01T00:00:00Z");
}
