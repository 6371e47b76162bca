// SPDX-License-Identifier: Apache-2.0
// The forms of each language that the report is made in. The files of the layouts are read by another test; here only CLDR speaks.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <string>
#include <vector>

#include "locale/collation.hpp"
#include "locale/forms.hpp"

using tilstand::locale::Forms;
using Strings = std::vector<std::string>;

namespace {

struct Language {
  const char* tag;
  const char *thousands, *millions, *negative, *percent, *tenths_percent;
  const char *fifth, *three, *list, *date, *quoted, *range, *negative_range;
};

// ~ stands for U+00A0, so that it can be seen.
constexpr Language languages[] = {
    {"nb", "9~257", "1~234~567", "−3,5", "47~%", "3,5~%", "5.", "tre", "a, b og c", "15. juni 2022", "«a»", "10–12", "−3 – 2"},
    {"nn", "9~257", "1~234~567", "−3,5", "47~%", "3,5~%", "5.", "tre", "a, b og c", "15. juni 2022", "«a»", "10–12", "−3 – 2"},
    {"se", "9~257", "1~234~567", "−3,5", "47~%", "3,5~%", "5.", "golbma", "a, b ja c", "2022 geassemánnu 15", "”a”", "10–12", "−3 – 2"},
    {"en-GB", "9,257", "1,234,567", "−3.5", "47%", "3.5%", "5th", "three", "a, b and c", "15 June 2022", "“a”", "10–12", "−3 – 2"},
};

std::string seen(std::string text) {
  for (std::size_t at = 0; (at = text.find("\u00A0", at)) != std::string::npos;) text.replace(at, 2, "~");
  return text;
}

}  // namespace

TEST_CASE("numbers, percent and negative numbers are written as each language does", "[locale]") {
  for (const Language& language : languages) {
    INFO(language.tag);
    const Forms forms(language.tag);
    CHECK(forms.known());
    CHECK(seen(forms.number(9257, 0)) == language.thousands);
    CHECK(seen(forms.number(1234567, 0)) == language.millions);
    CHECK(seen(forms.number(-35, 1)) == language.negative);
    CHECK(seen(forms.percent(47, 0)) == language.percent);
    CHECK(seen(forms.percent(35, 1)) == language.tenths_percent);
    CHECK(seen(forms.signed_number(187, 0)) == "+187");
  }
}

TEST_CASE("ordinals, words, lists, dates, quotation marks and ranges are each language's", "[locale]") {
  for (const Language& language : languages) {
    INFO(language.tag);
    const Forms forms(language.tag);
    CHECK(forms.ordinal(5) == language.fifth);
    CHECK(forms.in_words(3) == language.three);
    CHECK(forms.list({"a", "b", "c"}) == language.list);
    CHECK(forms.list({"a"}) == "a");
    CHECK(forms.list({}).empty());
    CHECK(seen(forms.date("2022-06-15")) == language.date);
    CHECK(forms.quoted("a") == language.quoted);
    CHECK(seen(forms.range(10, 12, 0)) == language.range);
    CHECK(seen(forms.range(-3, 2, 0)) == language.negative_range);
    CHECK(forms.range(12, 12, 0) == "12");
    CHECK(forms.years(2019, 2021) == "2019–2021");
    CHECK(forms.years(2021, 2021) == "2021");
  }
}

TEST_CASE("small numbers have the gender of what is counted", "[locale]") {
  const Forms nb("nb"), en("en"), se("se");
  CHECK(nb.in_words(1) == "én");
  CHECK(nb.in_words(1, "feminine") == "ei");
  CHECK(nb.in_words(1, "neuter") == "ett");
  CHECK(nb.in_words(2, "neuter") == "to");
  CHECK(nb.in_words(12) == "tolv");
  CHECK(seen(nb.in_words(1300)) == "1~300");
  CHECK(seen(nb.in_words(-1)) == "−1");
  CHECK(en.in_words(1, "neuter") == "one");
  CHECK(se.in_words(1) == "okta");
  CHECK(se.in_words(1, "neuter") == "okta");
}

