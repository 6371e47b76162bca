// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <set>

#include "layout/column_widths.hpp"
#include "layout/decimal_place.hpp"
#include "layout/row_strips.hpp"
#include "support/sample_report.hpp"

using namespace tilstand;
using namespace tilstand::sample;
using layout::ColumnWish;
using layout::Leaf;
using layout::Page;
using layout::Piece;
using layout::Placed;
using layout::PlacedLine;
using layout::share_out;

namespace {

Length sum(const std::vector<Length>& widths) {
  Length all{};
  for (const Length width : widths) all += width;
  return all;
}

/// Rows whose first column is one cell beside all of a group.
content::Table grouped(int rows, int in_group) {
  content::Table body = table(rows);
  for (int i = 0; i < rows; ++i) {
    content::Cell& label = body.rows[static_cast<std::size_t>(i)].cells[0];
    body.rows[static_cast<std::size_t>(i)].starts_group = i % in_group == 0;
    if (i % in_group == 0) label = cell("Gruppe " + std::to_string(i / in_group)), label.rows = std::min(in_group, rows - i);
    else label = {}, label.covered = true;
  }
  return body;
}

content::Table summed(int rows) {
  content::Table body = table(rows);
  body.carried.columns = {1};
  body.carried.forms = {"{number}"};
  for (int i = 0; i < rows; ++i) body.carried.sums.push_back({(i + 1) * 7, 0});
  return body;
}

std::vector<std::string> artifacts_of(const Page& page) {
  std::vector<std::string> words;
  for (const Placed& thing : page.items)
    if (const auto* line = std::get_if<PlacedLine>(&thing); line != nullptr && line->leaf.part == Leaf::Part::artifact) words.push_back(text_of(*line));
  return words;
}

std::set<std::int32_t> rows_on(const Page& page) {
  std::set<std::int32_t> rows;
  for (const PlacedLine* line : lines_of(page))
    if (line->leaf.part == Leaf::Part::cell) rows.insert(line->leaf.row);
  return rows;
}

bool has(const std::vector<std::string>& list, const std::string& word) { return std::find(list.begin(), list.end(), word) != list.end(); }

}  // namespace

TEST_CASE("bounds and shares of columns hold for random wishes", "[layout][property]") {
  std::mt19937 random(4);
  for (int round = 0; round < 300; ++round) {
    std::vector<ColumnWish> wishes(1 + random() % 9);
    bool bounded_above = true;
    Length floors{};
    for (ColumnWish& wish : wishes) {
      wish.least = mm(static_cast<double>(random() % 30));
      wish.natural = wish.least + mm(static_cast<double>(random() % 60));
      if (random() % 3 == 0) wish.floor = mm(static_cast<double>(random() % 20));
      if (random() % 3 == 0) wish.most = wish.floor + mm(static_cast<double>(random() % 40));
      else bounded_above = false;
      if (random() % 4 == 0) wish.share = 1 + static_cast<int>(random() % 3);
      floors += wish.floor;
    }
    const Length room = mm(40.0 + static_cast<double>(random() % 200));
    const std::vector<Length> widths = share_out(wishes, room);
    for (std::size_t i = 0; i < wishes.size(); ++i) {
      CHECK(widths[i] >= wishes[i].floor);
      if (wishes[i].most) CHECK(widths[i] <= *wishes[i].most);
    }
    if (!bounded_above && floors <= room) CHECK(std::abs((sum(widths) - room).units) <= static_cast<std::int64_t>(wishes.size()));
  }
}

TEST_CASE("what is left goes by shares", "[layout]") {
  const ColumnWish words{mm(10), mm(20)};
  ColumnWish one = words, two = words;
  one.share = 1;
  two.share = 2;
  const std::vector<Length> widths = share_out({words, one, two}, mm(110));
  CHECK(widths == std::vector<Length>{mm(20), mm(30), mm(60)});
}

