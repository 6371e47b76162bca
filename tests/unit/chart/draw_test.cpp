// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "unit/chart/setting.hpp"

using namespace tilstand;
using namespace tilstand::chart;

namespace {

constexpr double tolerance = 0.2;  // millimetres between a mark and its number, as the look asks

double middle_x(const Rect& box) { return (box.left().in_mm() + box.right().in_mm()) / 2; }
double middle_y(const Rect& box) { return (box.top().in_mm() + box.bottom().in_mm()) / 2; }

/// Where the value of a tick stands: the middle of its centred label.
double tick_x(const drawing::Drawing& drawing, const std::string& text) {
  const drawing::Label label = label_saying(drawing, text);
  return (label.baseline.x + label.line.left).in_mm() + label.line.width.in_mm() / 2;
}

}  // namespace

TEST_CASE("marks of a dumbbell stand where their numbers say", "[chart]") {
  Setting setting;
  const auto made = setting.planned(chart_of(Kind::dumbbell, {share("a", {{2020, {20, 0}}, {2021, {61, 0}}}, data::Judgement::negative)}));
  REQUIRE(made);
  const drawing::Drawing drawing = setting.drawn(*made, mm(169));
  const double zero = tick_x(drawing, "0"), hundred = tick_x(drawing, "100\u00A0%");
  const std::vector<Rect> discs = filled(drawing, setting.theme.ink("accent").value());
  REQUIRE(discs.size() == 1);
  CHECK(middle_x(discs[0]) == Approx(zero + 0.61 * (hundred - zero)).margin(tolerance));
  CHECK(discs[0].size.width.in_mm() == Approx(3.8).margin(0.01));
  CHECK(zero == Approx(58).margin(tolerance));
}

TEST_CASE("the earlier value is a ring of ground at its number", "[chart]") {
  Setting setting;
  const auto made = setting.planned(chart_of(Kind::dumbbell, {share("a", {{2020, {20, 0}}, {2021, {61, 0}}})}));
  REQUIRE(made);
  const drawing::Drawing drawing = setting.drawn(*made, mm(169));
  const double zero = tick_x(drawing, "0"), hundred = tick_x(drawing, "100\u00A0%");
  int rings = 0;
  for (const auto& item : drawing.items) {
    const auto* shape = std::get_if<drawing::Shape>(&item);
    if (shape == nullptr || !shape->stroke || !shape->fill) continue;
    ++rings;
    CHECK(middle_x(bounds(shape->path)) == Approx(zero + 0.20 * (hundred - zero)).margin(tolerance));
    CHECK(shape->stroke->ink == setting.theme.ink("water").value());
  }
  CHECK(rings == 1);
}

TEST_CASE("a value with none before it is a grey diamond", "[chart]") {
  Setting setting;
  const auto made = setting.planned(chart_of(Kind::dumbbell, {share("a", {{2021, {50, 0}}})}));
  REQUIRE(made);
  const std::vector<Rect> marks = filled(setting.drawn(*made, mm(169)), setting.theme.ink("grey").value());
  REQUIRE(marks.size() == 1);
  CHECK(marks[0].size.width.in_mm() == Approx(4.4).margin(0.05));
}

TEST_CASE("only what is unfavourable has the accent", "[chart]") {
  Setting setting;
  const auto made = setting.planned(chart_of(Kind::dumbbell, {share("a", {{2020, {20, 0}}, {2021, {61, 0}}}, data::Judgement::positive),
                                                              share("b", {{2020, {20, 0}}, {2021, {61, 0}}}, data::Judgement::flat)}));
  REQUIRE(made);
  CHECK(filled(setting.drawn(*made, mm(169)), setting.theme.ink("accent").value()).empty());
}

TEST_CASE("the axis of places runs downwards", "[chart]") {
  Setting setting;
  const auto made = setting.planned(chart_of(Kind::rank_series, {place_among("a", 36, {{2019, {7, 0}}, {2020, {8, 0}}, {2021, {11, 0}}})}));
  REQUIRE(made);
  const drawing::Drawing drawing = setting.drawn(*made, mm(169));
  const auto baseline = [&](const std::string& text) { return label_saying(drawing, text).baseline.y.in_mm(); };
  CHECK(baseline("1.") < baseline("5."));
  CHECK(baseline("5.") < baseline("10."));
  const double pitch = (baseline("10.") - baseline("5.")) / 5;
  const std::vector<Rect> discs = filled(drawing, setting.theme.ink("structure").value());
  REQUIRE(discs.size() == 1);
  const double cap = setting.shaper.metrics({"Inter", 400, false, pt(7.2), 0, text::Figures::lining, true, text::Position::normal}).cap_height.in_mm();
  CHECK(middle_y(discs[0]) == Approx(baseline("10.") + pitch - cap / 2).margin(tolerance));
}

