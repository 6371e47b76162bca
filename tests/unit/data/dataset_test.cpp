// SPDX-License-Identifier: Apache-2.0
#include "data/dataset.hpp"

#include <catch2/catch.hpp>

#include "unit/data/folder.hpp"

using namespace tilstand;
using namespace tilstand::data;

namespace {

const std::string plain_table = "[table.farms]\nfile = \"farms.csv\"\nkey = \"name\"\n[table.farms.columns]\nname = \"text\"\nsheep = \"integer\"\n";
const std::string plain_figures = "[figures]\nfile = \"figures.csv\"\nvalues = \"values.csv\"\nstatus-year = 2021\n";

using Mistakes = std::vector<std::string>;

Mistakes farm_mistakes(const std::string& csv) {
  Folder folder;
  folder.write("data.toml", plain_table);
  folder.write("farms.csv", csv);
  folder.read();
  return folder.mistakes();
}

Mistakes figure_mistakes(const std::string& figures, const std::string& values) {
  Folder folder;
  folder.write("data.toml", plain_figures);
  folder.write("figures.csv", "name,label,unit,favourable,source\n" + figures);
  folder.write("values.csv", "figure,year,value,source-label,acknowledged\n" + values);
  folder.read();
  return folder.mistakes();
}

/// Code, severity and message of what the checks find.
std::vector<Diagnostic> checked(const std::string& figures, const std::string& values, double flat_percent = 0) {
  Folder folder;
  folder.write("data.toml", plain_figures);
  folder.write("figures.csv", "name,label,unit,favourable,source,scope,no-source-reason\n" + figures);
  folder.write("values.csv", "figure,year,value,source-label,acknowledged\n" + values);
  const auto dataset = folder.read();
  REQUIRE(folder.mistakes().empty());
  Diagnostics found;
  definition::Definition definition;
  definition.flat_within = {{"percent", flat_percent}};
  check_dataset(*dataset, definition, found);
  return found.list();
}

}  // namespace

TEST_CASE("a table's cells are typed and know their place", "[data]") {
  Folder folder;
  folder.write("data.toml", plain_table + "[record.about]\ntitle = \"Sau\"\nyear = 2021\nopen = true\n");
  folder.write("farms.csv", "name,sheep\n\"Øvre\ngard\",12\nNes,\n");
  const auto read = folder.read();
  REQUIRE(folder.mistakes().empty());
  const tables::Table& farms = read->tables.at("farms");
  REQUIRE(farms.rows() == 2);
  CHECK(farms.text(0, 0) == "Øvre\ngard");
  CHECK(std::get<std::int64_t>(farms.value(0, 1)) == 12);
  CHECK(std::holds_alternative<std::monostate>(farms.value(1, 1)));
  CHECK(farms.span(0, 0).begin == Position{2, 2});
  CHECK(farms.span(0, 1).begin == Position{3, 7});
  CHECK(farms.span(1, 0).end == Position{4, 4});
  CHECK_FALSE(farms.column("goats"));
  CHECK(std::get<std::string>(read->records.at("about").members[0].value) == "Sau");
  CHECK(std::get<bool>(read->records.at("about").members[2].value));
}

TEST_CASE("every mistake of a table is reported at its place", "[data]") {
  CHECK(farm_mistakes("name,sheep\nNes,1,2\nVik,3\nAsk,x\n") == Mistakes{"data.ragged-row farms.csv:2:7", "data.wrong-type farms.csv:4:5"});
  CHECK(farm_mistakes("name,sheep\nNes,1\nNes,2\n") == Mistakes{"data.duplicate-key farms.csv:3:1"});
  CHECK(farm_mistakes("name,sheeep,sheep\n") == Mistakes{"data.unknown-column farms.csv:1:6"});
  CHECK(farm_mistakes("name,name,sheep\n") == Mistakes{"data.duplicate-column farms.csv:1:6"});
  CHECK(farm_mistakes("name\n") == Mistakes{"data.missing-column farms.csv:1:1"});
  CHECK(farm_mistakes("") == Mistakes{"data.no-header farms.csv:1:1"});
  CHECK(farm_mistakes("name,sheep\nS\xF8r,1\n") == Mistakes{"definition.invalid-utf8 farms.csv:2:2"});
}

TEST_CASE("a file that is no table is not read to its end", "[data]") {
  std::string csv = "name,sheep\n";
  for (int row = 0; row < 5000; ++row) csv += "x\n";
  const Mistakes found = farm_mistakes(csv);
  CHECK(found.size() == 102);
  CHECK(found.back() == "data.too-many-mistakes farms.csv:102:1");
}

TEST_CASE("a missing file is reported where its name stands", "[data]") {
  Folder folder;
  folder.write("data.toml", plain_table);
  CHECK(folder.read());
  CHECK(folder.mistakes() == Mistakes{"definition.missing-file data.toml:2:9"});
}

TEST_CASE("mistakes of data.toml are reported together", "[data]") {
  Folder folder;
  folder.write("farms.csv", "name\n");
  folder.write("data.toml", "[table.farms]\nfile = \"farms.csv\"\nkey = \"nam\"\nkeey = 1\n[table.farms.columns]\nname = \"txt\"\n[record.a]\nb = [1]\n");
  folder.read();
  CHECK(folder.mistakes() == Mistakes{"data.wrong-type data.toml:8:5", "definition.unknown-value data.toml:6:9", "definition.unknown-key data.toml:4:1",
                                      "data.unknown-column data.toml:3:8"});
}

