// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "unit/graph/setting.hpp"

using namespace tilstand;
using namespace tilstand::graph;

namespace {

const Mark& mark_of(const Plan& plan, const std::string& base, const std::string& series) {
  for (const Mark& mark : plan.marks)
    if (plan.input.rows[mark.row].base == base && plan.input.rows[mark.row].series == series) return mark;
  FAIL("no mark at " << base);
  return plan.marks.front();
}

Datum level(std::string base, std::string step) {
  Datum made = datum(std::move(base), std::nullopt);
  made.level = std::move(step);
  return made;
}

/// Where a label stands, by its words; millimetres.
drawing::Spot place_of(const drawing::Drawing& drawing, const std::string& words) {
  for (const auto& item : drawing.items) {
    const auto* label = std::get_if<drawing::Label>(&item);
    if (label == nullptr) continue;
    std::string text;
    for (const text::GlyphRun& run : label->line.runs) text += run.text;
    if (text == words) return {label->baseline.x.in_mm(), label->baseline.y.in_mm()};
  }
  FAIL("nothing says " << words);
  return {};
}

}  // namespace

TEST_CASE("diverging bars have zero in the middle of the neutral answer", "[graph]") {
  Setting setting;
  Input input = input_of(Kind::bar, {datum("a", 20, "mot"), datum("a", 40, "verken"), datum("a", 40, "for"), datum("b", 2, "mot"), datum("b", 0, "verken"), datum("b", 6, "for")});
  input.stack = Stack::diverging;
  const auto made = setting.planned(input);
  REQUIRE(made);
  CHECK(mark_of(*made, "a", "mot").from == Approx(-40));
  CHECK(mark_of(*made, "a", "verken").from == Approx(-20));
  CHECK(mark_of(*made, "a", "verken").to == Approx(20));
  CHECK(mark_of(*made, "a", "for").to == Approx(60));
  CHECK(mark_of(*made, "b", "mot").from == Approx(-25));
  CHECK(mark_of(*made, "b", "for").to == Approx(75));
  input.neutral = "vet ikke";
  CHECK_FALSE(setting.planned(input));
  CHECK(setting.codes().back() == "chart.wrong-data");
}

TEST_CASE("two halves of answers part at zero", "[graph]") {
  Setting setting;
  Input input = input_of(Kind::bar, {datum("a", 30, "mot"), datum("a", 70, "for")});
  input.stack = Stack::diverging;
  const auto made = setting.planned(input);
  REQUIRE(made);
  CHECK(mark_of(*made, "a", "mot").from == Approx(-30));
  CHECK(mark_of(*made, "a", "for").to == Approx(70));
}

TEST_CASE("steps stand on an ordinal scale and are said by their names", "[graph]") {
  Setting setting;
  Input input = input_of(Kind::dot, {level("a", "høy"), level("b", "lav"), level("c", "")});
  input.value.scale = ScaleKind::ordinal, input.value.levels = {"lav", "middels", "høy"};
  const auto made = setting.planned(input);
  REQUIRE(made);
  CHECK(mark_of(*made, "a", "").value == 2);
  CHECK_FALSE(mark_of(*made, "c", "").value);
  CHECK(made->table.rows[0][1].text == "høy");
  CHECK(made->value.share(0) < made->value.share(2));
  CHECK(says(setting.drawn(*made, mm(150)), "middels"));
  input.rows.push_back(level("d", "hoy"));
  CHECK_FALSE(setting.planned(input));
  CHECK(setting.codes().back() == "chart.out-of-range");
}

TEST_CASE("the first place stands at the far end of a scale of ranks", "[graph]") {
  Setting setting;
  Input input = input_of(Kind::line, {datum("2020", 4), datum("2021", 1)});
  input.value.scale = ScaleKind::rank;
  const auto made = setting.planned(input);
  REQUIRE(made);
  CHECK(made->value.share(1) == 1);
  CHECK(made->value.share(4) == 0);
  CHECK(made->value.ticks.front().value == 1);
  input.kind = Kind::bar;
  CHECK_FALSE(setting.planned(input));
  CHECK(setting.codes().back() == "chart.wrong-data");
}