TEST_CASE("ordinals are spelled where CLDR or the language's file has words", "[locale]") {
  CHECK(Forms("nb").ordinal_in_words(5) == "femte");
  CHECK(Forms("nb").ordinal_in_words(2, "neuter") == "andre");
  CHECK(Forms("nb").ordinal_in_words(36) == "36.");
  CHECK(Forms("en").ordinal_in_words(3) == "third");
  CHECK(Forms("en").ordinal(22) == "22nd");
  CHECK(Forms("en").ordinal(1111) == "1,111th");
  CHECK_FALSE(Forms("se").has_ordinal_words());
  CHECK(Forms("se").ordinal_in_words(5) == "5.");
  CHECK_FALSE(Forms("nn").has_ordinal_words());
  const Forms nn("nn", {{"number.ordinal.2", "andre"}, {"number.ordinal.5", "femte"}, {"number.ordinal.neuter.5", "det femte"}});
  CHECK(nn.has_ordinal_words());
  CHECK(nn.ordinal_in_words(5) == "femte");
  CHECK(nn.ordinal_in_words(5, "neuter") == "det femte");
  CHECK(nn.ordinal_in_words(5, "feminine") == "femte");
}

TEST_CASE("a language's own words for numbers go before CLDR's", "[locale]") {
  const Forms plain("nn"), nn("nn", {{"number.cardinal.feminine.1", "ei"}, {"value.percent", "{number} prosent"}});
  CHECK(plain.in_words(1, "feminine") == "éin");  // CLDR's mistake
  CHECK(nn.in_words(1, "feminine") == "ei");
  CHECK(nn.in_words(1, "neuter") == "eitt");
  CHECK(nn.in_words(1) == "éin");
}

TEST_CASE("plural categories come from the number as it is printed", "[locale]") {
  for (const char* language : {"nb", "nn", "en"}) {
    const Forms forms(language);
    CHECK(forms.plural(1, 0) == "one");
    CHECK(forms.plural(0, 0) == "other");
    CHECK(forms.plural(2, 0) == "other");
    CHECK(forms.plural(15, 1) == "other");
  }
  CHECK(Forms("en").plural(10, 1) == "other");  // 1.0 places
  CHECK(Forms("se").plural(1, 0) == "one");
  CHECK(Forms("se").plural(2, 0) == "two");
  CHECK(Forms("se").plural(3, 0) == "other");
  CHECK(Forms("pl").plural(22, 0) == "few");
  CHECK(Forms("pl").plural(25, 0) == "many");
}

TEST_CASE("first letters are raised, and the letters of each language stand in its order", "[locale]") {
  CHECK(Forms("nb").capitalised("åpenhet") == "Åpenhet");
  CHECK(Forms("nn").capitalised("ærleg") == "Ærleg");
  CHECK(Forms("se").capitalised("čađaheapmi") == "Čađaheapmi");
  CHECK(Forms("en").capitalised("open") == "Open");
  const tilstand::locale::Collation se("se");
  CHECK(se.before("cuvge", "čáhci"));
  CHECK(se.before("čáhci", "dáhpi"));
  CHECK(se.before("dáhpi", "đa"));
}

TEST_CASE("a language borrows the forms of the locale that its file names", "[locale]") {
  CHECK(Forms("en").date("2022-06-15") == "June 15, 2022");
  const Forms en("en", {{"locale", "en-GB"}});
  CHECK(en.date("2022-06-15") == "15 June 2022");
  CHECK(en.language() == "en");
  CHECK(en.locale() == "en-GB");
  const Forms made_up("qaa", {{"locale", "nb"}});
  CHECK(made_up.known());
  CHECK(made_up.in_words(8) == "åtte");
  CHECK(made_up.locale() == "nb");
}

TEST_CASE("a language that CLDR doesn't know, or no tag at all, has plain forms", "[locale]") {
  for (const char* tag : {"qaa", "", "not a tag", "x"}) {
    INFO(tag);
    const Forms forms(tag);
    CHECK_FALSE(forms.known());
    CHECK(forms.number(-15, 1) == "−1.5");
    CHECK(forms.plural(1, 0) == "other");
    CHECK_FALSE(forms.ordinal(5).empty());
    CHECK(forms.list({"a", "b"}).find('b') != std::string::npos);
    CHECK_FALSE(forms.date("2022-06-15").empty());
  }
}

TEST_CASE("dates are those of the calendar, whatever the machine's time zone", "[locale]") {
  for (const char* zone : {"Pacific/Kiritimati", "America/Los_Angeles"}) {
    setenv("TZ", zone, 1);
    tzset();
    CHECK(Forms("nb").date("2022-01-01") == "1. januar 2022");
    CHECK(Forms("nb").date("2021-12-31") == "31. desember 2021");
  }
  unsetenv("TZ");
  tzset();
}
