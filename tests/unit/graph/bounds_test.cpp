// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <random>

#include "unit/graph/setting.hpp"

using namespace tilstand;
using namespace tilstand::graph;

namespace {

constexpr double slack = 0.5;  // millimetres: half a pen, and the overshoot of letters

/// A square of some degrees.
tables::GeoShape shape(const std::string& key, double x, double y, double size) {
  return {key, key, {{{x, y}, {x + size, y}, {x + size, y + size}, {x, y + size}}}, {}};
}

/// A chart of random data; the same for the same seed.
class RandomChart {
 public:
  explicit RandomChart(unsigned seed) : random_(seed) {}

  Input make(Kind kind) {
    Input input = input_of(kind, {});
    if (kind == Kind::area || kind == Kind::column || kind == Kind::bar) input.stack = static_cast<Stack>(number(0, 2));
    if (kind == Kind::bar && number(0, 3) == 0) input.stack = Stack::diverging;
    const bool pair = kind == Kind::slope, plain = !takes_series(kind);
    const int bands = pair ? 2 : kind == Kind::waffle ? number(1, 7) : number(1, 12), panels = kind == Kind::gauge ? 1 : number(1, 3);
    const int series = plain ? 1 : kind == Kind::dumbbell ? 2 : number(1, 9);
    const bool positive = kind == Kind::waffle || kind == Kind::tree_map || kind == Kind::gauge || kind == Kind::pictogram || input.stack == Stack::diverging;
    for (int band = 0; kind == Kind::map && band < bands + 1; ++band) input.shapes.push_back(shape(std::to_string(2010 + band), number(-170, 170), number(-80, 80), number(1, 9)));
    for (int panel = 0; panel < panels; ++panel)
      for (int i = 0; i < series; ++i)
        for (int band = 0; band < bands; ++band) input.rows.push_back(row(band, i, panel, plain, positive));
    if (kind == Kind::scatter) input.base.scale = ScaleKind::linear;
    if (kind == Kind::line || kind == Kind::bump) input.base.scale = number(0, 1) == 0 ? ScaleKind::time : ScaleKind::bands;
    if (kind == Kind::map || kind == Kind::waffle || kind == Kind::gauge || kind == Kind::heat_map || kind == Kind::tree_map || kind == Kind::tile_map) return input;
    if (number(0, 1) == 0) input.references.push_back({value(false), value(false), words(), false});
    if (number(0, 2) == 0) input.highlights.push_back("serie 0");
    return input;
  }

 private:
  static bool takes_series(Kind kind) {
    for (const Kind none : {Kind::histogram, Kind::box, Kind::waffle, Kind::pictogram, Kind::bullet, Kind::gauge, Kind::tile_map, Kind::map})
      if (kind == none) return false;
    return true;
  }
  int number(int from, int to) { return static_cast<int>(random_() % static_cast<unsigned>(to - from + 1)) + from; }
  double value(bool positive) {
    const double size = std::pow(10, number(-3, 9)) * number(1, 999);
    return positive || number(0, 2) > 0 ? size : -size;
  }
  std::string words() {
    std::string text;
    for (int i = number(0, 60); i >= 0; --i) text += number(0, 5) == 0 ? " virksomhetene" : "x";
    return text;
  }
  Datum row(int band, int series, int panel, bool plain, bool positive) {
    Datum made = datum(std::to_string(2010 + band), value(positive), plain ? "" : "serie " + std::to_string(series));
    if (number(0, 5) == 0 && band > 0) made.value.reset();
    made.at = 2010 + band;
    if (panel > 0) made.panel = "panel " + std::to_string(panel) + (number(0, 3) == 0 ? std::string(500, 'w') : "");
    if (number(0, 2) == 0 && made.value) made.low = *made.value - std::abs(*made.value) / 3, made.high = *made.value * 1.5 + 1;
    if (made.low && made.high && *made.low > *made.high) made.low.reset();
    made.size = number(0, 100), made.target = value(positive), made.row = band, made.column = number(0, 9);
    made.label = words();
    if (panel > 0) made.panel = "panel " + std::to_string(panel);
    return made;
  }