TEST_CASE("a dumbbell compares two series", "[graph]") {
  Setting setting;
  Input input = input_of(Kind::dumbbell, {datum("a", 4, "før"), datum("a", 9, "nå"), datum("b", 7, "før"), datum("b", std::nullopt, "nå")});
  const auto made = setting.planned(input);
  REQUIRE(made);
  const drawing::Drawing drawing = setting.drawn(*made, mm(150));
  CHECK(place_of(drawing, "4").x < place_of(drawing, "9").x);
  CHECK(says(drawing, "7"));
  input.rows.push_back(datum("a", 1, "siden"));
  CHECK_FALSE(setting.planned(input));
}

TEST_CASE("a pictogram's mark stands for a round number", "[graph]") {
  Setting setting;
  const auto each = [&](double most) { return setting.planned(input_of(Kind::pictogram, {datum("a", most), datum("b", 1)}))->each; };
  CHECK(each(12) == 1);
  CHECK(each(1362) == 100);
  CHECK(each(0.5) < 0.1);
  Input input = input_of(Kind::pictogram, {datum("a", 1e6)});
  input.each = 1;
  CHECK_FALSE(setting.planned(input));
  CHECK(setting.codes().back() == "chart.out-of-range");
}

TEST_CASE("uncertainty is in the scale and in the table", "[graph]") {
  Setting setting;
  for (const Kind kind : {Kind::line, Kind::column, Kind::bar, Kind::dot, Kind::lollipop}) {
    INFO(name_of(kind));
    Datum row = datum("a", 10);
    row.low = 5, row.high = 40;
    const auto made = setting.planned(input_of(kind, {row, datum("b", 12)}));
    REQUIRE(made);
    CHECK(made->value.high >= 40);
    CHECK(made->table.rows[0][1].text == "10 (5–40)");
    CHECK(made->table.rows[1][1].text == "12");
  }
}

TEST_CASE("notes keep off values, one another and the line", "[graph]") {
  Setting setting;
  std::vector<Datum> rows;
  for (int year = 2010; year < 2020; ++year) rows.push_back(datum(std::to_string(year), year % 2 == 0 ? 10 : 30));
  Input input = input_of(Kind::line, rows);
  input.annotations = {{"2014", "", "ny lov", {}, {}}, {"2015", "", "ny ordning", {}, {}}, {"2016", "", "ny pålogging", {}, {}}};
  const auto made = setting.planned(input);
  REQUIRE(made);
  const drawing::Drawing drawing = setting.drawn(*made, mm(150));
  const drawing::Spot a = place_of(drawing, "ny lov"), b = place_of(drawing, "ny ordning"), c = place_of(drawing, "ny pålogging");
  CHECK((std::abs(a.y - b.y) > 2.4 || std::abs(a.x - b.x) > 14));
  CHECK((std::abs(c.y - b.y) > 2.4 || std::abs(c.x - b.x) > 14));
  input.annotations = {{"2033", "", "aldri", {}, {}}};
  CHECK_FALSE(setting.planned(input));
  CHECK(setting.codes().back() == "chart.wrong-data");
}

TEST_CASE("with one series places are highlighted", "[graph]") {
  Setting setting;
  for (const Kind kind : {Kind::bar, Kind::column, Kind::dot, Kind::lollipop, Kind::pictogram}) {
    INFO(name_of(kind));
    Input input = input_of(kind, {datum("a", 3), datum("b", 5)});
    const auto plain = setting.planned(input);
    input.highlights = {"b"};
    const auto chosen = setting.planned(input);
    REQUIRE((plain && chosen));
    CHECK_FALSE(setting.drawn(*plain, mm(120)) == setting.drawn(*chosen, mm(120)));
  }
}
