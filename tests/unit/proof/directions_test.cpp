// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "unit/proof/proofread.hpp"

namespace tilstand {
namespace {

// trust 50→47 % (falls, negative), datasets 4213→9257 (rises, positive), place 9→4→5 (falls, negative), steady 60→60.5 (flat), fresh 12 (no earlier value)
using List = std::vector<std::string>;

TEST_CASE("a word of rise or fall against the change that it is tied to") {
  written::Proofread proof;
  CHECK(proof.found("Tilliten økte med {{ trust.change }}.") == List{"wrong-direction 1:10 økte"});
  CHECK(proof.findings[0].message == "\"økte\" is said here, but \"trust\" falls from 50 (2020) to 47 (2021)");
  CHECK(proof.found("Tilliten falt med {{ trust.change }}.").empty());
  CHECK(proof.found("Andelen er {{ trust }}, opp fra {{ trust.before.number }}.") == List{"wrong-direction 1:25 opp"});
  CHECK(proof.found("Fallet fra {{ datasets.before.number }} til {{ datasets }}.") == List{"wrong-direction 1:1 Fallet"});
  CHECK(proof.found("Antallet gikk ned, til {{ datasets }}.") == List{"wrong-direction 1:15 ned"});
  CHECK(proof.found("Den har økt siden {{ fresh.year }}, til {{ fresh }}.").empty());  // nothing is known of the time before
}

TEST_CASE("for a rank, up means a better place") {
  written::Proofread proof;
  CHECK(proof.found("Norge gikk opp {{ place.change }}, til {{ place }}.") == List{"wrong-direction 1:12 opp"});
  CHECK(proof.found("Norge gikk ned {{ place.change }}, til {{ place }}.").empty());
  CHECK(proof.found("Norge gikk opp fra {{ place[2019].value }} til {{ place[2020].value }}.").empty());
}

TEST_CASE("each word is tied to the nearest figure of its sentence, a comma is a long way") {
  written::Proofread proof;
  CHECK(proof.found("Tilliten falt til {{ trust }}, og katalogen vokste til {{ datasets }}.").empty());
  CHECK(proof.found("Tilliten vokste til {{ trust }}, og katalogen falt til {{ datasets }}.") == List{"wrong-direction 1:10 vokste", "wrong-direction 1:47 falt"});
  CHECK(proof.found("Det steg. Tilliten er {{ trust }}.").empty());
  CHECK(proof.found("Veksten er stor: Nå er det {{ trust }}.").empty());
}

TEST_CASE("a negation turns the word round") {
  written::Proofread proof;
  CHECK(proof.found("Tilliten har ikke økt, den er {{ trust }}.").empty());
  CHECK(proof.found("Tilliten falt ikke, den er {{ trust }}.") == List{"wrong-direction 1:10 falt"});
  CHECK(proof.found("Andelen som ikke følger dem, falt til {{ trust }}.").empty());
  CHECK(proof.found("Den økte ikke bare litt, til {{ datasets }}.").empty());
}

TEST_CASE("comparisons count beside a change, or before an earlier time") {
  written::Proofread proof;
  CHECK(proof.found("Det er {{ trust.change }} mer enn i {{ trust.before.year }}.") == List{"wrong-direction 1:27 mer"});
  CHECK(proof.found("Det er {{ trust.change }} mindre enn i {{ trust.before.year }}.").empty());
  CHECK(proof.found("Færre enn året før, {{ datasets }}, er med.") == List{"wrong-direction 1:1 Færre"});
  CHECK(proof.found("Flere enn året før, {{ datasets }}, er med.").empty());
  CHECK(proof.found("{{ trust }} gjør det én eller flere ganger, og flere enn i byen.").empty());
}

TEST_CASE("words of a trend against its label") {
  written::Proofread proof;
  CHECK(proof.found("Utviklingen er positiv, {{ trust }}.") == List{"wrong-trend 1:16 positiv"});
  CHECK(proof.found("Utviklingen er negativ og fallende, {{ trust }}.").empty());
  CHECK(proof.found("Nivået er uendret, {{ trust }}.") == List{"wrong-trend 1:11 uendret"});
  CHECK(proof.found("Nivået er uendret, {{ steady }}.").empty());
  CHECK(proof.found_in("[[part]]\ntitle = \"D\"\nmaster = \"text\"\n[[part.block]]\nkind = \"table\"\nrepeat = \"goals\"\nas = \"goal\"\n[[part.block.column]]\nhead = \"Vei\"\n"
                       "trend = \"'negative falling'\"\ntext = \"Positiv\"\n") == List{"wrong-trend 22:9 Positiv"});
}

TEST_CASE("words about a chart over a table are held against its series and values") {
  written::Proofread proof;
  proof.report.table("growth", "year = \"year\"\nsector = \"text\"\ncount = \"integer\"\n",
                     "year,sector,count\n2019,Stat,427\n2020,Stat,900\n2021,Stat,1382\n2019,Kommune,80\n2020,Kommune,70\n2021,Kommune,60\n");
  const auto found = [&](const std::string& description) {
    return proof.found_in("[[part]]\ntitle = \"D\"\nmaster = \"text\"\n[[part.block]]\nkind = \"chart\"\ntype = \"line\"\ndata = \"growth\"\nby = \"year\"\n"
                          "value = \"count\"\nseries = \"sector\"\ndescription = \"" + description + "\"\n");
  };
  CHECK(found("Stat stiger til 1\u00a0382 i 2021. Kommune faller til 60.").empty());
  CHECK(found("Stat faller.") == List{"wrong-direction 22:21 faller"});
  CHECK(proof.findings[0].message == "\"faller\" is said here, but Stat: 427 (2019) to 1\u00a0382 (2021)");
  CHECK(found("Kommune vokser, Stat også.").empty());  // one of the two that are named does
  CHECK(found("Kommune vokser.") == List{"wrong-direction 22:24 vokser"});
  CHECK(found("Noe vokser.").empty());
  CHECK(found("Ingen faller.") == List{"wrong-direction 22:22 faller"});
  CHECK(found("Stat nådde 1\u00a0383.") == List{"typed-number 22:27 1\u00a0383"});
  CHECK(found("Stat nådde 1 382.").empty());
}

TEST_CASE("a chart's title is held against its figures") {
  written::Proofread proof;
  const std::string chart = "[[part]]\ntitle = \"D\"\nmaster = \"text\"\n[[part.block]]\nkind = \"chart\"\ntype = \"dumbbell\"\nmaximum = 100\nstep = 25\nfigures = [\"trust\", \"wait\"]\ntitle = ";
  CHECK(proof.found_in(chart + "\"Tilliten stiger\"\n") == List{"wrong-direction 21:19 stiger"});
  CHECK(proof.found_in(chart + "\"Tilliten faller\"\n").empty());
  CHECK(proof.found_in(chart + "\"Færre venter\"\n").empty());
  CHECK(proof.found_in(chart + "\"Ingen på vei ned\"\n") == List{"wrong-direction 21:23 ned"});
}

TEST_CASE("a wording stands with a reason") {
  written::Proofread proof;
  CHECK(proof.found("Delingen {{ literal \"økte\" because \"kilden regner omvendt\" }} med {{ trust.change }}.").empty());
  proof.excuse("nedgang i delingen", "kildens ord");
  CHECK(proof.found("En nedgang i delingen, {{ datasets }}.").empty());
}

}  // namespace
}  // namespace tilstand
