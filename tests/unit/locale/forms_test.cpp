// SPDX-License-Identifier: Apache-2.0
#include "locale/forms.hpp"

#include <catch2/catch.hpp>

using tilstand::locale::Forms;

TEST_CASE("Norwegian numbers have no-break spaces, a comma and a true minus", "[locale]") {
  for (const char* language : {"nb", "nn"}) {
    const Forms forms(language);
    CHECK(forms.number(9257, 0) == "9\u00A0257");
    CHECK(forms.number(1234567, 0) == "1\u00A0234\u00A0567");
    CHECK(forms.number(-35, 1) == "\u22123,5");
    CHECK(forms.number(5, 2) == "0,05");
    CHECK(forms.signed_number(187, 0) == "+187");
    CHECK(forms.ordinal(5) == "5.");
  }
}

TEST_CASE("small numbers are written in words", "[locale]") {
  CHECK(Forms("nb").in_words(8) == "åtte");
  CHECK(Forms("nb").in_words(13) == "13");
  CHECK(Forms("en").in_words(8) == "eight");
}

TEST_CASE("lists are joined as the language does", "[locale]") {
  CHECK(Forms("nb").list({"a", "b", "c"}) == "a, b og c");
  CHECK(Forms("nb").list({"a"}) == "a");
  CHECK(Forms("en").list({"a", "b"}) == "a and b");
}

TEST_CASE("dates are written out, and what is no date stays", "[locale]") {
  CHECK(Forms("nb").date("2022-06-15") == "15. juni 2022");
  CHECK(Forms("nb").date("2022-13-15") == "2022-13-15");
  CHECK(Forms("nb").date("i fjor") == "i fjor");
}

TEST_CASE("the first letter is raised by the language's rules", "[locale]") {
  CHECK(Forms("nb").capitalised("åpenhet") == "Åpenhet");
  CHECK(Forms("nb").capitalised("").empty());
}

TEST_CASE("the extremes of whole numbers are printed", "[locale]") {
  CHECK(Forms("en").number(INT64_MIN, 0) == "\u22129,223,372,036,854,775,808");
}
