// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tables/numbers.hpp"
#include "unit/data/data_folder.hpp"

using namespace tilstand;
using namespace tilstand::data;
using data_folder::Folder;

namespace {

using Mistakes = std::vector<std::string>;

/// Shares, ranks, counts and money over some years, and a table.
Folder& filled(Folder& folder) {
  folder.head =
      "[unit.kr]\nlong = \"{number} kroner\"\n[unit.mkr]\nof = \"kr\"\nis = 1000000\n"
      "[table.farms]\nfile = \"farms.csv\"\n[table.farms.columns]\nname = \"text\"\nkind = \"text\"\nyear = \"integer\"\nsheep = \"integer\"\n" +
      folder.head;
  folder.figures =
      "trust,Trust,percent,higher,A\nother,Other,percent,higher,B\nplace,Place,rank,lower,A\nsets,Sets,count,higher,C\nopen,Open,count,higher,C\n"
      "cost,Cost,mkr,lower,A\nfee,Fee,kr,lower,A\n";
  folder.values =
      "trust,2020,50,,\ntrust,2021,47,,\nother,2021,30.5,,\nplace,2019,5,,\nplace,2020,3,,\nplace,2021,7,,\n"
      "sets,2019,100,,\nsets,2020,110,,\nsets,2021,121,,\nopen,2020,20,,\nopen,2021,40,,\ncost,2021,3,,\nfee,2021,500000,,\n";
  folder.write("farms.csv", "name,kind,year,sheep\nNes,dal,2020,10\nVik,dal,2021,20\nAsk,fjell,2021,30\nMo,dal,2021,5\n");
  return folder;
}

/// The value of an expression in the status year with its unit, as it is printed: "-3 percentage-points"; or what was found.
std::string result_of(const std::string& expression, const std::string& keys = {}) {
  Folder folder;
  const Figure* figure = filled(folder).derive(expression, keys);
  if (!folder.diagnostics.list().empty()) return folder.diagnostics.list().front().code;
  const tables::Decimal value = figure->printed(figure->current()->value);
  std::string digits = std::to_string(value.mantissa);
  if (value.decimals > 0) digits.insert(digits.size() - static_cast<std::size_t>(value.decimals), ".");
  return digits + " " + unit_name(figure->unit);
}

Mistakes mistakes_of(const std::string& expression, const std::string& keys = {}) {
  Folder folder;
  filled(folder).derive(expression, keys);
  return folder.mistakes();
}

}  // namespace

TEST_CASE("each kind of derivation gives its number and its unit", "[data]") {
  CHECK(result_of("trust - other") == "16.5 percentage-points");
  CHECK(result_of("percentage-points(trust, other)") == "16.5 percentage-points");
  CHECK(result_of("difference(sets, open)") == "81 count");
  CHECK(result_of("change(trust)") == "-3 percentage-points");
  CHECK(result_of("change(sets, from: 2019)") == "21 count");
  CHECK(result_of("relative-change(sets)") == "10 percent");
  CHECK(result_of("relative-change(trust)") == "-6 percent");
  CHECK(result_of("rank-movement(place)") == "-4 places");
  CHECK(result_of("rank-movement(place, from: 2019)") == "-2 places");
  CHECK(result_of("sum(sets, open)") == "161 count");
  CHECK(result_of("share(open, sets)", "decimals = 1") == "33.1 percent");
  CHECK(result_of("share(open, of: sets)") == "33 percent");
  CHECK(result_of("mean(trust, other)", "decimals = 2") == "38.75 percent");
  CHECK(result_of("mean(sets[2019..2021])", "decimals = 1") == "110.3 count");
  CHECK(result_of("mean(place[2019..2021])") == "5 number");
  CHECK(result_of("cumulative(sets)") == "331 count");
  CHECK(result_of("cumulative(sets, from: 2020)") == "231 count");
  CHECK(result_of("index(sets, base: 2019)") == "121 number");
  CHECK(result_of("cagr(sets, from: 2019)", "decimals = 6") == "10.000000 percent");
  CHECK(result_of("before(place)") == "3 rank");
  CHECK(result_of("max(trust, other) - min(trust, other)") == "16.5 percentage-points");
  CHECK(result_of("abs(trust - 50)") == "3 percentage-points");
  CHECK(result_of("percent(open / sets)") == "33 percent");
  CHECK(result_of("trust * sets", "decimals = 2") == "56.87 count");
  CHECK(result_of("place[year - 1] - place[2019]") == "-2 places");
}

TEST_CASE("columns of tables are added up, whole or by a condition", "[data]") {
  CHECK(result_of("sum(farms.sheep)") == "65 number");
  CHECK(result_of("sum(farms.sheep)", "unit = \"count\"") == "65 count");
  CHECK(result_of("sum(farms.sheep where farms.kind == 'dal')") == "35 number");
  CHECK(result_of("sum(farms.sheep where farms.kind == 'dal' and farms.year == year)") == "25 number");
  CHECK(result_of("share(sum(farms.sheep where farms.kind == 'fjell'), sum(farms.sheep))") == "46 percent");
  CHECK(result_of("count(farms.name where farms.sheep > 9)") == "3 count");
  CHECK(result_of("mean(farms.sheep)", "decimals = 2") == "16.25 number");
  CHECK(result_of("sum(farms.sheep where farms.kind == 'sjø')") == "data.missing-input");
  CHECK(result_of("sum(farms.name)") == "data.bad-call");
  CHECK(result_of("farms.sheep") == "data.bad-call");
}

