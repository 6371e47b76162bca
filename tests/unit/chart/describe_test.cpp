// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "unit/chart/setting.hpp"

using namespace tilstand;
using namespace tilstand::chart;

namespace {

std::string description_of(Setting& setting, const Input& input) {
  const auto made = setting.planned(input);
  REQUIRE(made);
  std::string text;
  for (std::size_t i = 0; i < made->description.size(); ++i) {
    if (made->description.compare(i, 2, "\u00A0") != 0) text += made->description[i];
    else text += (++i, ' ');
  }
  return text;
}

}  // namespace

TEST_CASE("a dumbbell says its scale, both values, what each change means and the extremes", "[chart]") {
  Setting setting;
  Input input = chart_of(Kind::dumbbell, {share("Nett", {{2020, {92, 0}}, {2021, {94, 0}}}, data::Judgement::positive),
                                          share("Tillit", {{2020, {50, 0}}, {2021, {47, 0}}}, data::Judgement::negative),
                                          share("Kontakt", {{2020, {92, 0}}, {2021, {92, 0}}}, data::Judgement::flat),
                                          share("Nytt", {{2021, {30, 0}}})});
  input.unit = "Prosent av innbyggerne";
  CHECK(description_of(setting, input) ==
        "Punktdiagram på en skala fra 0 til 100 prosent. Prosent av innbyggerne. Nett: 92 prosent i 2020, 94 prosent i 2021, en gunstig endring. "
        "Tillit: 50 prosent i 2020, 47 prosent i 2021, en ugunstig endring. Kontakt: 92 prosent både i 2020 og i 2021. "
        "Nytt: 30 prosent i 2021, ingen tidligere måling. Høyest er 94 prosent (Nett), lavest 30 prosent (Nytt).");
}

TEST_CASE("a series of ranks says every place and calls a smaller number up", "[chart]") {
  Setting setting;
  const Input input = chart_of(Kind::rank_series, {place_among("EGDI", 193, {{2016, {18, 0}}, {2018, {14, 0}}, {2020, {13, 0}}}),
                                                   place_among("DESI", 28, {{2019, {5, 0}}, {2020, {3, 0}}, {2021, {5, 0}}})});
  CHECK(description_of(setting, input) ==
        "Linjediagram over plasseringer, med 1. plass øverst og 20. plass nederst. EGDI: 18. plass i 2016, 14. plass i 2018, 13. plass i 2020. "
        "Opp fra 18. plass i 2016 til 13. plass i 2020. DESI: 5. plass i 2019, 3. plass i 2020, 5. plass i 2021. Det samme i 2021 som i 2019.");
}

TEST_CASE("columns say each value, the way from first to last and the steps between", "[chart]") {
  Setting setting;
  const Input input = chart_of(Kind::columns, {row_of("Datasett", data::Unit::count, {{2019, {1106, 0}}, {2020, {1443, 0}}, {2021, {1575, 0}}})});
  CHECK(description_of(setting, input) ==
        "Søylediagram fra 2019 til 2021. Datasett: 1 106 i 2019, 1 443 i 2020, 1 575 i 2021. Opp fra 1 106 i 2019 til 1 575 i 2021. "
        "Endring fra søyle til søyle: +337 i 2020, +132 i 2021.");
}

TEST_CASE("places are best and weakest, not highest and lowest", "[chart]") {
  Setting setting;
  const Input input = chart_of(Kind::rank_dumbbell, {place_among("A", 36, {{2020, {9, 0}}, {2021, {6, 0}}}, data::Judgement::positive),
                                                     place_among("B", 36, {{2020, {8, 0}}, {2021, {11, 0}}}, data::Judgement::negative),
                                                     place_among("C", 36, {{2020, {16, 0}}, {2021, {18, 0}}}, data::Judgement::negative)});
  const std::string text = description_of(setting, input);
  CHECK_THAT(text, Catch::StartsWith("Punktdiagram over plasseringer, fra 1. plass til venstre til 36. plass til høyre."));
  CHECK_THAT(text, Catch::EndsWith("Best er 6. plass (A), svakest 18. plass (C)."));
}

TEST_CASE("status, counts and matrix say what is filled", "[chart]") {
  Setting setting;
  Input status = chart_of(Kind::status, {});
  status.levels = {"Mindre god", "Middels", "God"};
  status.level = 1;
  CHECK(description_of(setting, status) == "Skala med trinnene Mindre god, Middels og God. Status er Middels.");
  Input counts = chart_of(Kind::counts, {});
  counts.count = 2;
  counts.total = 3;
  counts.names = {"Ny i Norge", "Dødsfall og arv"};
  CHECK(description_of(setting, counts) == "2 av 3 skiver er fylt. De fylte er Ny i Norge og Dødsfall og arv.");
  Input matrix = chart_of(Kind::matrix, {});
  matrix.levels = status.levels;
  matrix.matrix = {{"Mål 1", 2}, {"Mål 2", -1}};
  CHECK_THAT(description_of(setting, matrix), Catch::EndsWith("Mål 1: God. Mål 2: ikke satt."));
}

TEST_CASE("the author's own description stands instead of the derived one", "[chart]") {
  Setting setting;
  Input input = chart_of(Kind::dumbbell, {share("a", {{2021, {30, 0}}})});
  input.description = "Andelen er lav.";
  CHECK(description_of(setting, input) == "Andelen er lav.");
}

TEST_CASE("line breaks and discretionary hyphens of a label are not read aloud", "[chart]") {
  Setting setting;
  const Input input = chart_of(Kind::dumbbell, {share("person\u00ADopplysninger\npå nett", {{2021, {30, 0}}})});
  CHECK_THAT(description_of(setting, input), Catch::Contains("personopplysninger på nett: 30 prosent"));
}
