// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <chrono>
#include <cmath>
#include <functional>
#include <random>

#include "unit/graph/setting.hpp"

using namespace tilstand;
using namespace tilstand::graph;

namespace {

constexpr double slack = 0.5;  // millimetres: half a pen, and the overshoot of letters

/// A chart of random data; the same for the same seed.
class RandomChart {
 public:
  explicit RandomChart(unsigned seed) : random_(seed) {}

  Input make(Kind kind) {
    Input input = input_of(kind, {});
    if (kind == Kind::area || kind == Kind::column || kind == Kind::bar) input.stack = static_cast<Stack>(number(0, 2));
    const bool pair = kind == Kind::slope, plain = !takes_series(kind);
    const int bands = pair ? 2 : kind == Kind::waffle ? number(1, 7) : number(1, 12), series = plain ? 1 : number(1, 9), panels = kind == Kind::gauge ? 1 : number(1, 3);
    const bool positive = kind == Kind::waffle || kind == Kind::tree_map || kind == Kind::gauge;
    for (int panel = 0; panel < panels; ++panel)
      for (int i = 0; i < series; ++i)
        for (int band = 0; band < bands; ++band) input.rows.push_back(row(band, i, panel, plain, positive));
    if (kind == Kind::scatter) input.base.scale = ScaleKind::linear;
    if (kind == Kind::line || kind == Kind::bump) input.base.scale = number(0, 1) == 0 ? ScaleKind::time : ScaleKind::bands;
    if (number(0, 1) == 0) input.references.push_back({value(false), value(false), words(), false});
    if (number(0, 2) == 0) input.highlights.push_back("serie 0");
    return input;
  }

 private:
  static bool takes_series(Kind kind) {
    for (const Kind none : {Kind::histogram, Kind::box, Kind::waffle, Kind::bullet, Kind::gauge, Kind::tile_map})
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

double seconds_of(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
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
    if (kind == Kind::slope || kind == Kind::column) rows.push_back(one), rows.back().base = "b";
    Input input = input_of(kind, rows);
    if (kind == Kind::scatter) input.base.scale = ScaleKind::linear;
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
    std::size_t steps = 0;
    const double seconds = seconds_of([&] {
      const auto made = setting.planned(std::move(input));
      REQUIRE(made);
      const drawing::Drawing drawing = setting.drawn(*made, mm(169));
      for (const auto& item : drawing.items)
        if (const auto* shape = std::get_if<drawing::Shape>(&item)) steps += shape->path.steps.size();
    });
    CHECK(steps < 400000);
    CHECK(seconds < 60);
  }
}
