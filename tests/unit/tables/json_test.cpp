// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tables/json_events.hpp"
#include "unit/tables/reading.hpp"

using namespace tilstand;
using namespace tilstand::tables;

namespace {

TableSpec farms(const std::string& at = {}) { return spec_of({{"name"}, {"sheep", Type::integer}}, at); }

Reading json(const TableSpec& spec, const std::string& text) { return {read_json, spec, text}; }
Reading toml(const TableSpec& spec, const std::string& text) { return {read_toml, spec, text}; }

}  // namespace

TEST_CASE("objects are rows, in whatever order their members stand", "[tables]") {
  const Reading read = json(farms(), "[{\"name\": \"S\\u00f8r \\\"a\\\"\", \"sheep\": 12},\n {\"sheep\": null, \"name\": \"Nes\"}, {\"name\": \"Vik\"}]");
  CHECK(read.mistakes().empty());
  CHECK(read.rows() == Rows{{"Sør \"a\"", "12"}, {"Nes", ""}, {"Vik", ""}});
  CHECK(read.tables[0].span(0, 0).begin == Position{1, 12});
  CHECK(read.tables[0].span(0, 0).end == Position{1, 26});
  CHECK(read.tables[0].span(1, 1).begin == Position{2, 12});
  CHECK(read.tables[0].span(2, 1).begin == Position{2, 34});  // the object, for there is no such member
  CHECK(read.tables[0].origin(1, 1).pointer == "/1/sheep");
}

TEST_CASE("a pointer leads to the rows", "[tables]") {
  const std::string text = R"({"note": [{"name": "no"}], "a/b": {"rows": [0, [{"name": "Nes", "sheep": 1}]]}, "end": [[[]]]})";
  const Reading read = json(farms("/a~1b/rows/1"), text);
  CHECK(read.mistakes().empty());
  CHECK(read.rows() == Rows{{"Nes", "1"}});
  CHECK(read.tables[0].origin(0, 0).pointer == "/a~1b/rows/1/0/name");
  CHECK(json(farms("/a~1b/rows/2"), text).mistakes() == Mistakes{"data.no-rows 0:0"});
  CHECK(json(farms("/note/0"), text).mistakes() == Mistakes{"data.no-rows 1:11"});
}

TEST_CASE("numbers of JSON keep their digits", "[tables]") {
  const Reading read = json(spec_of({{"n", Type::decimal}}), "[{\"n\": 47.10}, {\"n\": 1e3}, {\"n\": -25E-1}, {\"n\": \"3\"}]");
  CHECK(read.rows() == Rows{{"47.10"}, {"1000"}, {"-2.5"}, {"3"}});
  CHECK(json(farms(), "[{\"sheep\": 12.0}, {\"sheep\": 1e2}]").rows() == Rows{{"", "12"}, {"", "100"}});
}

TEST_CASE("what is wrong in a JSON file is told all at once", "[tables]") {
  const Reading read = json(farms(), R"([
{"name": "a", "sheep": 1.5},
{"name": "a", "name": "b", "sheep": NaN},
{"name": ["a"], "goats": 1, "sheep": -Infinity},
{"goats": 2, "sheep": true},
7,
{"sheep": 123456789012345678901}
])");
  CHECK(read.mistakes() == Mistakes{"data.wrong-type 2:24", "data.duplicate-member 3:16", "data.not-finite 3:37", "data.nested-value 4:3", "data.unknown-column 4:18",
                                    "data.not-finite 4:38", "data.wrong-type 5:23", "data.wrong-type 6:1", "data.too-many-digits 7:11"});
  CHECK(json(farms(), "[[1, [2]], {\"name\": \"a\", \"sheep\": 1}]").mistakes() == Mistakes{"data.wrong-type 1:2"});
  CHECK(json(farms(), "[{\"name\": \"a\"}]").mistakes() == Mistakes{"data.missing-column 0:0"});
}

TEST_CASE("what is no JSON is told where it stops being it", "[tables]") {
  CHECK(json(farms(), "[{\"name\": \"a\",}]").mistakes()[0] == "data.json-syntax 1:15");
  const Reading cut = json(farms(), "[{\"name\": \"a\", \"sheep\": 1},\n{\"name\": \"b");
  CHECK(cut.mistakes()[0] == "data.json-syntax 2:12");
  CHECK(cut.diagnostics.list()[0].message.find("cut off") != std::string::npos);
  CHECK(json(farms(), "").mistakes()[0] == "data.json-syntax 1:1");
  CHECK(json(farms(), "[{\"sheep\": 1e309}]").mistakes()[0].starts_with("data.json-syntax 1:"));
  CHECK(json(farms(), "[] []").mistakes()[0] == "data.json-syntax 1:4");
  CHECK(json(farms(), "[{\"name\": \"\\ud800\"}]").mistakes()[0].starts_with("data.json-syntax 1:"));
  CHECK(json(farms(), "[{\"name\": \"\\udc00\", \"sheep\": 1}]").mistakes()[0] == "data.json-syntax 1:12");
  CHECK(json(farms(), "[{\"name\": \"\xF8\", \"sheep\": 1}]").mistakes() == Mistakes{"definition.invalid-utf8 1:12"});
  CHECK(json(farms(), std::string("[{\"name\": \"a\", \"sheep\": 1}]\0 ", 30)).mistakes()[0] == "data.null-byte 1:28");
}

TEST_CASE("JSON that is nested or long without end is refused", "[tables]") {
  CHECK(json(farms(), std::string(200'000, '[')).mistakes().back() == "data.json-syntax 1:101");
  std::string open = "[{\"name\": \"";
  open.append(20 << 20, 'a');
  const Reading long_text = json(farms(), open);
  CHECK(long_text.diagnostics.list()[0].message.find("16 million") != std::string::npos);
  CHECK(json(farms(), "[{\"sheep\": " + std::string(300, '9') + "}]").mistakes()[0] == "data.too-many-digits 1:12");
}

TEST_CASE("when all columns are taken the first record names them", "[tables]") {
  TableSpec spec = spec_of({});
  spec.others = Others::take;
  const Reading read = json(spec, R"([{"b": 1, "a": "x"}, {"a": "y", "b": 2, "c": 3}])");
  CHECK(read.rows() == Rows{{"1", "x"}, {"2", "y"}});
  CHECK(read.mistakes() == Mistakes{"data.unknown-column 1:42"});
}

TEST_CASE("tables of a TOML array are rows", "[tables]") {
  const Reading read = toml(farms(), "title = \"x\"\n[[farm]]\nname = \"Sør\"\nsheep = 12\n[[farm]]\nsheep = 3\n");
  CHECK(read.mistakes().empty());
  CHECK(read.rows() == Rows{{"Sør", "12"}, {"", "3"}});
  CHECK(read.tables[0].span(0, 0).begin == Position{3, 9});
  CHECK(toml(farms("goat"), "[[farm]]\nname = \"a\"\n").mistakes() == Mistakes{"data.no-rows 0:0"});
  CHECK(toml(farms(), "[[a]]\nname = \"a\"\n[[b]]\nname = \"b\"\n").mistakes() == Mistakes{"data.no-rows 1:1"});
  const Reading bad = toml(spec_of({{"n", Type::decimal}}), "[[r]]\nn = 47.5\n[[r]]\nn = nan\n[[r]]\nn = [1]\nm = 1\n[[r]]\nn = -0.1\n");
  CHECK(bad.mistakes() == Mistakes{"data.not-finite 4:5", "data.nested-value 6:1", "data.unknown-column 7:1"});
  CHECK(bad.rows() == Rows{{"47.5"}, {""}, {""}, {"-0.1"}});
}
