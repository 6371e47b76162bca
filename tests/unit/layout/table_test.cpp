// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <chrono>
#include <set>

#include "support/sample_report.hpp"

using namespace tilstand;
using namespace tilstand::sample;
using layout::Leaf;
using layout::Page;
using layout::Placed;
using layout::PlacedLine;

namespace {

std::set<std::int32_t> rows_on(const Page& page) {
  std::set<std::int32_t> rows;
  for (const PlacedLine* line : lines_of(page))
    if (line->leaf.part == Leaf::Part::cell) rows.insert(line->leaf.row);
  return rows;
}

std::string artifact_words(const Page& page) {
  std::string words;
  for (const Placed& thing : page.items)
    if (const auto* line = std::get_if<PlacedLine>(&thing); line != nullptr && line->artifact == layout::Artifact::decoration) words += text_of(*line) + "|";
  return words;
}

}  // namespace

TEST_CASE("a long table repeats its title and head on every later page", "[layout]") {
  Report report;
  report.add(report.part("Del"), table(80));
  const std::vector<Page> pages = report.pages();
  REQUIRE(pages.size() > 2);
  std::int32_t next = 0;
  for (const Page& page : pages) {
    for (const std::int32_t row : rows_on(page)) CHECK(row == next++);
    const std::string repeated = artifact_words(page);
    CHECK((repeated.find("Navn") != std::string::npos) == (page.index > 0));
    CHECK((repeated.find("(forts.)") != std::string::npos) == (page.index > 0));
  }
  CHECK(next == 80);
  CHECK(report.diagnostics.list().empty());
}

TEST_CASE("a table that starts at a height goes on at the same height", "[layout]") {
  Report report;
  const NodeId part = report.part("Del");
  report.heading(part, 1, "Tall");
  content::Placement low;
  low.at = mm(40);
  report.add(part, table(60), low);
  const std::vector<Page> pages = report.pages();
  REQUIRE(pages.size() > 1);
  CHECK(lines_of(pages[0])[1]->baseline.y == mm(75));
  for (const Placed& thing : pages[1].items) {
    const auto* line = std::get_if<PlacedLine>(&thing);
    if (line != nullptr && line->artifact == layout::Artifact::decoration) {
      CHECK(line->baseline.y == mm(75));
      break;
    }
  }
}

TEST_CASE("rows of a group stay on one page when it has room for them", "[layout]") {
  Report report;
  content::Table body = table(40);
  for (std::size_t i = 0; i < body.rows.size(); i += 10) body.rows[i].starts_group = true;
  report.add(report.part("Del"), body);
  for (const Page& page : report.pages()) {
    std::map<std::int32_t, int> groups;
    for (const std::int32_t row : rows_on(page)) ++groups[row / 10];
    for (const auto& [group, count] : groups) CHECK(count == 10);
  }
}

TEST_CASE("numbers end at the right edge of their column", "[layout]") {
  Report report;
  report.add(report.part("Del"), table(5));
  const std::vector<Page> pages = report.pages();
  for (const PlacedLine* line : lines_of(pages.front())) {
    if (line->leaf.part != Leaf::Part::cell || line->leaf.column != 1) continue;
    const Length right = line->baseline.x + line->line.left + line->line.width;
    CHECK(std::abs((right - mm(22 + 169)).units) < 100);
  }
}

TEST_CASE("columns wider than the frame are reported", "[layout]") {
  Report report;
  content::Table body = table(1);
  for (content::TableColumn& column : body.columns) column.width = mm(120);
  report.add(report.part("Del"), body);
  report.pages();
  REQUIRE_FALSE(report.diagnostics.list().empty());
  CHECK(report.diagnostics.list().front().code == "layout.too-wide");
}

TEST_CASE("a plain table of twenty thousand rows takes time in proportion to its rows", "[layout]") {
  const auto seconds = [](std::size_t rows) {
    Report report;
    report.add(report.part("Del"), plain_table(rows, 8));
    std::size_t cells = 0;
    const auto start = std::chrono::steady_clock::now();
    layout::lay_out_once(report.inputs(), {}, [&cells](Page&& page) { cells += lines_of(page).size(); }, report.diagnostics);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    CHECK(cells == rows * 8 + 8 + 1);
    return took.count();
  };
  const double small = seconds(5000), large = seconds(20000);
  CHECK(large < small * 4 * 2.5);
}
