// SPDX-License-Identifier: Apache-2.0
#include "content/printed.hpp"

#include <catch2/catch.hpp>

using namespace tilstand;
using content::PrintedList;

namespace {

data::Cell cell(std::uint32_t line, std::uint32_t column = 5) { return {{{0}, {line, column}, {line, column + 2}}}; }

}  // namespace

TEST_CASE("cells below one another are one stretch", "[printed]") {
  std::vector<data::Cell> cells;
  for (const std::uint32_t line : {2u, 3u, 4u, 9u}) content::add_cell(cells, cell(line));
  REQUIRE(cells.size() == 2);
  CHECK(cells[0].count == 3);
  CHECK(cells[0].span.begin.line == 2);
  CHECK(cells[0].span.end.line == 4);
  CHECK(cells[1].count == 1);
}

TEST_CASE("numbers are found in words with the signs between their digits", "[printed]") {
  const std::string text = "fra 9\u00A0257 til 12,5 i 2021.";
  std::vector<std::string> found;
  for (const PrintedRange& range : numbers_in(text, {3})) found.push_back(text.substr(range.begin, range.end - range.begin));
  CHECK(found == std::vector<std::string>{"9\u00A0257", "12,5", "2021"});
  CHECK(numbers_in("ord", {3}).empty());
}

TEST_CASE("a carried sum rests on the cells up to its row", "[printed]") {
  PrintedList list;
  const PrintedId single = list.add({"47", "trust", "value", {0}, {2021}, {}, {cell(3)}});
  content::PrintedSums sums;
  sums.names = {"rows.count"};
  sums.columns.resize(1);
  data::Cell stretch = cell(2);
  stretch.span.end.line = 101;
  stretch.count = 100;
  sums.columns[0].push_back({stretch, 0});
  const PrintedId first = list.add_sums(sums, 100);
  const data::Dataset none;
  CHECK(content::name_of(list.at(single, none)) == "trust[2021].value");
  const content::Printed third = list.at({first.value + 2}, none);
  REQUIRE(third.cells.size() == 1);
  CHECK(third.cells[0].count == 3);
  CHECK(third.cells[0].span.end.line == 4);
  CHECK(third.derivation == "sum(rows.count)");
}

TEST_CASE("cells of a large table are found by row and column", "[printed]") {
  data::Dataset dataset;
  tables::Table table("rows", {{"name"}, {"count", tables::Type::integer}});
  dataset.tables.emplace("rows", table);
  PrintedList list;
  const PrintedId first = list.add_rows({"rows", {4, 7}, {{0}, {1}}});
  CHECK(list.add_rows({"rows", {1}, {{0}}}).value == first.value + 4);
  CHECK(list.at({first.value + 9}, dataset).name.empty());
}