TEST_CASE("the whole part of a number ends before its decimals, signs and units", "[layout]") {
  using layout::end_of_whole;
  CHECK(end_of_whole("18.", ",") == 2);
  CHECK(end_of_whole("47\u00A0%", ",") == 2);
  CHECK(end_of_whole("9\u00A0257", ",") == 6);
  CHECK(end_of_whole("3,14", ",") == 1);
  CHECK(end_of_whole("\u221211,5\u00A0%", ",") == 5);
  CHECK(end_of_whole("1.234.567,8", ",") == 9);
  CHECK(end_of_whole("1,234.5", ".") == 5);
  CHECK(end_of_whole("12\u00A045", ",") == 2);
  CHECK(end_of_whole("\u2013", ",") == 3);
  CHECK(end_of_whole("", ",") == 0);
}

TEST_CASE("figures of a decimal column end on one line whatever hangs behind them", "[layout]") {
  Report report;
  content::Table body = table(4);
  body.columns[1].align = definition::Column::Align::decimal;
  const char* figures[] = {"18.", "47\u00A0%", "9\u00A0257", "3,14"};
  for (std::size_t i = 0; i < 4; ++i) body.rows[i].cells[1] = cell(figures[i]);
  report.add(report.part("Del"), body);
  std::set<std::int64_t> places;
  const std::vector<Page> pages = report.pages();
  for (const PlacedLine* line : lines_of(pages.front())) {
    if (line->leaf.part != Leaf::Part::cell || line->leaf.column != 1) continue;
    places.insert((line->baseline.x + line->line.left + layout::decimal_place(line->line, ",").before).units);
  }
  CHECK(places.size() == 1);
}

TEST_CASE("a label beside rows is printed again on each page that its rows go on to", "[layout]") {
  Report report;
  content::Table body = grouped(90, 45);
  body.continued = true;
  report.words.entries["table.continued"] = "{label} (mer)";
  report.add(report.part("Del"), body);
  const std::vector<Page> pages = report.pages();
  REQUIRE(pages.size() == 3);
  for (const Page& page : pages) {
    const std::set<std::int32_t> rows = rows_on(page);
    REQUIRE(!rows.empty());
    const bool inside = *rows.begin() % 45 != 0;
    CHECK(has(artifacts_of(page), "Gruppe " + std::to_string(*rows.begin() / 45) + " (mer)") == inside);
  }
}

TEST_CASE("sums so far stand at the foot of a page and at the head of the next, and nowhere else", "[layout]") {
  Report report;
  report.words.entries["table.carried-to"] = "Videre";
  report.words.entries["table.carried-from"] = "Fra";
  report.add(report.part("Del"), summed(100));
  const std::vector<Page> pages = report.pages();
  REQUIRE(pages.size() > 2);
  for (const Page& page : pages) {
    const std::set<std::int32_t> rows = rows_on(page);
    const std::vector<std::string> words = artifacts_of(page);
    const bool first = *rows.begin() == 0, last = *rows.rbegin() == 99;
    CHECK(has(words, "Fra") == !first);
    CHECK(has(words, "Videre") == !last);
    if (!first) CHECK(has(words, report.forms.number(*rows.begin() * 7, 0)));
    if (!last) CHECK(has(words, report.forms.number((*rows.rbegin() + 1) * 7, 0)));
    for (const PlacedLine* line : lines_of(page)) CHECK((line->baseline.y <= mm(297 - 27) || line->baseline.y > mm(280)));
  }
}

