// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "unit/data/folder.hpp"

using namespace tilstand;
using namespace tilstand::data;

namespace {

using Mistakes = std::vector<std::string>;
using Rows = std::vector<std::vector<std::string>>;

struct Read {
  std::optional<Dataset> dataset;
  Mistakes mistakes;
  Diagnostics diagnostics;

  Rows rows(const std::string& name) const {
    Rows rows;
    const tables::Table& table = dataset->tables.at(name);
    for (std::size_t row = 0; row < table.rows(); ++row) {
      rows.emplace_back();
      for (std::size_t column = 0; column < table.columns().size(); ++column) rows.back().emplace_back(table.text(row, column));
    }
    return rows;
  }
};

Read read(const std::string& toml, const std::string& csv) {
  Folder folder;
  folder.write("data.toml", toml);
  folder.write("t.csv", csv);
  Read result{folder.read(), folder.mistakes(), folder.diagnostics};
  return result;
}

const std::string farms = "[table.farms]\nfile = \"t.csv\"\n";

}  // namespace

TEST_CASE("a dialect is declared with the table", "[data]") {
  const Read norwegian = read(farms + R"(encoding = "windows-1252"
delimiter = ";"
decimal = ","
thousands = " "
header-line = 3
missing = [":", ".."]
columns.name = "text"
columns.area = { type = "decimal", from = "Areal i daa", unit = "daa" }
)", "Tabell 1;\n\nname;Areal i daa\nS\xF8r;1\xA0" "234,50\nNes;..\n");
  CHECK(norwegian.mistakes.empty());
  CHECK(norwegian.rows("farms") == Rows{{"Sør", "1234.50"}, {"Nes", ""}});
  CHECK(norwegian.dataset->tables.at("farms").columns()[1].unit == "daa");
  CHECK(norwegian.dataset->tables.at("farms").span(0, 1).begin == Position{4, 5});
  CHECK(norwegian.dataset->tables.at("farms").span(0, 1).end == Position{4, 13});
  const Read plain = read(farms + "header-line = 0\n[table.farms.columns]\nname = \"text\"\nsheep = \"integer\"\n", "Nes,1\nVik,2\n");
  CHECK(plain.rows("farms") == Rows{{"Nes", "1"}, {"Vik", "2"}});
  CHECK(read(farms + "header-line = 9\n[table.farms.columns]\nname = \"text\"\n", "name\nNes\n").mistakes == Mistakes{"data.no-header t.csv:1:1"});
}

TEST_CASE("a column may say how its numbers are written", "[data]") {
  const Read mixed = read(farms + "decimal = \",\"\ncolumns.a = \"decimal\"\ncolumns.b = { type = \"decimal\", decimal = \".\", thousands = \",\" }\n", "a,b\n\"1,5\",\"1,234.5\"\n");
  CHECK(mixed.mistakes.empty());
  CHECK(mixed.rows("farms") == Rows{{"1.5", "1234.5"}});
  CHECK(read(farms + "thousands = \".\"\ncolumns.a = \"text\"\n", "a\n").mistakes == Mistakes{"definition.conflict data.toml:3:14"});
}

TEST_CASE("every type is checked", "[data]") {
  const std::string toml = farms + "columns = { i = \"integer\", d = \"decimal\", b = \"boolean\", day = \"date\", y = \"year\" }\n";
  const Read good = read(toml, "i,d,b,day,y\n-12,1e3,true,2020-02-29,2021\n47.00,-0.5,false,,\n");
  CHECK(good.mistakes.empty());
  const tables::Table& table = good.dataset->tables.at("farms");
  CHECK(good.rows("farms")[0] == std::vector<std::string>{"-12", "1000", "true", "2020-02-29", "2021"});
  CHECK(std::get<std::int64_t>(table.value(1, 0)) == 47);
  CHECK(std::get<tables::Date>(table.value(0, 3)) == tables::Date{2020, 2, 29});
  CHECK(std::get<tables::Year>(table.value(0, 4)).number == 2021);
  CHECK(read(toml, "i,d,b,day,y\n1.5,x,yes,2021-02-29,21\n").mistakes ==
        Mistakes{"data.wrong-type t.csv:2:1", "data.wrong-type t.csv:2:5", "data.wrong-type t.csv:2:7", "data.wrong-type t.csv:2:11", "data.wrong-type t.csv:2:22"});
}

TEST_CASE("numbers that can't be kept are told one by one", "[data]") {
  const std::string toml = farms + "columns = { d = \"decimal\" }\n";
  CHECK(read(toml, "d\nNaN\n-inf\n1e308\n1234567890123456\n0.1234567891\n1e-12\n1e99999\n").mistakes ==
        Mistakes{"data.not-finite t.csv:2:1", "data.not-finite t.csv:3:1", "data.too-many-digits t.csv:4:1", "data.too-many-digits t.csv:5:1",
                 "data.too-many-digits t.csv:6:1", "data.too-many-digits t.csv:7:1", "data.wrong-type t.csv:8:1"});
  const Read rounded = read(farms + "columns.d = { type = \"decimal\", decimals = 2 }\n", "d\n33.333333333333336\n0.005\n-0.005\n9.999\n1e-12\n2\n");
  CHECK(rounded.mistakes.empty());
  CHECK(rounded.rows("farms") == Rows{{"33.33"}, {"0.01"}, {"-0.01"}, {"10.00"}, {"0.00"}, {"2"}});
}