TEST_CASE("heights of columns are to each other as their values", "[chart]") {
  Setting setting;
  const auto made = setting.planned(chart_of(Kind::columns, {row_of("a", data::Unit::count, {{2020, {500, 0}}, {2021, {2000, 0}}})}));
  REQUIRE(made);
  const drawing::Drawing drawing = setting.drawn(*made, mm(169));
  const std::vector<Rect> earlier = filled(drawing, setting.theme.ink("water").value()), last = filled(drawing, setting.theme.ink("structure").value());
  REQUIRE(earlier.size() == 1);
  REQUIRE(last.size() == 1);
  CHECK(earlier[0].size.height.in_mm() * 4 == Approx(last[0].size.height.in_mm()).margin(tolerance));
  CHECK(earlier[0].bottom() == last[0].bottom());
}

TEST_CASE("as many discs are filled as are counted", "[chart]") {
  Setting setting;
  Input input = chart_of(Kind::counts, {});
  input.count = 8;
  input.total = 10;
  const auto made = setting.planned(input);
  REQUIRE(made);
  for (const int width : {53, 111, 169}) CHECK(filled(setting.drawn(*made, mm(width)), setting.theme.ink("structure").value()).size() == 8);
  CHECK_NOTHROW(label_saying(setting.drawn(*made, mm(169)), "8 av 10"));
}

TEST_CASE("a status fills one disc, the worst level's in the accent", "[chart]") {
  Setting setting;
  Input input = chart_of(Kind::status, {});
  input.levels = {"Mindre god", "Middels", "God"};
  for (int level = -1; level < 3; ++level) {
    input.level = level;
    const auto made = setting.planned(input);
    REQUIRE(made);
    const drawing::Drawing drawing = setting.drawn(*made, mm(53));
    CHECK(filled(drawing, setting.theme.ink("accent").value()).size() == (level == 0 ? 1 : 0));
    CHECK(filled(drawing, setting.theme.ink("structure").value()).size() == (level > 0 ? 1 : 0));
  }
}

TEST_CASE("trend marks differ in shape and in judgement", "[chart]") {
  Setting setting;
  const auto mark = [&](data::Judgement judgement, data::Direction direction) { return trend_mark({judgement, direction}, mm(2.7), setting.context()); };
  const drawing::Drawing good = mark(data::Judgement::positive, data::Direction::rising), bad = mark(data::Judgement::negative, data::Direction::rising);
  CHECK(std::get<drawing::Shape>(good.items.front()).stroke.has_value());
  CHECK_FALSE(std::get<drawing::Shape>(good.items.front()).fill.has_value());
  CHECK(std::get<drawing::Shape>(bad.items.front()).fill == setting.theme.ink("accent"));
  CHECK(bad != mark(data::Judgement::negative, data::Direction::falling));
  const drawing::Drawing flat = mark(data::Judgement::flat, data::Direction::flat);
  CHECK(bounds(std::get<drawing::Shape>(flat.items.front()).path).size.height == mm(0.9));
  CHECK(mark(data::Judgement::none, data::Direction::none).items.empty());
}

TEST_CASE("discs are curves of cairo and stay curves", "[chart]") {
  Setting setting;
  const auto made = setting.planned(chart_of(Kind::dumbbell, {share("a", {{2021, {50, 0}}, {2020, {10, 0}}})}));
  REQUIRE(made);
  int curves = 0;
  for (const auto& item : setting.drawn(*made, mm(169)).items) {
    const auto* shape = std::get_if<drawing::Shape>(&item);
    if (shape == nullptr) continue;
    for (const PathStep& step : shape->path.steps) curves += step.verb == PathVerb::curve ? 1 : 0;
  }
  CHECK(curves >= 8);
}

TEST_CASE("a key says the years, and what colours mean only where both appear", "[chart]") {
  Setting setting;
  const auto texts = [&](std::vector<Row> rows) {
    const auto made = setting.planned(chart_of(Kind::dumbbell, std::move(rows)));
    REQUIRE(made);
    std::vector<std::string> found;
    for (const drawing::Label& label : labels_of(draw_key(*made, mm(169), setting.context()))) found.push_back(text_of(label));
    return found;
  };
  const Row good = share("a", {{2020, {1, 0}}, {2021, {2, 0}}}, data::Judgement::positive);
  const Row bad = share("b", {{2020, {1, 0}}, {2021, {2, 0}}}, data::Judgement::negative);
  CHECK(texts({good}) == std::vector<std::string>{"2020", "2021"});
  CHECK(texts({good, bad}) == std::vector<std::string>{"2020", "2021, gunstig eller uendret", "2021, ugunstig"});
  CHECK(texts({good, share("c", {{2021, {2, 0}}})}) == std::vector<std::string>{"2020", "2021", "2021, ikke målt før"});
}

TEST_CASE("a key that is too wide for its measure goes on to the next line", "[chart]") {
  Setting setting;
  const auto made = setting.planned(chart_of(Kind::dumbbell, {share("a", {{2020, {1, 0}}, {2021, {2, 0}}}, data::Judgement::positive),
                                                              share("b", {{2020, {1, 0}}, {2021, {2, 0}}}, data::Judgement::negative)}));
  REQUIRE(made);
  const drawing::Drawing wide = draw_key(*made, mm(169), setting.context()), narrow = draw_key(*made, mm(53), setting.context());
  CHECK(narrow.size.height > wide.size.height);
  CHECK(narrow.size.width <= mm(53));
}
