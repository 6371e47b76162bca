// SPDX-License-Identifier: Apache-2.0
#include "legibility/inspector.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>

#include "drawing/labels.hpp"
#include "drawing/marks.hpp"
#include "unit/graph/setting.hpp"

namespace tilstand::legibility {
namespace {

struct Bench {
  graph::Setting setting;
  content::Tree tree{};
  definition::Checks checks{};
  Diagnostics found{};

  Inputs inputs(const colour::Palette& palette) { return {tree, setting.theme, palette, checks}; }

  std::vector<std::string> codes() const {
    std::vector<std::string> all;
    for (const Diagnostic& one : found.list()) all.push_back(one.code);
    return all;
  }
  bool reports(const std::string& code) const {
    const std::vector<std::string> all = codes();
    return std::find(all.begin(), all.end(), code) != all.end();
  }
  void look_at(graph::Input input) {
    const auto plan = setting.planned(std::move(input));
    REQUIRE(plan);
    const colour::Palette palette(setting.theme);
    check_plan(*plan, false, inputs(palette), found);
  }
  void look_at(const drawing::Drawing& drawing) {
    const colour::Palette palette(setting.theme);
    check_drawing(drawing, {}, inputs(palette), found);
  }
  /// What `draw` puts on a sheet of 100 × 60 mm.
  void look_at_drawn(const std::function<void(drawing::Sheet&)>& draw) {
    const drawing::Context context{setting.theme, setting.words, setting.forms, setting.shaper, false, {}, false, {}};
    drawing::Sheet sheet({mm(100), mm(60)}, context);
    draw(sheet);
    look_at(std::move(sheet).finish());
  }
};

graph::Input bars(std::size_t series) {
  std::vector<graph::Datum> rows;
  for (std::size_t i = 0; i < series; ++i)
    for (const char* base : {"a", "b"}) rows.push_back(graph::datum(base, 10.0 + static_cast<double>(i), "s" + std::to_string(i)));
  return graph::input_of(graph::Kind::bar, std::move(rows));
}

TEST_CASE("five series of a sound palette are legible, seven are not in grey, eight are too many", "[legibility]") {
  Bench bench;
  bench.look_at(bars(5));
  CHECK(bench.codes().empty());
  bench.look_at(bars(7));
  CHECK(bench.codes() == std::vector<std::string>{"legibility.similar-greys"});
  Bench more;
  more.look_at(bars(8));
  CHECK(more.codes() == std::vector<std::string>{"legibility.too-many-colours"});
  Bench muted;
  graph::Input one = bars(8);
  one.highlights = {"s3"};
  muted.look_at(std::move(one));
  CHECK(muted.codes().empty());
}

TEST_CASE("patterns in the variant for print and labels at the lines stand for greys", "[legibility]") {
  Bench printed;
  printed.setting.theme.use(definition::Variant::print);
  printed.look_at(bars(7));
  CHECK(printed.codes().empty());
  Bench lines;
  graph::Input input = bars(7);
  input.kind = graph::Kind::line;
  lines.look_at(std::move(input));
  CHECK(lines.codes().empty());
}

TEST_CASE("series that look alike to some eye are named with the distance and the vision", "[legibility]") {
  Bench bench;
  definition::Theme& theme = bench.setting.theme;
  definition::Colour& second = theme.palette[theme.charts.categorical[1].role];
  const definition::Colour& first = theme.palette[theme.charts.categorical[0].role];
  second.red = first.red + 30, second.green = first.green + 4, second.blue = first.blue;
  bench.look_at(bars(2));
  REQUIRE(bench.reports("legibility.similar-colours"));
  CHECK(bench.found.list().front().message.find("\"s0\" and \"s1\"") != std::string::npos);
  CHECK(bench.found.list().front().message.find("CIEDE2000") != std::string::npos);
}

TEST_CASE("bars begin at zero, dots and lines may begin anywhere", "[legibility]") {
  for (const graph::Kind kind : {graph::Kind::bar, graph::Kind::column, graph::Kind::area, graph::Kind::lollipop, graph::Kind::dot, graph::Kind::line}) {
    Bench bench;
    graph::Input input = graph::input_of(kind, {graph::datum("a", 47), graph::datum("b", 52)});
    input.value.minimum = 40;
    bench.look_at(std::move(input));
    CAPTURE(definition::name_of(kind));
    CHECK(bench.reports("legibility.truncated-axis") == graph::stands_on_zero(kind));
  }
  Bench below;
  graph::Input input = graph::input_of(graph::Kind::bar, {graph::datum("a", -3), graph::datum("b", 5)});
  input.value.minimum = -10;
  below.look_at(std::move(input));
  CHECK(below.codes().empty());
}

TEST_CASE("the definition says what a finding counts as", "[legibility]") {
  Bench bench;
  bench.checks.set("legibility.too-many-colours", Severity::error);
  bench.look_at(bars(8));
  REQUIRE(bench.found.list().size() == 1);
  CHECK(bench.found.has_errors());
  Bench off;
  off.checks.set("legibility.too-many-colours", std::nullopt);
  off.look_at(bars(8));
  CHECK(off.codes().empty());
}

TEST_CASE("faint marks are found, seams, tints and gridlines are none", "[legibility]") {
  Bench bench;
  bench.look_at_drawn([](drawing::Sheet& sheet) {
    add_disc(sheet, {10, 10}, 2, sheet.ink("structure"));
    add_disc(sheet, {20, 10}, 2, sheet.ground());
    sheet.fill(drawing::Layer::mark, sheet.paths().box({30, 10}, 5, 5), Ink{sheet.ink("structure").role, 120});
    add_line(sheet, drawing::Layer::grid, {0, 20}, {90, 20}, sheet.ink("hairline"), 0.3);
    add_ring(sheet, {40, 10}, 2, sheet.ink("water"));
  });
  CHECK(bench.codes().empty());
  bench.look_at_drawn([](drawing::Sheet& sheet) {
    add_disc(sheet, {10, 10}, 2, sheet.ink("hairline"));
    add_disc(sheet, {20, 10}, 2, sheet.ink("hairline"));
  });
  CHECK(bench.codes() == std::vector<std::string>{"legibility.faint-mark"});
}

TEST_CASE("words are measured against the shape that they stand on", "[legibility]") {
  const auto words_on = [](const std::string& box, const std::string& role) {
    Bench bench;
    bench.look_at_drawn([&](drawing::Sheet& sheet) {
      sheet.fill(drawing::Layer::mark, sheet.paths().box({10, 10}, 60, 20), sheet.ink(box));
      place(sheet, drawing::set_label(sheet, "Ord", "tick", {}, role), {40, 20}, drawing::Anchor::centre);
    });
    return bench.reports("legibility.faint-text");
  };
  CHECK_FALSE(words_on("structure", "paper"));
  CHECK(words_on("structure", "ink"));
  CHECK(words_on("water", "paper"));  // 3.6:1
}

TEST_CASE("words on one another are found, words side by side are not", "[legibility]") {
  const auto labels_at = [](double x, double y) {
    Bench bench;
    bench.look_at_drawn([&](drawing::Sheet& sheet) {
      place(sheet, drawing::set_label(sheet, "Nordland", "tick"), {10, 20}, drawing::Anchor::left);
      place(sheet, drawing::set_label(sheet, "Troms", "tick"), {x, y}, drawing::Anchor::left);
    });
    return bench.reports("legibility.labels-touch");
  };
  CHECK(labels_at(15, 20.5));
  CHECK_FALSE(labels_at(30, 20));
  CHECK_FALSE(labels_at(10, 23));
}

TEST_CASE("names without room are counted, the first three said", "[legibility]") {
  Bench bench;
  bench.look_at_drawn([](drawing::Sheet& sheet) { for (const char* name : {"Aa", "Bb", "Cc", "Dd", "Ee"}) sheet.drop(name); });
  REQUIRE(bench.codes() == std::vector<std::string>{"legibility.labels-dropped"});
  CHECK(bench.found.list().front().severity == Severity::notice);
  CHECK(bench.found.list().front().message == "no room was found for \"Aa\", \"Bb\", \"Cc\" and 2 more");
}

TEST_CASE("a million marks of one colour are looked at in little time", "[legibility]") {
  Bench bench;
  drawing::Drawing drawing;
  drawing.ground = *bench.setting.theme.ink("paper");
  drawing::Shape shape;
  shape.path.move_to({}).line_to({mm(1), {}}).line_to({mm(1), mm(1)}).close();
  shape.fill = *bench.setting.theme.ink("structure");
  shape.mark = true;
  drawing.items.assign(1'000'000, shape);
  bench.look_at(drawing);
  CHECK(bench.codes().empty());
}

}  // namespace
}  // namespace tilstand::legibility
