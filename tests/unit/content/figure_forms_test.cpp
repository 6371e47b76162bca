// SPDX-License-Identifier: Apache-2.0
#include "content/figure_forms.hpp"

#include <catch2/catch.hpp>

#include "unit/content/written.hpp"

using namespace tilstand;
using written::Report;

TEST_CASE("a figure is said long, short and bare in both forms of Norwegian", "[content]") {
  for (const char* language : {"nb", "nn"}) {
    Report report(language);
    CHECK(report.said("trust") == "47\u00A0prosent");
    CHECK(report.said("trust.value") == "47\u00A0prosent");
    CHECK(report.said("trust.short") == "47\u00A0%");
    CHECK(report.said("trust.number") == "47");
    CHECK(report.said("place.value") == "5.\u00A0plass");
    CHECK(report.said("place.short") == "5.");
    CHECK(report.said("place.number") == "5");
    CHECK(report.said("datasets.value") == "9\u00A0257");
    CHECK(report.said("ratio.value") == "3,1");
    CHECK(report.said("loss.value") == "\u22124");
    CHECK(report.said("steady.short") == "60,5\u00A0%");
    CHECK(report.said("trust.year") == "2021");
    CHECK(report.said("trust.unit") == "percent");
    CHECK(report.said("place.scope") == "27");
    CHECK(report.said("trust.scope").empty());
    CHECK(report.said("trust.label") == "Tillit");
    CHECK(report.said("trust.name") == "trust");
    CHECK(report.said("trust.tile") == "true");
    CHECK(report.mistakes().empty());
  }
}

TEST_CASE("numbers are written in words up to twelve", "[content]") {
  CHECK(Report("nb").said("place.words") == "fem");
  CHECK(Report("nn").said("place.words") == "fem");
  CHECK(Report("nb").said("fresh.words") == "tolv");
  CHECK(Report("nb").said("trust.words") == "47");
  CHECK(Report("nb").said("ratio.words") == "3,1");
}

TEST_CASE("a change is said in percentage points, places or by number, without sign", "[content]") {
  Report nb("nb"), nn("nn");
  CHECK(nb.said("trust.change") == "3\u00A0prosentpoeng");
  CHECK(nb.said("steady.change") == "0,5\u00A0prosentpoeng");
  CHECK(nb.said("place.change") == "én plass");
  CHECK(nn.said("place.change") == "éin plass");
  CHECK(nb.said("place[2020].change") == "fem plasser");
  CHECK(nn.said("place[2020].change") == "fem plassar");
  CHECK(nb.said("datasets.change") == "5\u00A0044");
  CHECK(nb.said("ratio.change") == "0,6");
  CHECK(nb.said("datasets.change-number") == "5\u00A0044");
  CHECK(nb.said("fresh.change").empty());
  CHECK(nb.mistakes().empty());
}

TEST_CASE("a change in percent is rounded half away from zero, of the size of what was", "[content]") {
  Report report;
  CHECK(report.said("datasets.percent-change") == "120\u00A0prosent");
  CHECK(report.said("ratio.percent-change") == "24\u00A0prosent");
  CHECK(report.said("loss.percent-change") == "100\u00A0prosent");
  CHECK(report.said("fresh.percent-change").empty());
}

TEST_CASE("the value before is a figure of its own", "[content]") {
  Report report;
  CHECK(report.said("trust.before.value") == "50\u00A0prosent");
  CHECK(report.said("trust.before.year") == "2020");
  CHECK(report.said("place.before.before.short") == "9.");
  CHECK(report.said("fresh.before").empty());
}