TEST_CASE("percent and percentage points are different things, and nothing is added to what it is not", "[data]") {
  CHECK(result_of("trust + change(other, from: 2020)") == "data.missing-input");
  CHECK(result_of("trust[2020] + change(trust)") == "47 percent");
  CHECK(result_of("trust + other") == "77.5 percent");
  for (const char* mixed : {"trust + sets", "trust - place", "cost + trust", "place + place", "change(trust) - trust", "place * 2", "sets / trust", "relative-change(place)",
                            "rank-movement(sets)", "share(trust, sets)", "percentage-points(trust, sets)", "sum(sets, cost)", "max(trust, sets)", "cost * fee"}) {
    INFO(mixed);
    CHECK(result_of(mixed) == "data.mixed-units");
  }
  CHECK(result_of("change(trust)", "unit = \"percent\"") == "data.wrong-unit");
  CHECK(result_of("open / sets", "unit = \"percent\"") == "data.wrong-unit");
  CHECK(result_of("change(trust)", "unit = \"percentage-points\"") == "-3 percentage-points");
}

TEST_CASE("named units of one dimension are reckoned together, others make a quotient", "[data]") {
  CHECK(result_of("cost + fee") == "3500000 kr");
  CHECK(result_of("cost + fee", "unit = \"mkr\"\ndecimals = 1") == "3.5 mkr");
  CHECK(result_of("cost * 2") == "6 mkr");
  CHECK(result_of("fee / sets", "decimals = 0") == "4132 kr");
  CHECK(result_of("cost / fee") == "6 number");
  CHECK(result_of("share(fee, cost)", "decimals = 1") == "16.7 percent");
}

TEST_CASE("a mistake of mixed units names both places", "[data]") {
  for (const char* mixed : {"trust + sets", "sum(trust, sets)"}) {
    Folder folder;
    filled(folder).derive(mixed);
    REQUIRE(folder.diagnostics.list().size() == 1);
    const Diagnostic& found = folder.diagnostics.list().front();
    REQUIRE(found.notes.size() == 2);
    CHECK(found.notes[0].message == "this is in the unit \"percent\"");
    CHECK(found.notes[1].message == "this is in the unit \"count\"");
    CHECK(found.notes[1].span.begin.column > found.notes[0].span.begin.column + 5);
  }
}

TEST_CASE("a derived figure has the years that its figures share, or those it names", "[data]") {
  Folder folder;
  const Figure* figure = filled(folder).derive("share(open, sets)");
  REQUIRE(figure->observations.size() == 2);
  CHECK(figure->before()->year == 2020);
  CHECK(mistakes_of("share(open, sets)", "years = \"2020..2021\"").empty());
  CHECK(mistakes_of("share(open, sets)", "years = [2019, 2021]") == Mistakes{"data.missing-input data.toml:19:21"});
  CHECK(mistakes_of("open", "years = \"21\"..\"\"") != Mistakes{});
  CHECK(mistakes_of("open", "years = \"twenty\"") == Mistakes{"data.bad-years data.toml:20:10"});
  CHECK(mistakes_of("trust[2019]") == Mistakes{"data.missing-input data.toml:19:15"});
  CHECK(mistakes_of("change(fee)") == Mistakes{"data.missing-input data.toml:19:22"});
}

TEST_CASE("rounding is declared, and done at print only", "[data]") {
  Folder folder;
  filled(folder);
  folder.dataset = folder.read("[derived.third]\nlabel = \"T\"\nexpression = \"sets[2019] / 3\"\n[derived.all]\nlabel = \"A\"\nexpression = \"third * 3\"\n");
  REQUIRE(folder.mistakes().empty());
  const Figure* third = folder.dataset->figure("third");
  CHECK(third->current()->value.decimals == 9);
  CHECK(third->printed(third->current()->value) == tables::Decimal{33});
  CHECK(folder.dataset->figure("all")->current()->value == tables::Decimal{100});
  CHECK(result_of("other / 2 + 0.25", "decimals = 1") == "15.5 percent");
  CHECK(result_of("other / 2 + 0.20", "decimals = 1\nrounding = \"half-even\"") == "15.4 percent");
  CHECK(result_of("other / 2 + 0.20", "decimals = 1\nrounding = \"half-away\"") == "15.5 percent");
  CHECK(result_of("0 - trust / 2", "rounding = \"down\"") == "-24 percentage-points");
  CHECK(result_of("trust * 1", "decimals = 2") == "47.00 percent");
}