TEST_CASE("a schema's limits are checked all at once", "[data]") {
  const std::string toml = farms + R"(key = ["region", "year"]
missing = ["."]
columns.region = { type = "text", pattern = "####", required = true }
columns.year = { type = "year", least = 2015, most = 2021 }
columns.sex = { values = ["men", "women"] }
columns.count = { type = "integer", least = 0 }
)";
  CHECK(read(toml, "region,year,sex,count\n0301,2021,men,1\n0301,2020,women,.\n").mistakes.empty());
  const Read bad = read(toml, "region,year,sex,count\n0301,2021,men,1\n0301,2021,men,-4\n301,2014,mn,0\n.,2020,,0\n");
  CHECK(bad.mistakes == Mistakes{"data.out-of-range t.csv:3:15", "data.duplicate-key t.csv:3:1", "data.wrong-pattern t.csv:4:1", "data.out-of-range t.csv:4:5",
                                 "data.unknown-value t.csv:4:10", "data.missing-value t.csv:5:1"});
  CHECK(bad.diagnostics.list()[4].hint == "did you mean \"men\"?");
  CHECK(bad.diagnostics.list()[1].notes[0].span.begin == Position{2, 1});
}

TEST_CASE("what is wrong in a description is told all at once", "[data]") {
  CHECK(read(farms + R"(format = "xls"
delimiter = ";;"
retrieved = "in May"
decimal = ","
thousands = ","
columns.a = { type = "txt", least = 2, most = 1, colour = "red" }
)", "a\n").mistakes == Mistakes{"definition.unknown-value data.toml:3:11", "definition.out-of-range data.toml:4:14", "definition.conflict data.toml:7:14",
                             "definition.out-of-range data.toml:5:14", "definition.unknown-value data.toml:8:23", "definition.conflict data.toml:8:47",
                             "definition.unknown-key data.toml:8:50"});
}

TEST_CASE("a table knows its source, licence and day", "[data]") {
  const Read about = read(farms + "source = \"SSB\"\nlicence = \"CC BY 4.0\"\nretrieved = 2021-05-17\ncolumns = { a = \"text\" }\n", "a\n");
  CHECK(about.mistakes.empty());
  CHECK(about.dataset->tables.at("farms").about().source == "SSB");
  CHECK(about.dataset->tables.at("farms").about().retrieved == "2021-05-17");
}

TEST_CASE("columns that aren't declared are refused, passed over or taken as text", "[data]") {
  const std::string csv = "a,b,c\n1,2,3\n";
  CHECK(read(farms + "columns = { b = \"integer\" }\n", csv).mistakes.size() == 2);
  CHECK(read(farms + "other-columns = \"skip\"\ncolumns = { b = \"integer\" }\n", csv).rows("farms") == Rows{{"2"}});
  CHECK(read(farms + "other-columns = \"text\"\n", csv).rows("farms") == Rows{{"1", "2", "3"}});
}

namespace {

const std::string people = "region,year,sex,count\n0301,2019,1,10\n0301,2020,1,11\n0301,2020,2,12\n1103,2020,1,13\n1103,2021,2,14\n";
const std::string people_toml = farms + "columns = { region = \"text\", year = \"year\", sex = \"text\", count = \"decimal\" }\n";

}  // namespace

TEST_CASE("a selection chooses rows and columns and keeps their places", "[data]") {
  const Read chosen = read(people_toml + R"([selection.oslo]
table = "farms"
where = { region = "0301", year = { from = 2020, to = 2021 } }
columns = ["count", "sex"]
[selection.women]
table = "oslo"
where.sex = ["2"]
[selection.twelve]
table = "farms"
where.count = [12.0, 13]
)", people);
  CHECK(chosen.mistakes.empty());
  CHECK(chosen.rows("oslo") == Rows{{"11", "1"}, {"12", "2"}});
  CHECK(chosen.rows("women") == Rows{{"12", "2"}});
  CHECK(chosen.rows("twelve").size() == 2);
  CHECK(chosen.rows("farms").size() == 5);
  CHECK(chosen.dataset->tables.at("women").span(0, 0).begin == Position{4, 13});
}

TEST_CASE("a table that is read for its selections only is not kept", "[data]") {
  const Read chosen = read(people_toml + "[selection.late]\ntable = \"farms\"\nwhere.year = { from = 2021 }\n", people);
  CHECK(chosen.dataset->tables.contains("farms"));
  const Read only = read(farms + "read = \"selections\"\ncolumns = { region = \"text\", year = \"year\", sex = \"text\", count = \"integer\" }\n"
                         "[selection.late]\ntable = \"farms\"\nwhere.year = { from = 2021 }\n", people);
  CHECK(only.mistakes.empty());
  CHECK_FALSE(only.dataset->tables.contains("farms"));
  CHECK(only.rows("late") == Rows{{"1103", "2021", "2", "14"}});
}

TEST_CASE("what is wrong with a selection is told at its place", "[data]") {
  CHECK(read(people_toml + R"([selection.a]
table = "frams"
[selection.b]
table = "farms"
where = { regon = "1", year = "first", sex = "3" }
columns = ["cnt"]
[selection.farms]
table = "farms"
)", people).mistakes == Mistakes{"data.unknown-table data.toml:5:10", "data.duplicate-name data.toml:10:12", "data.unknown-column data.toml:9:13",
                              "data.unknown-column data.toml:8:11", "data.wrong-type data.toml:8:32", "data.no-match data.toml:8:47"});
}