TEST_CASE("a trend is derived from values and favourable direction, and said", "[content]") {
  Report nb("nb"), nn("nn");
  CHECK(nb.said("trust.trend") == "Negativ, fallende");
  CHECK(nn.said("trust.trend") == "Negativ, fallande");
  CHECK(nb.said("wait.trend") == "Positiv, fallende");
  CHECK(nb.said("place.trend") == "Negativ, fallende");
  CHECK(nb.said("place[2020].trend") == "Positiv, stigende");
  CHECK(nn.said("datasets.trend") == "Positiv, stigande");
  CHECK(nb.said("fresh.trend") == "Ingen tidligere måling");
  CHECK(nn.said("fresh.trend") == "Inga tidlegare måling");
  CHECK(nb.said("wait.judgement") == "positive");
  CHECK(nb.said("wait.direction") == "falling");
  CHECK(nb.said("fresh.judgement") == "none");
}

TEST_CASE("a change within what the definition calls flat is flat", "[content]") {
  Report report;
  CHECK(report.said("steady.trend") == "Flat");
  CHECK(report.said("steady.moved") == "Om lag som 60\u00A0% i 2020");
  report.flat = {{"percent", 0.4}};
  CHECK(report.said("steady.trend") == "Positiv, stigende");
  report.flat = {{"count", 10}};
  CHECK(report.said("steady.direction") == "rising");
}

TEST_CASE("what a figure moved from is said with its year, ranks as places", "[content]") {
  Report nb("nb"), nn("nn");
  CHECK(nb.said("trust.moved") == "Ned fra 50\u00A0% i 2020");
  CHECK(nn.said("trust.moved") == "Ned frå 50\u00A0% i 2020");
  CHECK(nb.said("place.moved") == "Ned fra 4.\u00A0plass i 2020");
  CHECK(nb.said("datasets.moved") == "Opp fra 4\u00A0213 i 2020");
  CHECK(nb.said("fresh.moved") == "Ingen tidligere måling");
}

TEST_CASE("an unchanged value is said to be so", "[content]") {
  Report report;
  report.write("data/values.csv", "figure,year,value,source-label,acknowledged\ntrust,2020,50,,\ntrust,2021,50.0,,\nwait,2021,1,,\nplace,2021,1,,\n"
                                  "datasets,2021,1,,\nsteady,2021,1,,\nfresh,2021,1,,\nratio,2020,0,,\nratio,2021,1,,\nloss,2021,1,,\n");
  CHECK(report.said("trust.moved") == "Uendret fra 2020");
  CHECK(report.said("trust.change") == "0\u00A0prosentpoeng");
  CHECK(report.said("trust.trend") == "Flat");
  CHECK(report.said("ratio.percent-change").empty());
}

TEST_CASE("the source line says when there is no source", "[content]") {
  CHECK(Report("nb").said("trust.source-line") == "Kilde: Undersøkelsen.");
  CHECK(Report("nn").said("trust.source-line") == "Kjelde: Undersøkelsen.");
  CHECK(Report("nb").said("fresh.source-line") == "Kilde ikke oppgitt.");
  CHECK(Report("nn").said("fresh.source-line") == "Kjelde ikkje oppgitt.");
  CHECK(Report("nb").said("fresh.source") == "kilde ikke oppgitt");
}

TEST_CASE("every name that is offered as a member is one", "[content]") {
  Report report;
  const data::Figure& figure = report.dataset().figures.front();
  const content::FigureForms forms(report.forms, report.words, report.flat);
  for (const std::string& name : content::FigureForms::member_names(figure)) {
    INFO(name);
    CHECK(forms.member({&figure, {}}, name).has_value());
  }
  CHECK_FALSE(forms.member({&figure, {}}, "nothing").has_value());
}

TEST_CASE("trends written as code words are read back", "[content]") {
  using data::Direction;
  using data::Judgement;
  CHECK(content::read_trend("positive falling") == data::Trend{Judgement::positive, Direction::falling});
  CHECK(content::read_trend("negative") == data::Trend{Judgement::negative, Direction::falling});
  CHECK(content::read_trend("flat") == data::Trend{Judgement::flat, Direction::flat});
  CHECK_FALSE(content::read_trend("positive sideways"));
  CHECK_FALSE(content::read_trend("good"));
}
