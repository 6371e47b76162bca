// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <random>
#include <set>

#include "unit/data/data_folder.hpp"

using namespace tilstand;
using namespace tilstand::data;
using data_folder::Folder;

namespace {

using Series = std::map<int, double>;

/// A figure's value at each year, worked out plainly in floating point.
struct Recomputed {
  std::string expression;
  Series values;
};

double earlier(const Series& series, int year) { return std::prev(series.find(year))->second; }

/// Every kind of derivation over the series `a` and `b`, which have the same years.
std::vector<Recomputed> recomputed(const Series& a, const Series& b) {
  const int first = a.begin()->first;
  const std::string from = std::to_string(first);
  std::vector<Recomputed> all{{"a - b", {}}, {"a + b * 2", {}}, {"share(a, b)", {}}, {"mean(a, b)", {}}, {"cumulative(a)", {}}, {"index(a, base: " + from + ")", {}},
                              {"change(a)", {}}, {"relative-change(a)", {}}, {"cagr(a, from: " + from + ")", {}}, {"sum(a[" + from + "..year])", {}}};
  double before = 0;
  for (const auto& [year, value] : a) {
    const double other = b.at(year);
    before += value;
    all[0].values[year] = value - other, all[1].values[year] = value + other * 2, all[2].values[year] = value / other * 100, all[3].values[year] = (value + other) / 2;
    all[4].values[year] = before, all[5].values[year] = value / a.at(first) * 100, all[9].values[year] = before;
    if (year == first) continue;
    all[6].values[year] = value - earlier(a, year), all[7].values[year] = (value / earlier(a, year) - 1) * 100;
    all[8].values[year] = (std::pow(value / a.at(first), 1.0 / (year - first)) - 1) * 100;
  }
  return all;
}

std::string rows_of(const std::string& name, const Series& series) {
  std::string rows;
  for (const auto& [year, value] : series) rows += name + "," + std::to_string(year) + "," + std::to_string(static_cast<long>(value)) + ",,\n";
  return rows;
}

}  // namespace

TEST_CASE("derived figures are what recomputing them gives", "[data][property]") {
  std::mt19937_64 random(7);
  for (int round = 0; round < 40; ++round) {
    Series a, b;
    for (int year = 2000; year < 2022; ++year)
      if (year == 2021 || random() % 3 != 0) a[year] = static_cast<double>(random() % 100000 + 1), b[year] = static_cast<double>(random() % 100000 + 1);
    if (a.size() < 2) continue;
    Folder folder;
    folder.figures = "a,A,count,higher,S\nb,B,count,higher,S\n";
    folder.values = rows_of("a", a) + rows_of("b", b);
    std::string toml;
    const std::vector<Recomputed> all = recomputed(a, b);
    for (std::size_t at = 0; at < all.size(); ++at) toml += "[derived.d" + std::to_string(at) + "]\nlabel = \"D" + std::to_string(at) + "\"\nexpression = \"" + all[at].expression + "\"\ndecimals = 6\n";
    const auto dataset = folder.read(toml);
    REQUIRE(folder.mistakes().empty());
    for (std::size_t at = 0; at < all.size(); ++at) {
      const Figure* figure = dataset->figure("d" + std::to_string(at));
      INFO(all[at].expression);
      REQUIRE(figure->observations.size() == all[at].values.size());
      for (const Observation& one : figure->observations) REQUIRE(one.value.to_double() == Approx(all[at].values.at(one.year)).margin(1e-6));
    }
  }
}

