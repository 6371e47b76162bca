// SPDX-License-Identifier: Apache-2.0
#include "layout/column_widths.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "layout/table_frame.hpp"
#include "support/sample_report.hpp"

using namespace tilstand;
using namespace tilstand::sample;
using layout::ColumnWish;
using layout::share_out;

namespace {

Length sum_of(const std::vector<Length>& widths) {
  Length sum{};
  for (const Length width : widths) sum += width;
  return sum;
}

/// A setter on a report's tree.
struct Bench {
  explicit Bench(Report& report) : inputs(report.inputs()), reports(report.diagnostics) {}

  layout::Settled settled{};
  layout::Inputs inputs;
  layout::Config config{inputs, settled};
  layout::Reports reports;
  layout::Setter setter{config, reports, false, {}, false};
};

}  // namespace

TEST_CASE("columns fill their room exactly, and each has its longest word when there is room", "[layout][property]") {
  std::mt19937 random(3);
  for (int i = 0; i < 2000; ++i) {
    std::vector<ColumnWish> wishes(1 + random() % 8);
    Length least{}, natural{};
    for (ColumnWish& wish : wishes) {
      wish.least = {static_cast<std::int64_t>(random() % 5 == 0 ? 0 : random() % 90000)};
      wish.natural = wish.least + Length{static_cast<std::int64_t>(random() % 3 == 0 ? 0 : random() % 400000)};
      least += wish.least;
      natural += wish.natural;
    }
    const Length room{static_cast<std::int64_t>(random() % 900000)};
    const std::vector<Length> widths = share_out(wishes, room);
    INFO("case " << i << ", room " << room.units);
    REQUIRE(widths.size() == wishes.size());
    CHECK(sum_of(widths) == room);
    for (std::size_t at = 0; at < widths.size(); ++at) {
      CHECK(widths[at] >= Length{});
      if (least <= room) CHECK(widths[at] >= wishes[at].least);
      if (natural <= room) CHECK(widths[at] >= wishes[at].natural);
    }
  }
}

TEST_CASE("a column that takes more gets more of what is left", "[layout]") {
  const std::vector<Length> widths = share_out({{mm(10), mm(10)}, {mm(20), mm(100)}, {mm(20), mm(60)}}, mm(110));
  CHECK(widths[0] == mm(10));
  CHECK(widths[1] == mm(60));
  CHECK(widths[2] == mm(40));
  CHECK(share_out({{}, {}}, mm(30)) == std::vector<Length>{mm(15), mm(15)});
  CHECK(share_out({}, mm(30)).empty());
}

TEST_CASE("a column wishes for its longest word and its longest line, of rich and plain tables alike", "[layout]") {
  Report report;
  content::Table rich = table(3);
  rich.rows[1].cells[0] = cell("kort og samhandlingsarenaene");
  const NodeId part = report.part("Del"), first = report.add(part, rich), second = report.add(part, plain_table(3, 2));
  Bench bench(report);
  const ColumnWish wish = layout::wishes_of(bench.setter, first, mm(100), mm(4), {})[0];
  const auto width = [&](const char* text) { return report.shaper.line(layout::spans_of(bench.setter, {words(text)}, bench.setter.style("cell"), {}).spans).width; };
  CHECK(wish.least == width("samhandlingsarenaene"));
  CHECK(wish.natural == width("kort og samhandlingsarenaene"));
  const ColumnWish plain = layout::wishes_of(bench.setter, second, mm(100), mm(4), {})[0];
  CHECK(plain.least == width("Hode"));
  CHECK(plain.natural == width("Hode 0"));
}

TEST_CASE("columns of a frame stand side by side from edge to edge with a gap between", "[layout]") {
  Report report;
  content::Table body = table(3);
  body.columns[1].width = {};
  body.columns.push_back({mm(25), definition::Column::Align::left, false});
  body.head.push_back(cell("Mer"));
  for (content::Table::Row& row : body.rows) row.cells.push_back(cell("x"));
  const NodeId id = report.add(report.part("Del"), body);
  Bench bench(report);
  const layout::TableFrame frame = layout::frames_of(bench.setter, id, {mm(3), mm(120), 0}).front();
  REQUIRE(frame.columns.size() == 3);
  CHECK(frame.columns[0].left == mm(3));
  CHECK(frame.columns[2].width == mm(25));
  CHECK(frame.columns[2].left + frame.columns[2].width == mm(123));
  for (std::size_t i = 1; i < 3; ++i) CHECK(frame.columns[i].left - frame.columns[i - 1].left - frame.columns[i - 1].width == mm(4));
}

TEST_CASE("no word of a cell sticks out while the table has room for all words", "[layout][property]") {
  std::mt19937 random(9);
  const std::vector<std::string> some{"og", "samhandlingsarenaene", "47\u00A0%", "kort tekst", "en noe lengre tekst som kan brytes", "tilgjengelighetserklæring for alle"};
  for (int i = 0; i < 20; ++i) {
    Report report;
    content::Table body = table(4);
    body.columns[1].width = {};
    for (std::size_t column = 2; column < 2 + random() % 2; ++column) {
      body.columns.push_back({});
      body.head.push_back(cell("Hode"));
    }
    for (content::Table::Row& row : body.rows) {
      row.cells.clear();
      for (std::size_t column = 0; column < body.columns.size(); ++column) row.cells.push_back(cell(some[random() % some.size()]));
    }
    report.add(report.part("Del"), body);
    report.pages();
    INFO("table " << i);
    CHECK(report.diagnostics.list().empty());
    CHECK(report.shaper.overfull().empty());
  }
}