TEST_CASE("every cell stands on one place in the order of rows, with any mixture of parts", "[layout][property]") {
  std::mt19937 random(12);
  for (int round = 0; round < 12; ++round) {
    Report report;
    const int rows = 5 + static_cast<int>(random() % 120);
    content::Table body = random() % 2 == 0 ? grouped(rows, 1 + static_cast<int>(random() % 9)) : summed(rows);
    body.break_rows = random() % 2 == 0;
    body.turned = random() % 3 == 0;
    for (content::Table::Row& row : body.rows)
      if (random() % 6 == 0) row.cells[1] = cell(passage(static_cast<int>(random() % 5)));
    report.add(report.part("Del"), body);
    std::map<std::pair<std::int32_t, int>, std::string> found;
    std::int32_t last = 0;
    for (const Page& page : report.pages())
      for (const PlacedLine* line : lines_of(page)) {
        if (line->leaf.part != Leaf::Part::cell) continue;
        CHECK(line->leaf.row >= last);
        last = line->leaf.row;
        found[{line->leaf.row, line->leaf.column}] += text_of(*line);
        CHECK(page.shown().height > line->baseline.y);
      }
    for (std::int32_t row = 0; row < rows; ++row)
      for (int column = 0; column < 2; ++column) {
        const content::Cell& cell = body.rows[static_cast<std::size_t>(row)].cells[static_cast<std::size_t>(column)];
        CHECK(found.contains({row, column}) == !cell.covered);
      }
  }
}

TEST_CASE("columns that don't fit stand in sets, each column once, row heads again", "[layout]") {
  Report report;
  content::Table body = table(2);
  body.column_sets = true;
  body.columns[0].row_head = true;
  for (int i = 0; i < 298; ++i) {
    body.columns.push_back({});
    body.head.push_back(cell("Kolonne"));
    for (content::Table::Row& row : body.rows) row.cells.push_back(cell("123 456"));
  }
  report.add(report.part("Del"), body);
  std::map<int, int> seen;
  for (const Page& page : report.pages())
    for (const PlacedLine* line : lines_of(page)) {
      if (line->leaf.part == Leaf::Part::cell && line->leaf.row == 0) ++seen[line->leaf.column];
      CHECK(line->baseline.x + line->line.left + line->line.width <= mm(210 - 18.5));
    }
  CHECK(seen.size() == 300);
  CHECK(report.diagnostics.list().empty());
}

TEST_CASE("three hundred columns without sets, and a word of ten thousand letters, are reported", "[layout]") {
  Report report;
  content::Table wide = table(1);
  for (int i = 0; i < 298; ++i) {
    wide.columns.push_back({});
    wide.head.push_back(cell("K"));
    wide.rows[0].cells.push_back(cell("1"));
  }
  content::Table wordy = table(1);
  wordy.rows[0].cells[0] = cell(std::string(10'000, 'w'));
  const NodeId part = report.part("Del");
  report.add(part, wide);
  report.add(part, wordy);
  report.pages();
  std::set<std::string> codes;
  for (const Diagnostic& one : report.diagnostics.list()) codes.insert(one.code);
  CHECK(codes.contains("layout.too-wide"));
  CHECK(codes.contains("layout.overfull"));
}

TEST_CASE("a row is cut between lines only, and its strips are as high as it was", "[layout]") {
  Report report;
  content::Table body = table(1);
  body.break_rows = true;
  for (int i = 0; i < 140; ++i) body.rows[0].cells[0].lines.push_back({"cell", {words("Linje " + std::to_string(i))}});
  report.add(report.part("Del"), body);
  const std::vector<Page> pages = report.pages();
  CHECK(pages.size() == 3);
  for (const Page& page : pages) {
    int lines = 0;
    for (const PlacedLine* line : lines_of(page)) lines += line->leaf.part == Leaf::Part::cell && line->leaf.column == 0 ? 1 : 0;
    CHECK(lines >= 2);
  }
  CHECK(report.diagnostics.list().empty());
}

TEST_CASE("rows of a long table keep clear of the foot on every page, however they are gathered", "[layout]") {
  Report report;
  report.add(report.part("Del"), plain_table(3500, 2));
  Length lowest{};
  for (const Page& page : report.pages())
    for (const PlacedLine* line : lines_of(page))
      if (line->leaf.part == Leaf::Part::cell) lowest = max(lowest, line->baseline.y);
  CHECK(lowest <= mm(297 - 27));
}