TEST_CASE("figures take their values by year", "[data]") {
  Folder folder;
  folder.write("data.toml", plain_figures);
  folder.write("figures.csv", "name,label,unit,favourable,source,scope,goal\ndesi,DESI,rank,lower,EU,28,4\n");
  folder.write("values.csv", "figure,year,value,source-label,acknowledged\ndesi,2021,5,,\ndesi,2020,3.5,,\n");
  const auto read = folder.read();
  REQUIRE(folder.mistakes().empty());
  const Figure& desi = *read->figure("desi");
  CHECK(desi.unit == Unit::rank);
  CHECK(desi.scope == tables::Decimal{28});
  CHECK(desi.fields.at("goal") == "4");
  CHECK(desi.current()->year == 2021);
  CHECK(desi.before()->value == tables::Decimal{35, 1});
  CHECK(desi.before()->span.begin == Position{3, 11});
  CHECK(read->figure("desy") == nullptr);
}

TEST_CASE("every mistake of a value is reported at its cell", "[data]") {
  const std::string trust = "trust,Tillit,percent,higher,X\n";
  CHECK(figure_mistakes(trust, "trust,2021,47,,\ntrst,2021,1,,\n") == Mistakes{"data.unknown-figure values.csv:3:1"});
  CHECK(figure_mistakes(trust, "trust,2021,47,,\ntrust,2021,48,,\n") == Mistakes{"data.duplicate-value values.csv:3:7"});
  CHECK(figure_mistakes(trust, "trust,2021,47,,\ntrust,2020,\"4,5\",,\n") == Mistakes{"data.bad-number values.csv:3:13"});
  CHECK(figure_mistakes(trust, "trust,2021,47,,\ntrust,2020.5,4,,\n") == Mistakes{"data.bad-number values.csv:3:7"});
  CHECK(figure_mistakes(trust, "trust,2021,47,,\ntrust,2020,,,\n") == Mistakes{"data.bad-number values.csv:3:12"});
  CHECK(figure_mistakes(trust, "trust,2022,47,,\n") == Mistakes{"data.no-values figures.csv:2:1"});
  CHECK(figure_mistakes("trust,Tillit,procent,higher,X\n", "trust,2021,47,,\n") == Mistakes{"data.unknown-value figures.csv:2:14"});
}

TEST_CASE("a source's label that the values contradict is a warning until it is acknowledged", "[data]") {
  const std::string figure = "unhappy,Misnøye,percent,lower,DFØ,,\n";
  const auto open = checked(figure, "unhappy,2019,11,,\nunhappy,2021,15,positive rising,\n");
  REQUIRE(open.size() == 1);
  CHECK(open[0].code == "data.source-disagrees");
  CHECK(open[0].severity == Severity::warning);
  CHECK(open[0].message.find("\"positive rising\", the values say \"negative rising\"") != std::string::npos);
  CHECK(open[0].span.begin == Position{3, 17});
  const auto settled = checked(figure, "unhappy,2019,11,,\nunhappy,2021,15,positive rising,misprint\n");
  REQUIRE(settled.size() == 1);
  CHECK(settled[0].severity == Severity::notice);
  CHECK(settled[0].message.find("misprint") != std::string::npos);
  CHECK(checked(figure, "unhappy,2019,11,,\nunhappy,2021,15,negative rising,\n").empty());
  CHECK(checked(figure, "unhappy,2020,11,,\nunhappy,2021,12,flat,\n", 1).empty());
}

TEST_CASE("a figure without source and a rank outside its scope are found", "[data]") {
  const auto silent = checked("a,A,count,none,,,\nb,B,count,none,,,not given\n", "a,2021,1,,\nb,2021,1,,\n");
  REQUIRE(silent.size() == 2);
  CHECK(silent[0].severity == Severity::warning);
  CHECK(silent[1].severity == Severity::notice);
  const auto rank = checked("r,R,rank,lower,X,28,\n", "r,2020,28,,\nr,2021,29,,\n");
  REQUIRE(rank.size() == 1);
  CHECK(rank[0].code == "data.rank-out-of-scope");
  CHECK(rank[0].span.begin == Position{3, 8});
}

TEST_CASE("the report's own data are read without a mistake", "[data]") {
  Sources sources;
  Diagnostics diagnostics;
  const auto read = read_dataset(TILSTAND_ROOT "/data/2021", sources, diagnostics);
  REQUIRE(read);
  CHECK(diagnostics.list().empty());
  CHECK(read->figures.size() > 18);
  CHECK(read->tables.at("goals").rows() == 6);
}

TEST_CASE("a hundred thousand rows are read", "[data]") {
  Folder folder;
  std::string toml = "[table.big]\nfile = \"big.csv\"\n[table.big.columns]\n", head, csv;
  for (int column = 0; column < 8; ++column) {
    toml += "c" + std::to_string(column) + " = \"integer\"\n";
    head += (column > 0 ? ",c" : "c") + std::to_string(column);
  }
  for (int row = 0; row < 100000; ++row) csv += "\n1234567,2,3,4,5,6,7," + std::to_string(row);
  folder.write("data.toml", toml);
  folder.write("big.csv", head + csv);
  const auto read = folder.read();
  REQUIRE(folder.mistakes().empty());
  CHECK(read->tables.at("big").rows() == 100000);
  CHECK(read->tables.at("big").text(99999, 7) == "99999");
  CHECK(read->tables.at("big").span(99999, 7).begin == Position{100001, 21});
}