TEST_CASE("every derived figure ends in cells that were read", "[data][property]") {
  std::mt19937_64 random(8);
  for (int round = 0; round < 30; ++round) {
    Folder folder;
    folder.figures = "f0,F0,count,higher,S\nf1,F1,count,higher,S\nf2,F2,count,higher,S\n";
    for (int at = 0; at < 3; ++at)
      for (int year = 2019; year < 2022; ++year) folder.values += "f" + std::to_string(at) + "," + std::to_string(year) + "," + std::to_string(random() % 100 + 1) + ",,\n";
    std::string toml;
    for (int at = 3; at < 12; ++at) {  // each rests on two that stand before it in some order
      const auto below = [&] { return "f" + std::to_string(random() % static_cast<unsigned>(at)); };
      toml = "[derived.f" + std::to_string(at) + "]\nlabel = \"F" + std::to_string(at) + "\"\nexpression = \"" + below() + " + " + below() + "\"\n" + toml;
    }
    const auto dataset = folder.read(toml);
    REQUIRE(folder.mistakes().empty());
    std::map<std::pair<std::uint32_t, int>, std::set<SourceSpan>> cells;
    for (const Figure& figure : dataset->figures)
      for (const Observation& one : figure.observations)
        for (const Cell& cell : one.cells) cells[{figure.id.value, one.year}].insert(cell.span);
    for (const Figure& figure : dataset->figures)
      for (const Observation& one : figure.observations) {
        REQUIRE_FALSE(one.cells.empty());
        std::set<SourceSpan> below;
        for (const Input& input : one.inputs) below.merge(std::set<SourceSpan>(cells[{input.figure.value, input.year}]));
        if (figure.derivation) REQUIRE(cells[{figure.id.value, one.year}] == below);
        for (const Cell& cell : one.cells) REQUIRE(folder.place(cell.span).starts_with("values.csv:"));
      }
  }
}

TEST_CASE("cells of a column that follow one another are one stretch", "[data]") {
  Folder folder;
  folder.head = "[table.t]\nfile = \"t.csv\"\n[table.t.columns]\nn = \"integer\"\nk = \"text\"\n" + folder.head;
  folder.write("t.csv", "n,k\n1,a\n2,a\n3,b\n4,a\n");
  folder.figures = "a,A,count,higher,S\n", folder.values = "a,2021,5,,\n";
  const Figure* figure = folder.derive("sum(t.n where t.k == 'a') + a");
  REQUIRE(folder.mistakes().empty());
  const auto& cells = figure->current()->cells;
  REQUIRE(cells.size() == 3);
  CHECK(cells[0].count == 2);
  CHECK(cells[0].span.begin == Position{2, 1});
  CHECK(cells[0].span.end == Position{3, 2});
  CHECK(cells[1].span.begin == Position{5, 1});
  CHECK(folder.place(cells[2].span) == "values.csv:2:8");
  CHECK(figure->current()->inputs == std::vector<Input>{{FigureId{0}, 2021}});
}

TEST_CASE("columns give their units, sources and pointers", "[data]") {
  Folder folder;
  folder.head = "[unit.kr]\nlong = \"{number} kroner\"\n[table.t]\nfile = \"t.json\"\nsource = \"Regnskapet\"\n[table.t.columns]\ncost = { type = \"integer\", unit = \"kr\" }\nshare = { type = \"integer\", unit = \"percent\" }\n" + folder.head;
  folder.write("t.json", "[{\"cost\": 10, \"share\": 40},\n {\"cost\": 5, \"share\": 60}]\n");
  folder.figures = "a,A,count,higher,S\n", folder.values = "a,2021,5,,\n";
  const Figure* figure = folder.derive("sum(t.cost)");
  REQUIRE(folder.mistakes().empty());
  CHECK(unit_name(figure->unit) == "kr");
  CHECK(figure->source == "Regnskapet");
  REQUIRE(figure->current()->cells.size() == 1);
  CHECK(figure->current()->cells.front().pointer == "/0/cost");
  CHECK(figure->current()->cells.front().count == 2);
  Folder mixed;
  mixed.head = folder.head, mixed.figures = folder.figures, mixed.values = folder.values;
  mixed.write("t.json", "[{\"cost\": 10, \"share\": 40}]\n");
  mixed.derive("sum(t.cost) + sum(t.share)");
  REQUIRE(mixed.diagnostics.list().size() == 1);
  CHECK(mixed.diagnostics.list().front().code == "data.mixed-units");
}
