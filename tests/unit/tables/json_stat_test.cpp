// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>

#include "base/file.hpp"
#include "unit/tables/reading.hpp"

using namespace tilstand;
using namespace tilstand::tables;

namespace {

TableSpec cube(const std::string& at = {}) {
  TableSpec spec = spec_of({}, at);
  spec.format = Format::json_stat;
  spec.others = Others::take;
  return spec;
}

Reading stat(const TableSpec& spec, const std::string& text) { return {read_json_stat, spec, text}; }

/// Two areas in the order that their index says, two years, values and codes one by one; the values stand before their description.
const std::string small = R"({"version": "2.0", "class": "dataset", "label": "Sheep",
"value": {"0": 1.5, "3": null, "2": 7},
"status": {"3": ":"},
"extension": {"value": {"deep": [1, {"id": 1}]}},
"id": ["area", "year"], "size": [2, 2],
"dimension": {
 "year": {"category": {"index": ["2020", "2021"]}},
 "area": {"label": "Area", "category": {"index": {"N": 1, "S": 0}, "label": {"N": "North", "S": "South"},
  "unit": {"S": {"symbol": "t", "base": "tonnes"}, "N": {"base": "tonnes"}}}}}})";

std::string replaced(std::string text, const std::string& what, const std::string& by) { return text.replace(text.find(what), what.size(), by); }

/// The TSV that two packages have made of a sample: dimensions with their categories, then values with status codes.
struct Expected {
  std::vector<std::vector<std::string>> dimensions;
  Rows cells;
};

std::vector<std::string> split(const std::string& line) {
  std::vector<std::string> parts(1);
  for (const char c : line) {
    if (c == '\t') parts.emplace_back();
    else parts.back() += c;
  }
  return parts;
}

Expected expected(const std::string& name) {
  std::ifstream file(TILSTAND_ROOT "/tests/unit/tables/json-stat/" + name + ".tsv");
  Expected read;
  std::string line;
  while (std::getline(file, line) && !line.empty()) read.dimensions.push_back(split(line));
  while (std::getline(file, line)) read.cells.push_back(split(line));
  return read;
}

/// A number without the zeros that end its decimals.
std::string plain(std::string text) {
  if (text.find('.') == std::string::npos) return text;
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

void check_sample(const std::string& file, const std::string& at, const std::string& name) {
  INFO(name);
  const auto text = read_file(TILSTAND_ROOT "/tests/unit/tables/json-stat/" + file + ".json");
  TableSpec spec = cube(at);
  const Reading read = stat(spec, text.value());
  REQUIRE(read.mistakes().empty());
  const Expected want = expected(name);
  REQUIRE(read.tables.at(0).rows() == want.cells.size());
  REQUIRE(!want.cells.empty());
  const std::size_t dimensions = want.dimensions.size();
  std::size_t wrong = 0;
  for (std::size_t row = 0; row < want.cells.size(); ++row) {
    std::size_t rest = row;
    for (std::size_t d = dimensions; d-- > 0; rest /= want.dimensions[d].size() - 1)
      wrong += read.tables[0].text(row, 2 * d) == want.dimensions[d][1 + rest % (want.dimensions[d].size() - 1)] ? 0 : 1;
    wrong += plain(std::string(read.tables[0].text(row, 2 * dimensions))) == want.cells[row][0] ? 0 : 1;
    wrong += read.tables[0].text(row, 2 * dimensions + 1) == want.cells[row][1] ? 0 : 1;
  }
  CHECK(wrong == 0);
}

}  // namespace

TEST_CASE("samples of JSON-stat are read as published packages read them", "[tables]") {
  check_sample("galicia", "", "galicia");
  check_sample("cantabria", "", "cantabria");
  check_sample("statswe", "/dataset", "statswe");
  check_sample("oecd-canada", "/oecd", "oecd-canada-oecd");
  check_sample("oecd-canada", "/canada", "oecd-canada-canada");
}

TEST_CASE("a published sample whose sizes are wrong is told", "[tables]") {
  const auto text = read_file(TILSTAND_ROOT "/tests/unit/tables/json-stat/ons-sex.json");
  CHECK(stat(cube("/QS104EW"), text.value()).mistakes() == Mistakes{"data.wrong-size 8:12"});
}

TEST_CASE("each cell of a cube is a row that knows its coordinates", "[tables]") {
  const Reading read = stat(cube(), small);
  CHECK(read.mistakes().empty());
  CHECK(read.rows() == Rows{{"S", "South", "2020", "2020", "1.5", "", "tonnes"}, {"S", "South", "2021", "2021", "", "", "tonnes"},
                            {"N", "North", "2020", "2020", "7", "", "tonnes"}, {"N", "North", "2021", "2021", "", ":", "tonnes"}});
  const Table& table = read.tables[0];
  CHECK(table.columns()[4].unit == "tonnes");
  const Origin seven = table.origin(2, 4);
  CHECK(seven.span.begin == Position{2, 37});
  CHECK(seven.span.end == Position{2, 38});
  CHECK(seven.pointer == "/value/2");
  CHECK(seven.coordinates == std::vector<std::pair<std::string, std::string>>{{"area", "N"}, {"year", "2020"}});
  CHECK(table.span(1, 4).begin == Position{2, 10});  // nothing stands there: the place of all values
  CHECK(table.span(3, 5).begin == Position{3, 18});
  CHECK(table.span(0, 1).begin.line == 8);
  CHECK(table.span(0, 1).begin.column == 98);
}

