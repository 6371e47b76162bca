// SPDX-License-Identifier: Apache-2.0
#include "tables/csv.hpp"

#include <catch2/catch.hpp>
#include <random>

using namespace tilstand;
using tables::Cell;
using tables::CsvDialect;
using tables::CsvReader;
using Rows = std::vector<std::vector<std::string>>;

namespace {

struct Read {
  Diagnostics diagnostics;
  Rows rows;
  std::vector<std::vector<Position>> places;
};

Read read(std::string_view text, const CsvDialect& dialect = {}, tables::Encoding encoding = tables::Encoding::utf8) {
  Read result;
  Sources sources;
  tables::TextStream stream(sources.add("table.csv", std::string(text)), encoding, sources, result.diagnostics);
  CsvReader reader(stream, dialect, result.diagnostics);
  std::vector<Cell> cells;
  while (reader.next(cells)) {
    result.rows.emplace_back();
    result.places.emplace_back();
    for (const Cell& cell : cells) {
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

TEST_CASE("cells are split at commas and rows at either line end", "[tables]") {
  CHECK(read("a,b\r\n1,2\n3,").rows == Rows{{"a", "b"}, {"1", "2"}, {"3", ""}});
  CHECK(read("a\rb").rows == Rows{{"a"}, {"b"}});
}

TEST_CASE("a byte order mark and blank lines are passed over", "[tables]") {
  const Read result = read("\xEF\xBB\xBF" "a\n\n\r\nb\n");
  CHECK(result.rows == Rows{{"a"}, {"b"}});
  CHECK(result.places[0][0] == Position{1, 1});
  CHECK(result.places[1][0] == Position{4, 1});
  CHECK(read("").rows.empty());
}

TEST_CASE("a quoted cell holds commas, quotes and line ends", "[tables]") {
  const Read result = read("\"a,\"\"b\"\"\nc\",d\ne,f");
  CHECK(result.rows == Rows{{"a,\"b\"\nc", "d"}, {"e", "f"}});
  CHECK(result.diagnostics.list().empty());
}

TEST_CASE("a cell's place counts code points and lies inside its quotes", "[tables]") {
  const Read result = read("æøå,\"x\"\n\"1\n2\",y");
  CHECK(result.places == std::vector<std::vector<Position>>{{{1, 1}, {1, 6}}, {{2, 2}, {3, 4}}});
}

TEST_CASE("an unclosed quote ends with its line and reading goes on", "[tables]") {
  const Read result = read("a,b\n1,\"two\n3,4\n");
  CHECK(mistakes(result) == Mistakes{"data.unclosed-quote 2:3"});
  CHECK(result.rows == Rows{{"a", "b"}, {"1", "two"}, {"3", "4"}});
}

TEST_CASE("stray quotes are reported where they stand", "[tables]") {
  CHECK(mistakes(read("a\"b\"c,d")) == Mistakes{"data.stray-quote 1:2"});
  const Read after = read("\"a\"b,c");
  CHECK(mistakes(after) == Mistakes{"data.stray-quote 1:4"});
  CHECK(after.rows == Rows{{"a", "c"}});
}

TEST_CASE("null bytes and bytes that are not UTF-8 are reported and mended", "[tables]") {
  CHECK(mistakes(read(std::string_view("a,b\0c", 5))) == Mistakes{"data.null-byte 1:4"});
  const Read latin = read("x\nS\xF8r,1");
  CHECK(mistakes(latin) == Mistakes{"definition.invalid-utf8 2:2"});
  CHECK(latin.rows[1] == std::vector<std::string>{"S\uFFFDr", "1"});
}

TEST_CASE("a dialect names its delimiter and quotation mark", "[tables]") {
  CHECK(read("a;'b;c'\n1,2;\"x\"", {';', '\'', 1}).rows == Rows{{"a", "b;c"}, {"1,2", "\"x\""}});
  CHECK(read("a\t\"b\"c", {'\t', 0, 1}).rows == Rows{{"a", "\"b\"c"}});
}

TEST_CASE("other encodings become UTF-8 and keep their columns", "[tables]") {
  const Read windows = read("S\xF8r,5 \x80\n", {}, tables::Encoding::windows_1252);
  CHECK(windows.rows == Rows{{"Sør", "5 €"}});
  CHECK(windows.places[0][1] == Position{1, 5});
  CHECK(windows.diagnostics.list().empty());
  CHECK(read("\xE5,\xFF", {}, tables::Encoding::iso_8859_1).rows == Rows{{"å", "ÿ"}});
}

TEST_CASE("encodings that are mixed or wrong are told where it shows", "[tables]") {
  CHECK(mistakes(read("ø,a\nb,\xF8\n")) == Mistakes{"data.mixed-encodings 2:3"});
  CHECK(mistakes(read("\xF8,a\nb,\xC3\xB8\n", {}, tables::Encoding::windows_1252)) == Mistakes{"data.mixed-encodings 2:3"});
  CHECK(mistakes(read("a,\x81", {}, tables::Encoding::windows_1252)) == Mistakes{"data.wrong-encoding 1:3"});
  CHECK(mistakes(read("a,\x80", {}, tables::Encoding::iso_8859_1)) == Mistakes{"data.wrong-encoding 1:3"});
  CHECK(mistakes(read("\xFF\xFE" "a")).front() == "data.wrong-encoding 1:1");
  CHECK(read("\xEF\xBB\xBF" "ø", {}, tables::Encoding::windows_1252).rows == Rows{{"ø"}});  // the mark says which encoding it is
}

TEST_CASE("characters that two blocks share are read whole", "[tables]") {
  for (std::size_t before = (1 << 18) - 4; before < (1 << 18) + 2; ++before) {
    const Read result = read(std::string(before, 'a') + "\U0001F600,ø");
    CHECK(result.rows[0][0].substr(before) == "\U0001F600");
    CHECK(result.places[0][1].column == before + 3);
    CHECK(result.diagnostics.list().empty());
  }
}

TEST_CASE("a row without end and a cell without end are bounded", "[tables]") {
  const Read wide = read(std::string(50'000, ',') + "\na,b");
  CHECK(mistakes(wide) == Mistakes{"data.too-many-columns 1:10000"});
  CHECK(wide.rows[0].size() == 10'000);
  CHECK(wide.rows[1] == std::vector<std::string>{"a", "b"});
  const Read open = read("\"" + std::string(3 << 20, 'a') + "\nb\n");
  CHECK(mistakes(open) == Mistakes{"data.unclosed-quote 1:1"});
  CHECK(open.rows.back() == std::vector<std::string>{"b"});
  CHECK(mistakes(read(std::string(3 << 20, 'a') + "\nb\n")) == Mistakes{"data.long-cell 1:1"});
}

TEST_CASE("after an unclosed quote the rows below are read for themselves", "[tables]") {
  std::string text = "\"a\n";  // doubled quotes never close the first one
  for (int i = 0; i < 10000; ++i) text += "\"\",b\n";
  const Read result = read(text);
  CHECK(mistakes(result) == Mistakes{"data.unclosed-quote 1:1"});
  CHECK(result.rows.size() == 10001);
  CHECK(result.rows.back() == std::vector<std::string>{"", "b"});
}

TEST_CASE("a table written and read again is the same table", "[tables][property]") {
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