TEST_CASE("derived figures rest on one another in any order", "[data]") {
  Folder folder;
  filled(folder);
  folder.dataset = folder.read(
      "[derived.c]\nlabel = \"C\"\nexpression = \"b * 2\"\n[derived.a]\nlabel = \"A\"\nexpression = \"sets + open\"\n[derived.b]\nlabel = \"B\"\nexpression = \"a + 1\"\n");
  REQUIRE(folder.mistakes().empty());
  CHECK(folder.dataset->figure("c")->current()->value == tables::Decimal{324});
}

TEST_CASE("a cycle is told once, with every member", "[data]") {
  Folder folder;
  filled(folder).read(
      "[derived.a]\nlabel = \"A\"\nexpression = \"b + 1\"\n[derived.b]\nlabel = \"B\"\nexpression = \"c + sets\"\n[derived.c]\nlabel = \"C\"\nexpression = \"a\"\n"
      "[derived.self]\nlabel = \"S\"\nexpression = \"self + 1\"\n[derived.above]\nlabel = \"X\"\nexpression = \"a + sets\"\n");
  REQUIRE(folder.diagnostics.list().size() == 2);
  CHECK(folder.diagnostics.list()[0].code == "data.cyclic-figures");
  CHECK(folder.diagnostics.list()[0].message == "this figure is reckoned from itself: a → b → c → a");
  CHECK(folder.diagnostics.list()[0].notes.size() == 2);
  CHECK(folder.diagnostics.list()[1].message == "this figure is reckoned from itself: self → self");
}

TEST_CASE("all mistakes of derived figures are told at once, each at its place", "[data]") {
  Folder folder;
  filled(folder).read(
      "[derived.a]\nlabel = \"A\"\nexpression = \"sets / (open - open)\"\n[derived.b]\nlabel = \"B\"\nexpression = \"sts\"\n"
      "[derived.c]\nlabel = \"C\"\nexpression = \"summ(sets)\"\n[derived.d]\nlabel = \"D\"\nexpression = \"sets +\"\n[derived.e]\nexpression = \"sets\"\n"
      "[derived.sets]\nlabel = \"E\"\nexpression = \"open\"\n[derived.f]\nlabel = \"F\"\nexpression = \"999999999999999 * 999999999999999 * 999999999999999\"\n");
  CHECK(folder.mistakes() == Mistakes{"definition.missing-key data.toml:29:1", "data.duplicate-figure data.toml:31:10", "content.bad-expression data.toml:28:21",
                                      "data.divided-by-zero data.toml:19:23", "data.unknown-name data.toml:22:15", "data.unknown-function data.toml:25:15",
                                      "data.too-large data.toml:36:15"});
}

TEST_CASE("a name with a minus sign in it that is none is explained", "[data]") {
  Folder folder;
  filled(folder).derive("trust-other");
  REQUIRE(folder.diagnostics.list().size() == 1);
  CHECK(folder.diagnostics.list().front().hint == "put spaces round a minus sign");
}

TEST_CASE("numbers that are no numbers are refused", "[data]") {
  for (const char* bad : {"1e308", "NaN", "inf", "-inf", "99999999999999999999"}) {
    Folder folder;
    filled(folder).values += std::string("fee,2020,") + bad + ",,\n";
    folder.derive("fee");
    INFO(bad);
    CHECK(folder.mistakes() == Mistakes{"data.bad-number values.csv:15:10"});
  }
  Folder folder;
  filled(folder).values += "sets,2018,-4,,\nsets,,4,,\n";
  folder.derive("sets");
  CHECK(folder.mistakes() == Mistakes{"data.negative-count values.csv:15:11", "data.no-year values.csv:16:6"});
}

TEST_CASE("what multiplies without end is stopped", "[data]") {
  std::string deep = "sets";
  for (int at = 0; at < 30; ++at) deep = "cumulative(" + deep + ")";
  std::string values;
  Folder folder;
  filled(folder);
  for (int year = 1900; year < 2019; ++year) folder.values += "sets," + std::to_string(year) + ",1,,\n";
  folder.derive(deep);
  CHECK(folder.mistakes() == Mistakes{"data.too-large data.toml:19:246"});
}

TEST_CASE("named units say how they are printed and what they are counted in", "[data]") {
  const auto mistakes = [](const std::string& toml) {
    Folder folder;
    filled(folder).read(toml);
    return folder.mistakes();
  };
  CHECK(mistakes("[unit.tkr]\nis = 1000\n") == Mistakes{"data.bad-unit data.toml:18:6"});
  CHECK(mistakes("[unit.tkr]\nlong = \"kroner\"\n") == Mistakes{"data.bad-unit data.toml:18:9"});
  CHECK(mistakes("[unit.percent]\nshort = \"{number} %\"\n") == Mistakes{"data.bad-unit data.toml:17:7"});
  CHECK(mistakes("[unit.gkr]\nof = \"mkr\"\nis = 1000\n") == Mistakes{"data.bad-unit data.toml:17:7"});
  CHECK(mistakes_of("cost", "unit = \"krr\"") == Mistakes{"data.unknown-value data.toml:20:9"});
}
