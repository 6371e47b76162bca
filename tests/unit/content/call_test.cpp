// SPDX-License-Identifier: Apache-2.0
// Forms that a binding calls by name: the same call in each language.
#include <catch2/catch.hpp>

#include "unit/content/written.hpp"

using namespace tilstand;
using written::Report;

namespace {

/// What a call prints; ~ stands for U+00A0.
std::string said(const char* language, const std::string& call) {
  Report report(language);
  std::string text = report.said(call);
  CAPTURE(language, call);
  CHECK_FALSE(report.diagnostics.has_errors());
  for (std::size_t at = 0; (at = text.find("\u00A0", at)) != std::string::npos;) text.replace(at, 2, "~");
  return text;
}

std::string mistake(const std::string& call) {
  Report report;
  CHECK(report.said(call).empty());
  return report.mistakes().empty() ? "" : report.mistakes().front();
}

}  // namespace

TEST_CASE("a noun agrees with its number by the plural categories of the language", "[content]") {
  const std::string call = ", one: 'tjeneste', other: 'tjenester')";
  CHECK(said("nb", "plural(1" + call) == "tjeneste");
  CHECK(said("nb", "plural(2" + call) == "tjenester");
  CHECK(said("nb", "plural(1.5" + call) == "tjenester");
  CHECK(said("nb", "plural(datasets" + call) == "tjenester");
  CHECK(said("se", "plural(2, one: 'a', two: 'b', other: 'c')") == "b");
  CHECK(said("se", "plural(2, one: 'a', other: 'c')") == "c");
  CHECK(said("nb", "plural(fresh.before, one: 'a', other: 'b')").empty());
}

TEST_CASE("what is counted gives the number its gender", "[content]") {
  CHECK(said("nb", "counted(1, 'place')") == "én plass");
  CHECK(said("nb", "counted(1, 'service')") == "ei tjeneste");
  CHECK(said("nb", "counted(1, 'country')") == "ett land");
  CHECK(said("nn", "counted(1, 'service')") == "ei teneste");
  CHECK(said("nn", "counted(1, 'country')") == "eitt land");
  CHECK(said("nn", "counted(2, 'place')") == "to plassar");
  CHECK(said("en", "counted(1, 'service')") == "one service");
  CHECK(said("en", "counted(12, 'country')") == "twelve countries");
  CHECK(said("nb", "counted(datasets, 'service')") == "9~257 tjenester");
  CHECK(said("nb", "words(1, gender: 'neuter')") == "ett");
  CHECK(said("nn", "words(1, gender: 'neuter')") == "eitt");
  CHECK(said("nn", "words(1, gender: 'feminine')") == "ei");
  CHECK(said("se", "words(1)") == "okta");
  CHECK(said("en", "words(1, gender: 'neuter')") == "one");
}

TEST_CASE("places are said in digits or in words", "[content]") {
  CHECK(said("nb", "ordinal(place)") == "5.");
  CHECK(said("en", "ordinal(place)") == "5th");
  CHECK(said("nb", "ordinal-words(place)") == "femte");
  CHECK(said("nn", "ordinal-words(7)") == "sjuande");
  CHECK(said("en", "place.ordinal-words") == "fifth");
  CHECK(said("nb", "place.ordinal") == "5.");
  CHECK(said("se", "ordinal-words(5)") == "5.");
}

TEST_CASE("ranges have their unit once, and years no thousands", "[content]") {
  CHECK(said("nb", "range(10, 12)") == "10–12");
  CHECK(said("nb", "range(wait, trust)") == "24–47~prosent");
  CHECK(said("en", "range(wait, trust)") == "24–47~per cent");
  CHECK(said("nb", "range(trust, steady)") == "47,0–60,5~prosent");
  CHECK(said("nb", "range(place.before, place)") == "4.–5.~plass");
  CHECK(said("nb", "range(trust.before.year, trust.year)") == "2020–2021");
  CHECK(said("nb", "range('2019', '2021')") == "2019–2021");
  CHECK(said("en", "range(datasets.before, datasets)") == "4,213–9,257");
  CHECK(said("nb", "range(trust, trust)") == "47~prosent");
  CHECK(said("nb", "range(-3, 2)") == "−3 – 2");
}

TEST_CASE("lists, dates, quotation marks, capitals and percent are the language's", "[content]") {
  CHECK(said("nb", "list('a', 'b', trust)") == "a, b og 47~prosent");
  CHECK(said("en", "list('a', 'b', 'c')") == "a, b and c");
  CHECK(said("se", "list('a', 'b', 'c')") == "a, b ja c");
  CHECK(said("nb", "date('2022-06-15')") == "15. juni 2022");
  CHECK(said("en", "date('2022-06-15')") == "15 June 2022");
  CHECK(said("nn", "quote('fast tracker')") == "«fast tracker»");
  CHECK(said("en", "quote('fast tracker')") == "“fast tracker”");
  CHECK(said("nb", "capital('åpenhet')") == "Åpenhet");
  CHECK(said("nb", "percent(trust)") == "47~%");
  CHECK(said("en", "percent(steady)") == "60.5%");
}

TEST_CASE("what a figure moved from can stand in a sentence", "[content]") {
  CHECK(said("nb", "trust.moved-words") == "ned fra 50~prosent i 2020");
  CHECK(said("nn", "trust.moved-words") == "ned frå 50~prosent i 2020");
  CHECK(said("en", "trust.moved-words") == "down from 50~per cent in 2020");
  CHECK(said("nb", "place.moved-words") == "ned fra 4.~plass i 2020");
  CHECK(said("nb", "fresh.moved-words").empty());
}

TEST_CASE("a call that can't be read is told how", "[content]") {
  CHECK(mistake("plurl(1, one: 'a', other: 'b')") == "content.unknown-function expression:1:1");
  CHECK(mistake("plural(1, one: 'a')") == "content.bad-expression expression:1:1");
  CHECK(mistake("plural('x', other: 'a')") == "content.bad-expression expression:1:1");
  CHECK(mistake("counted(1, 'nonsense')") == "content.bad-expression expression:1:1");
  CHECK(mistake("range(1)") == "content.bad-expression expression:1:1");
  CHECK(mistake("range(trust, datasets)") == "content.bad-expression expression:1:1");
  CHECK(mistake("ordinal(1.5)") == "content.bad-expression expression:1:1");
  CHECK(mistake("quote()") == "content.bad-expression expression:1:1");
  CHECK(mistake("words(nothing)").starts_with("content.unknown-binding"));
}

TEST_CASE("whole numbers of a table have thousands, years and literals have not", "[content]") {
  Report report;
  report.table("counts", "name = \"text\"\ncount = \"integer\"\n", "name,count\na,1234567\nb,-3\n");
  const auto tree = report.compose("[[part]]\ntitle = \"Del\"\nmaster = \"text\"\n[[part.block]]\nkind = \"heading\"\nlevel = 2\nrepeat = \"counts\"\nas = \"row\"\n"
                                   "id = \"n{{ row.count }}\"\ntext = \"{{ row.count }} i {{ about.year }}, {{ 2021 }}\"\n");
  CAPTURE(report.mistakes());
  REQUIRE(tree);
  CHECK(written::paragraphs(*tree) == std::vector<std::string>{"1\u00A0234\u00A0567 i 2021, 2021", "−3 i 2021, 2021"});
  CHECK(tree->nodes[2].name == "n1234567");
}
