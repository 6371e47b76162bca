// SPDX-License-Identifier: Apache-2.0
#include "drawing/labels.hpp"

#include <catch2/catch.hpp>
#include <limits>
#include <random>

#include "unit/drawing/setting.hpp"

using namespace tilstand;
using namespace tilstand::drawing;

TEST_CASE("blocks that don't collide stay where they want to be", "[drawing]") {
  CHECK(spread({{10, 4}, {20, 4}}, 0, 100) == std::vector<double>{10, 20});
}

TEST_CASE("blocks that collide are stacked about the mean of what they want", "[drawing]") {
  const std::vector<double> middles = spread({{20, 4}, {20, 4}}, 0, 100);
  CHECK(middles[0] == Approx(18));
  CHECK(middles[1] == Approx(22));
}

TEST_CASE("spread blocks keep their order, their distance and, while they fit, their bounds", "[drawing][property]") {
  std::mt19937 random(11);
  for (int round = 0; round < 500; ++round) {
    std::vector<Block> blocks(1 + random() % 12);
    double wanted = 0, total = 0;
    for (Block& block : blocks) {
      wanted += static_cast<double>(random() % 80) / 10;
      block = {wanted, 2 + static_cast<double>(random() % 60) / 10};
      total += block.height;
    }
    const double bottom = total + 10;
    const std::vector<double> middles = spread(blocks, 0, bottom);
    REQUIRE(middles.front() - blocks.front().height / 2 >= -1e-6);
    REQUIRE(middles.back() + blocks.back().height / 2 <= bottom + 1e-6);
    for (std::size_t i = 1; i < blocks.size(); ++i) {
      REQUIRE(middles[i] - middles[i - 1] >= (blocks[i].height + blocks[i - 1].height) / 2 - 1e-6);
    }
  }
}

TEST_CASE("a label's lines keep to its measure and are about equally long", "[drawing]") {
  Setting setting;
  const Context context = setting.context();
  Sheet sheet({mm(169), mm(50)}, context);
  const std::vector<text::Line> lines = label_lines(sheet, "Testede tjenester som er tilgjengelige digitalt", "chart-label", 53, 3);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].width <= mm(53));
  CHECK(lines[1].width > lines[0].width / 2);
}

TEST_CASE("a label without room is cut with an ellipsis: between words, else in its only word", "[drawing]") {
  Setting setting;
  const Context context = setting.context();
  Sheet sheet({mm(169), mm(50)}, context);
  const auto text = [](const std::vector<text::Line>& lines) {
    std::string all;
    for (const text::Line& line : lines)
      for (const text::GlyphRun& run : line.runs) all += run.text;
    return all;
  };
  const std::string cut = text(label_lines(sheet, "mange ord som ikke har rom på en eneste linje", "chart-label", 30, 1));
  CHECK_THAT(cut, Catch::StartsWith("mange ord") && Catch::EndsWith("…"));
  CHECK_THAT(text(label_lines(sheet, "ååååååååååååååååååååååååååååååååååå", "chart-label", 30, 1)), Catch::StartsWith("åååå") && Catch::EndsWith("å…"));
  CHECK(text(label_lines(sheet, "ord", "chart-label", 0.1, 1)) == "…");
}

TEST_CASE("what is not finite doesn't reach cairo, what is far away is set at the bound", "[drawing]") {
  PathBuilder paths;
  const double nan = std::numeric_limits<double>::quiet_NaN(), infinite = std::numeric_limits<double>::infinity();
  const Path path = paths.line({nan, infinite}, {1e300, -1e300});
  CHECK(path.steps.front().to == Point{mm(0), mm(0)});
  CHECK(path.steps.back().to == Point{mm(4000), mm(-4000)});
  CHECK(bounds(paths.circle({10, 10}, 2)).size.width.in_mm() == Approx(4).margin(0.001));
}

TEST_CASE("what a label says is not drawn beside it, and nothing is drawn twice", "[drawing]") {
  Setting setting;
  const Context context = setting.context();
  Sheet sheet({mm(80), mm(20)}, context);
  place(sheet, set_words(sheet, "fra 12 til 47", "tick", {{4, 6, {1}}, {11, 13, {2}}}), {0, 10}, Anchor::left);
  place(sheet, set_tick(sheet, "50"), {60, 10}, Anchor::left);
  Drawing drawing = std::move(sheet).finish();
  note_drawn(drawing, {{3}, {1}, {}, {3}, {4}});
  CHECK(drawing.drawn == std::vector<PrintedId>{{3}, {4}});
  CHECK_FALSE(std::get<Label>(drawing.items.front()).tick);
  CHECK(std::get<Label>(drawing.items.back()).tick);
}

TEST_CASE("a number that is cut off is not printed", "[drawing]") {
  Setting setting;
  const Context context = setting.context();
  Sheet sheet({mm(80), mm(20)}, context);
  const std::string text = "I 2020 og mange år til, til og med 2021";
  const PrintedRanges printed{{2, 6, {1}}, {36, 40, {2}}};
  const auto ids = [&](double measure) {
    std::vector<PrintedId> found;
    for (const text::GlyphRun& run : set_fitting(sheet, text, "tick", measure, printed).line.runs)
      for (const PrintedRange& range : run.printed) found.push_back(range.id);
    return found;
  };
  CHECK(ids(200) == std::vector<PrintedId>{{1}, {2}});
  CHECK(ids(25) == std::vector<PrintedId>{{1}});
}
