// SPDX-License-Identifier: Apache-2.0
#include "tables/csv.hpp"

#include <catch2/catch.hpp>
#include <random>

using namespace tilstand;
using tables::CsvCell;
using tables::CsvReader;
using Rows = std::vector<std::vector<std::string>>;

namespace {

struct Read {
  Diagnostics diagnostics;
  Rows rows;
  std::vector<std::vector<Position>> places;
};

Read read(std::string_view text) {
  Read result;
  CsvReader reader({0}, text, result.diagnostics);
  std::vector<CsvCell> cells;
  while (reader.next(cells)) {
    result.rows.emplace_back();
    result.places.emplace_back();
    for (const CsvCell& cell : cells) {
      result.rows.back().push_back(cell.text);
      result.places.back().push_back(cell.begin);
    }
  }
  return result;
}

/// "code line:column" of each mistake.
std::vector<std::string> mistakes(const Read& read) {
  std::vector<std::string> list;
  for (const Diagnostic& one : read.diagnostics.list())
    list.push_back(one.code + " " + std::to_string(one.span.begin.line) + ":" + std::to_string(one.span.begin.column));
  return list;
}

using Mistakes = std::vector<std::string>;

std::string written(const Rows& rows, const std::string& line_end) {
  std::string text;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) text += ',';
      const bool quote = row[i].empty() || row[i].find_first_of(",\"\r\n") != std::string::npos;
      if (quote) text += '"';
      for (const char c : row[i]) text += c == '"' ? std::string("\"\"") : std::string(1, c);
      if (quote) text += '"';
    }
    text += line_end;
  }
  return text;
}

}  // namespace

TEST_CASE("cells are split at commas and rows at either line end", "[data]") {
  CHECK(read("a,b\r\n1,2\n3,").rows == Rows{{"a", "b"}, {"1", "2"}, {"3", ""}});
  CHECK(read("a\rb").rows == Rows{{"a"}, {"b"}});
}

TEST_CASE("a byte order mark and blank lines are passed over", "[data]") {
  const Read result = read("\xEF\xBB\xBF" "a\n\n\r\nb\n");
  CHECK(result.rows == Rows{{"a"}, {"b"}});
  CHECK(result.places[0][0] == Position{1, 1});
  CHECK(result.places[1][0] == Position{4, 1});
  CHECK(read("").rows.empty());
}

TEST_CASE("a quoted cell holds commas, quotes and line ends", "[data]") {
  const Read result = read("\"a,\"\"b\"\"\nc\",d\ne,f");
  CHECK(result.rows == Rows{{"a,\"b\"\nc", "d"}, {"e", "f"}});
  CHECK(result.diagnostics.list().empty());
}

TEST_CASE("a cell's place counts code points and lies inside its quotes", "[data]") {
  const Read result = read("æøå,\"x\"\n\"1\n2\",y");
  CHECK(result.places == std::vector<std::vector<Position>>{{{1, 1}, {1, 6}}, {{2, 2}, {3, 4}}});
}

TEST_CASE("an unclosed quote ends with its line and reading goes on", "[data]") {
  const Read result = read("a,b\n1,\"two\n3,4\n");
  CHECK(mistakes(result) == Mistakes{"data.unclosed-quote 2:3"});
  CHECK(result.rows == Rows{{"a", "b"}, {"1", "two"}, {"3", "4"}});
}

TEST_CASE("stray quotes are reported where they stand", "[data]") {
  CHECK(mistakes(read("a\"b\"c,d")) == Mistakes{"data.stray-quote 1:2"});
  const Read after = read("\"a\"b,c");
  CHECK(mistakes(after) == Mistakes{"data.stray-quote 1:4"});
  CHECK(after.rows == Rows{{"a", "c"}});
}

TEST_CASE("null bytes and bytes that are not UTF-8 are reported and mended", "[data]") {
  CHECK(mistakes(read(std::string_view("a,b\0c", 5))) == Mistakes{"data.null-byte 1:4"});
  const Read latin = read("x\nS\xF8r,1");
  CHECK(mistakes(latin) == Mistakes{"definition.invalid-utf8 2:2"});
  CHECK(latin.rows[1] == std::vector<std::string>{"S\uFFFDr", "1"});
}

TEST_CASE("after an unclosed quote the rows below are read for themselves", "[data]") {
  std::string text = "\"a\n";  // doubled quotes never close the first one
  for (int i = 0; i < 10000; ++i) text += "\"\",b\n";
  const Read result = read(text);
  CHECK(mistakes(result) == Mistakes{"data.unclosed-quote 1:1"});
  CHECK(result.rows.size() == 10001);
  CHECK(result.rows.back() == std::vector<std::string>{"", "b"});
}

TEST_CASE("a table written and read again is the same table", "[data][property]") {
  std::mt19937 random(7);
  const std::vector<std::string> pieces{"a", "æ", "\U0001F600", ",", "\"", "\n", "\r\n", " ", "0"};
  for (int round = 0; round < 300; ++round) {
    Rows rows(1 + random() % 6);
    const std::size_t columns = 1 + random() % 5;
    for (auto& row : rows) {
      for (std::size_t i = 0; i < columns; ++i) {
        row.emplace_back();
        for (std::size_t n = random() % 6; n > 0; --n) row.back() += pieces[random() % pieces.size()];
      }
    }
    const Read result = read(written(rows, round % 2 == 0 ? "\n" : "\r\n"));
    REQUIRE(result.rows == rows);
    REQUIRE(result.diagnostics.list().empty());
  }
}