TEST_CASE("a description chooses columns of a cube and checks them", "[tables]") {
  TableSpec spec = cube();
  spec.others = Others::skip;
  spec.columns = {{"area"}, {"sheep", Type::decimal}, {"year", Type::year}};
  spec.columns[1].from = "value";
  spec.columns[1].least = Decimal{2, 0};
  spec.whole = false;
  const auto text = [](const char* value) { return definition::Text{value, {}}; };
  spec.selections = {{"north", {}, {{text("area"), {text("N")}, {}, {}}}, {text("sheep"), text("year")}},
                     {"old", {}, {{text("year"), {}, {}, text("2020")}}, {}}};
  const Reading read = stat(spec, small);
  CHECK(read.mistakes() == Mistakes{"data.out-of-range 2:16"});
  REQUIRE(read.tables.size() == 2);
  CHECK(read.rows(0) == Rows{{"7", "2020"}, {"", "2021"}});
  CHECK(read.rows(1) == Rows{{"S", "2020", ""}, {"N", "2020", "7"}});
  CHECK(read.tables[0].origin(0, 0).coordinates[0].second == "N");
}

TEST_CASE("sizes that disagree with values or categories are told", "[tables]") {
  CHECK(stat(cube(), replaced(small, R"({"0": 1.5, "3": null, "2": 7})", "[1, 2, 3]")).mistakes() == Mistakes{"data.wrong-size 2:10"});
  CHECK(stat(cube(), replaced(small, R"({"0": 1.5, "3": null, "2": 7})", "[1, 2, 3, 4, 5]")).mistakes() == Mistakes{"data.wrong-size 2:10"});
  CHECK(stat(cube(), replaced(small, "\"2\": 7", "\"4\": 7")).mistakes() == Mistakes{"data.wrong-size 2:33"});
  CHECK(stat(cube(), replaced(small, "[2, 2]", "[2, 3]")).mistakes() == Mistakes{"data.wrong-size 5:37"});
  CHECK(stat(cube(), replaced(small, "[2, 2]", "[2]")).mistakes() == Mistakes{"data.wrong-size 5:33"});
  CHECK(stat(cube(), replaced(small, R"({"3": ":"})", R"(["a", "b"])")).mistakes() == Mistakes{"data.wrong-size 3:11"});
}

TEST_CASE("what is no dataset, or a poor one, is told", "[tables]") {
  const auto first = [](const std::string& text, const std::string& at = {}) { return stat(cube(at), text).mistakes().at(0); };
  CHECK(first("[]") == "data.json-stat 1:1");
  CHECK(first(R"({"class": "dimension"})") == "data.json-stat 1:1");
  CHECK(first(replaced(small, "\"index\": {\"N\": 1", "\"index\": {\"N\": 0")) == "data.json-stat 8:64");
  CHECK(first(replaced(small, "\"year\": {", "\"yeer\": {")) == "data.json-stat 5:17");
  CHECK(first(replaced(small, "\"label\": \"Sheep\"", "\"class\": \"dataset\"")) == "data.duplicate-member 1:41");
  CHECK(first(replaced(small, "\"3\": null", "\"0\": 2")) == "data.duplicate-member 2:26");
  CHECK(first(replaced(small, "\"3\": null", "\"x\": 2")) == "data.json-stat 2:22");
  CHECK(first(replaced(small, "1.5", "[1]")) == "data.nested-value 2:16");
  CHECK(first(replaced(small, "1.5", "1e308")) == "data.too-many-digits 2:16");
  CHECK(first(small.substr(0, 300)).starts_with("data.json-syntax"));
  CHECK(first(small, "/link/item/0") == "data.json-stat 0:0");
}

TEST_CASE("a collection gives its dataset, or asks which", "[tables]") {
  const std::string one = R"({"class": "collection", "link": {"item": [{"class": "dataset", "href": "x"}, )" + small + "]}}";
  const Reading read = stat(cube(), one);
  CHECK(read.mistakes().empty());
  CHECK(read.rows().size() == 4);
  CHECK(read.tables[0].origin(2, 4).pointer == "/link/item/1/value/2");
  const std::string two = R"({"class": "collection", "link": {"item": [)" + small + "," + small + "]}}";
  CHECK(stat(cube(), two).mistakes() == Mistakes{"data.json-stat 1:1"});
  CHECK(stat(cube("/link/item/1"), two).rows().size() == 4);
}

TEST_CASE("a cube that is large only on paper is refused", "[tables]") {
  std::string many = "[";
  for (int i = 0; i < 3000; ++i) many += (i > 0 ? ",\"" : "\"") + std::to_string(i) + "\"";
  many += "]";
  std::string text = R"({"class": "dataset", "id": ["a", "b", "c", "d"], "size": [3000, 3000, 3000, 3000], "value": {}, "dimension": {)";
  for (const char* name : {"a", "b", "c", "d"}) text += std::string(name[0] == 'a' ? "" : ",") + "\"" + name + R"(": {"category": {"index": )" + many + "}}";
  CHECK(stat(cube(), text + "}}").mistakes() == Mistakes{"data.wrong-size 1:77"});
  const std::string smaller = replaced(replaced(text, R"("a", "b", "c", "d")", R"("a", "b")"), "[3000, 3000, 3000, 3000]", "[3000, 3000]");
  CHECK(stat(cube(), smaller + "}}").mistakes() == Mistakes{"data.too-large 0:0"});
}