  std::mt19937 random_;
};

/// How far anything reaches outside the sheet, in millimetres.
double excess(const drawing::Drawing& drawing, text::Shaper& shaper) {
  double most = 0;
  for (const auto& item : drawing.items) {
    Rect box;
    if (const auto* shape = std::get_if<drawing::Shape>(&item)) {
      box = bounds(shape->path);
    } else {
      const auto& label = std::get<drawing::Label>(item);
      const Rect ink = shaper.ink_box(label.line);
      box = {ink.origin + label.baseline, ink.size};
    }
    most = std::max({most, -box.left().in_mm(), -box.top().in_mm(), box.right().in_mm() - drawing.size.width.in_mm(), box.bottom().in_mm() - drawing.size.height.in_mm()});
  }
  return most;
}

std::vector<Kind> all_kinds() {
  std::vector<Kind> kinds;
  for (const std::string& name : definition::graph_types()) kinds.push_back(*definition::graph_kind(name));
  return kinds;
}

/// Steps of all outlines of a drawing, and its labels: what the file will hold of it.
std::size_t work_of(const drawing::Drawing& drawing) {
  std::size_t steps = 0;
  for (const auto& item : drawing.items) {
    const auto* shape = std::get_if<drawing::Shape>(&item);
    steps += shape != nullptr ? shape->path.steps.size() : 10;
  }
  return steps;
}

/// A row at a place of every channel.
Datum full_row(int i, std::optional<double> value) {
  Datum row = datum("k" + std::to_string(i), value);
  row.at = 1000 + i, row.row = i / 60, row.column = i % 60, row.target = 3, row.size = 2;
  return row;
}

/// Rows for a kind as it wants them: two series, two places, numbers.
Input fitted(Kind kind, std::vector<Datum> rows) {
  Input input = input_of(kind, {});
  if (kind == Kind::scatter) input.base.scale = ScaleKind::linear;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (kind == Kind::map && i < 3000) input.shapes.push_back(shape(rows[i].base, static_cast<double>(i % 300), static_cast<double>(i / 300) * 5, 0.4));
    if (kind == Kind::dumbbell) rows[i].series = i % 2 == 0 ? "a" : "b";
    if (kind == Kind::slope || kind == Kind::bump || kind == Kind::heat_map) rows[i].series = "s" + std::to_string(i / 2), rows[i].base = i % 2 == 0 ? "a" : "b";
  }
  if (kind == Kind::slope && rows.size() == 1) rows.push_back(rows.front()), rows.back().base = "b";
  if (kind == Kind::dumbbell && rows.size() == 1) rows.push_back(rows.front()), rows.back().series = "b";
  input.rows = std::move(rows);
  return input;
}

/// True when a kind was drawn within its sheet and within bounds, or refused with words.
bool drawn_or_told(Setting& setting, Input input) {
  const std::size_t before = setting.diagnostics.list().size();
  const auto made = setting.planned(std::move(input));
  if (!made) return setting.diagnostics.list().size() > before;
  const drawing::Drawing drawing = setting.drawn(*made, mm(169));
  return excess(drawing, setting.shaper) <= slack && work_of(drawing) < 400000;
}

}  // namespace

TEST_CASE("nothing of a chart lies outside its sheet", "[graph][property]") {
  Setting setting;
  int drawn = 0;
  for (const Kind kind : all_kinds()) {
    for (unsigned seed = 0; seed < 30; ++seed) {
      INFO(name_of(kind) << " " << seed);
      const auto made = setting.planned(RandomChart(seed).make(kind));
      if (!made) continue;
      ++drawn;
      for (const double width : {169.0, 60.0}) CHECK(excess(setting.drawn(*made, mm(width)), setting.shaper) <= slack);
    }
  }
  CHECK(drawn > 400);
}

TEST_CASE("single, equal and long-named rows are drawn", "[graph][bad]") {
  Setting setting;
  for (const Kind kind : all_kinds()) {
    INFO(name_of(kind));
    Datum one = datum(std::string(500, 'w'), 4);
    one.at = 2020, one.row = 3, one.column = 3, one.label = std::string(500, 'm');
    std::vector<Datum> rows{one};
    if (kind == Kind::dumbbell) rows.push_back(one), rows.back().series = "b";
    if (kind == Kind::slope || kind == Kind::column) rows.push_back(one), rows.back().base = "b";
    Input input = input_of(kind, rows);
    if (kind == Kind::scatter) input.base.scale = ScaleKind::linear;
    if (kind == Kind::map) input.shapes.push_back(shape(one.base, 10, 60, 2));
    const auto made = setting.planned(input);
    REQUIRE(made);
    CHECK(excess(setting.drawn(*made, mm(120)), setting.shaper) <= slack);
  }
}

