// SPDX-License-Identifier: Apache-2.0
#include "seal/moment.hpp"

#include <catch2/catch.hpp>

namespace tilstand::seal {
namespace {

TEST_CASE("a moment is written and read in both forms", "[seal]") {
  CHECK(utc_text(0) == "1970-01-01T00:00:00Z");
  CHECK(pdf_date(951827696) == "D:20000229123456Z");
  for (const Moment moment : {Moment{0}, Moment{951827696}, Moment{1795539600}, Moment{4102444799}}) {
    CHECK(read_pdf_date(pdf_date(moment)) == moment);
    CHECK(read_iso(utc_text(moment)) == moment);
  }
}

TEST_CASE("a PDF date may be told from UTC", "[seal]") {
  CHECK(read_pdf_date("D:20000229133456+01'00'") == 951827696);
  CHECK(read_pdf_date("D:20000229133456+01'00") == 951827696);
  CHECK(read_pdf_date("D:20000229070456-0530") == 951827696);
  CHECK(read_pdf_date("D:20000229123456") == 951827696);
}

TEST_CASE("a day means its last second", "[seal]") { CHECK(read_iso("2000-02-29") == read_iso("2000-02-29T23:59:59Z")); }

TEST_CASE("what is no time is refused", "[seal]") {
  for (const char* text : {"", "2000", "2000-02-30", "2000-13-01", "2000-02-29T12:34:56", "2000-02-29T25:00:00Z", "2000-02-29T12:34:56Zx", "20000229", "+000-01-01"}) {
    INFO(text);
    CHECK_FALSE(read_iso(text));
  }
  for (const char* text : {"", "D:", "D:2000", "20000229123456Z", "D:20000230123456Z", "D:20000229123456X", "D:20000229123456+1"}) {
    INFO(text);
    CHECK_FALSE(read_pdf_date(text));
  }
}

}  // namespace
}  // namespace tilstand::seal
