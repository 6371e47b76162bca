// SPDX-License-Identifier: Apache-2.0
#include "locale/forms.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <random>

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

TEST_CASE("numbers round-trip: the digits of what is printed are those of the number", "[locale][property]") {
  const Forms forms("nb");
  std::mt19937_64 random(2021);
  for (int i = 0; i < 2000; ++i) {
    const auto mantissa = static_cast<std::int64_t>(random() >> (random() % 64));
    const int decimals = static_cast<int>(random() % 10);
    std::string digits;
    std::size_t whole = 0;
    const std::string text = forms.number(mantissa, decimals);
    for (const char byte : text) {
      if (byte == ',') whole = digits.size();
      if (byte >= '0' && byte <= '9') digits += byte;
    }
    INFO(text);
    CHECK(digits.find_first_not_of('0') == (mantissa == 0 ? std::string::npos : digits.size() - std::to_string(std::abs(mantissa)).size()));
    if (mantissa != 0) CHECK(digits.substr(digits.find_first_not_of('0')) == std::to_string(std::abs(mantissa)));
    CHECK((decimals == 0 ? text.find(',') == std::string::npos : digits.size() - whole == static_cast<std::size_t>(decimals)));
    CHECK(text.starts_with("\u2212") == (mantissa < 0));
  }
}

TEST_CASE("thousands are grouped from the right with a space that does not break, in four digits too", "[locale]") {
  const Forms forms("nn");
  CHECK(forms.number(999, 0) == "999");
  CHECK(forms.number(1000, 0) == "1\u00A0000");
  CHECK(forms.number(-1000000, 2) == "\u221210\u00A0000,00");
  CHECK(forms.number(0, 0) == "0");
  CHECK(forms.number(0, 1) == "0,0");
  CHECK(forms.signed_number(0, 0) == "0");
  CHECK(forms.signed_number(-3, 0) == "\u22123");
}

TEST_CASE("the two forms of Norwegian differ in words and dates where they do", "[locale]") {
  CHECK(Forms("nb").in_words(0) == "null");
  CHECK(Forms("nb").in_words(1) == "én");
  CHECK(Forms("nn").in_words(1) == "éin");
  CHECK(Forms("nb").in_words(7) == "sju");
  CHECK(Forms("nn").in_words(7) == "sju");
  CHECK(Forms("nn").in_words(12) == "tolv");
  CHECK(Forms("nb").in_words(-1) == "\u22121");
  CHECK(Forms("nn").date("2022-05-17") == "17. mai 2022");
  CHECK(Forms("nn").list({"a", "b", "c", "d"}) == "a, b, c og d");
  CHECK(Forms("nb").list({}).empty());
}

TEST_CASE("ordinals follow the language", "[locale]") {
  CHECK(Forms("en").ordinal(1) == "1st");
  CHECK(Forms("en").ordinal(11) == "11th");
  CHECK(Forms("en").ordinal(22) == "22nd");
  CHECK(Forms("en").ordinal(113) == "113th");
  CHECK(Forms("nb").ordinal(1000) == "1\u00A0000.");
}

TEST_CASE("what is no date of the calendar's form stays as it is", "[locale]") {
  for (const char* text : {"", "2022", "2022-06", "2022-6-", "2022-06-15T10:00", "2022-00-10", "2022-06-32", "-2022-06-15", "2022-02-30"}) CHECK(Forms("nb").date(text) == text);
  CHECK(Forms("nb").date("2024-02-29") == "29. februar 2024");
}

TEST_CASE("capitals are those of the first letter only, of any script", "[locale]") {
  CHECK(Forms("nb").capitalised("øKT") == "ØKT");
  CHECK(Forms("nb").capitalised("9 257") == "9 257");
  CHECK(Forms("nb").capitalised("«åpen»") == "«åpen»");
}