TEST_CASE("a million rows are drawn by what can be seen of them", "[graph][bad]") {
  Setting setting;
  for (const Kind kind : {Kind::line, Kind::scatter, Kind::histogram, Kind::box}) {
    INFO(name_of(kind));
    std::vector<Datum> rows(1000000);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      rows[i].at = static_cast<double>(i), rows[i].value = std::sin(static_cast<double>(i) / 1e4) * 100 + static_cast<double>(i % 7);
      if (kind == Kind::line || kind == Kind::scatter) rows[i].base = std::to_string(i);
    }
    Input input = input_of(kind, std::move(rows));
    if (kind == Kind::line || kind == Kind::scatter) input.base.scale = ScaleKind::linear;
    const auto made = setting.planned(std::move(input));
    REQUIRE(made);
    CHECK(work_of(setting.drawn(*made, mm(169))) < 400000);
  }
}

TEST_CASE("a map of a million points is drawn by what can be seen of them", "[graph][bad]") {
  Setting setting;
  tables::GeoShape coast = shape("a", 10, 60, 2);
  coast.rings.front().clear();
  for (int i = 0; i < 1000000; ++i) {
    const double angle = i * 6.283185307179586 / 1e6, radius = 5 + 0.3 * std::sin(i * 0.37) + 0.2 * std::sin(angle * 40);
    coast.rings.front().push_back({10 + radius * std::cos(angle), 60 + radius * std::sin(angle) / 2});
  }
  Input input = input_of(Kind::map, {datum("a", 4)});
  input.shapes.push_back(std::move(coast));
  const auto made = setting.planned(std::move(input));
  REQUIRE(made);
  CHECK(made->input.shapes.empty());
  CHECK(made->geography.shapes.front().outlines.front().size() <= 60000);
  CHECK(work_of(setting.drawn(*made, mm(169))) < 70000);
}

TEST_CASE("every kind refuses or draws what is bad", "[graph][bad]") {
  Setting setting;
  const double infinite = std::numeric_limits<double>::infinity(), nothing = std::numeric_limits<double>::quiet_NaN();
  for (const Kind kind : all_kinds()) {
    INFO(name_of(kind));
    const auto last_code = [&] { return setting.diagnostics.list().empty() ? std::string() : setting.diagnostics.list().back().code; };
    CHECK_FALSE(setting.planned(fitted(kind, {})));
    CHECK(last_code() == "chart.no-rows");
    CHECK_FALSE(setting.planned(fitted(kind, {full_row(1, std::nullopt), full_row(2, std::nullopt)})));
    CHECK(last_code() == "chart.no-rows");
    for (const double bad : {infinite, -infinite, nothing}) {
      CHECK_FALSE(setting.planned(fitted(kind, {full_row(1, 2), full_row(2, bad)})));
      CHECK(last_code() == "chart.not-finite");
    }
    Input logarithmic = fitted(kind, {full_row(1, 2), full_row(2, -3)});
    logarithmic.value.scale = ScaleKind::logarithmic;
    CHECK_FALSE(setting.planned(std::move(logarithmic)));
    CHECK(last_code() == "chart.not-positive");
    CHECK(drawn_or_told(setting, fitted(kind, {full_row(1, 7)})));
    CHECK(drawn_or_told(setting, fitted(kind, {full_row(1, 7), full_row(2, 7), full_row(3, 7), full_row(4, 7)})));
    CHECK(drawn_or_told(setting, fitted(kind, {full_row(1, 0), full_row(2, 0)})));
    CHECK(drawn_or_told(setting, fitted(kind, {full_row(1, 1e15), full_row(2, 1e-9), full_row(3, -1e15), full_row(4, 1)})));
    std::vector<Datum> many;
    for (int i = 0; i < 10000; ++i) many.push_back(full_row(i, i % 13 + 1));
    CHECK(drawn_or_told(setting, fitted(kind, many)));
  }
}
