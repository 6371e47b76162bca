// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <set>

#include "definition/graph.hpp"
#include "unit/graph/setting.hpp"

using namespace tilstand;
using namespace tilstand::graph;

namespace {

/// What labels say and what is noted as drawn.
struct Told {
  std::set<PrintedId> said, drawn;
  std::set<std::string> ticks;
};

Told told_by(const drawing::Drawing& drawing) {
  Told told;
  for (const auto& item : drawing.items) {
    const auto* label = std::get_if<drawing::Label>(&item);
    if (label == nullptr) continue;
    for (const text::GlyphRun& run : label->line.runs) {
      for (const PrintedRange& range : run.printed) told.said.insert(range.id);
      if (label->tick) told.ticks.insert(run.text);
    }
  }
  told.drawn.insert(drawing.drawn.begin(), drawing.drawn.end());
  return told;
}

/// Two places with two numbers each, each number with an id of its own.
std::vector<Datum> rows_with_ids() {
  std::vector<Datum> rows{datum("2020", 10), datum("2021", 20), datum("2022", 30)};
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    rows[i].at = 2020 + i, rows[i].row = 0, rows[i].column = i;
    rows[i].ids.value = {i}, rows[i].ids.base = {10 + i};
  }
  return rows;
}

}  // namespace

TEST_CASE("each mark's number is said by a label or noted as drawn", "[graph]") {
  for (const Kind kind : {Kind::line, Kind::area, Kind::column, Kind::bar, Kind::dot, Kind::lollipop, Kind::scatter, Kind::bullet, Kind::heat_map, Kind::tile_map,
                          Kind::gauge, Kind::tree_map}) {
    INFO(definition::name_of(kind));
    Setting setting;
    const auto made = setting.planned(input_of(kind, rows_with_ids()));
    REQUIRE(made);
    const Told told = told_by(setting.drawn(*made, mm(120)));
    for (std::uint32_t i = 0; i < 3; ++i) CHECK(told.said.contains({i}) != told.drawn.contains({i}));
  }
}

TEST_CASE("what a chart reckons is listed with the values that it rests on", "[graph]") {
  for (const Kind kind : {Kind::histogram, Kind::box, Kind::bump, Kind::waffle}) {
    INFO(definition::name_of(kind));
    Setting setting;
    std::vector<Derived> listed;
    const Lister list = [&listed](const Derived& one) {
      listed.push_back(one);
      return PrintedId{100 + static_cast<std::uint32_t>(listed.size())};
    };
    const auto made = plan(input_of(kind, rows_with_ids()), {setting.words, setting.forms}, setting.diagnostics, list);
    REQUIRE(made);
    REQUIRE_FALSE(listed.empty());
    for (const Derived& one : listed) {
      CHECK_FALSE(one.from.empty());
      CHECK(one.how.find("{}") != std::string::npos);
      CHECK_FALSE(one.text.empty());
    }
    const Told told = told_by(setting.drawn(*made, mm(120)));
    CHECK(std::any_of(told.said.begin(), told.said.end(), [](PrintedId id) { return id.value > 100; }) !=
          std::any_of(told.drawn.begin(), told.drawn.end(), [](PrintedId id) { return id.value > 100; }));
  }
}

TEST_CASE("the numbers in a category's name are printed from its cell, those of a scale are ticks", "[graph]") {
  Setting setting;
  const auto made = setting.planned(input_of(Kind::column, rows_with_ids()));
  REQUIRE(made);
  const Told columns = told_by(setting.drawn(*made, mm(120)));
  for (std::uint32_t i = 0; i < 3; ++i) CHECK(columns.said.contains({10 + i}));
  Input years = input_of(Kind::line, rows_with_ids());
  years.base.scale = ScaleKind::time;
  const auto line = setting.planned(std::move(years));
  REQUIRE(line);
  const Told ticks = told_by(setting.drawn(*line, mm(120)));
  CHECK(ticks.ticks.contains("2022"));
  CHECK(ticks.ticks.contains("30"));
  CHECK_FALSE(ticks.said.contains({12}));
}

TEST_CASE("the table of a chart leads back to the same cells", "[graph]") {
  Setting setting;
  const auto made = setting.planned(input_of(Kind::column, rows_with_ids()));
  REQUIRE(made);
  REQUIRE(made->table.rows.size() == 3);
  CHECK(made->table.rows[0][0].printed == PrintedRanges{{0, 4, {10}}});
  CHECK(made->table.rows[2][1].printed == PrintedRanges{{0, 2, {2}}});
}
