// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "definition/read.hpp"
#include "unit/definition/folder.hpp"

namespace tilstand::definition {
namespace {

/// A theme whose first line is the palettes' own table.
struct Read {
  Folder folder;
  Theme theme;
  explicit Read(const std::string& palettes, const std::string& ink = "{ value = \"#102030\", print = \"#000000\" }") {
    const std::string text = palettes +
        "[colour]\nink = " + ink + "\nred = { value = \"#B04020\" }\npaper = { value = \"#ffffff\" }\nseries-1 = { value = \"#303030\" }\n"
        "[page]\nwidth = \"148mm\"\nheight = \"210mm\"\nhead = \"20mm\"\nfoot = \"20mm\"\ninner = \"20mm\"\nouter = \"14mm\"\ncolumns = 12\ngutter = \"4mm\"\nbaseline = \"5mm\"\n"
        "[running]\nbaseline = \"2u\"\n[style.body]\nfamily = \"Inter\"\nsize = \"10pt\"\nleading = \"1u\"\ncolour = \"ink\"\n[rule.section]\nwidth = \"0.5pt\"\ncolour = \"ink\"\n"
        "[[master]]\nname = \"text\"\nframe = [{ name = \"main\", flow = true }]\n";
    theme = read_theme(folder.put("theme.toml", text), folder.sources, folder.diagnostics).value_or(Theme{});
  }
};

TEST_CASE("palettes of charts name roles, and keep to the order of the theme", "[definition]") {
  Read read("[palette.categorical]\nroles = [\"red\", \"ink\"]\npatterns = \"always\"\ndistance = 20\ngrey-step = 4.5\n[palette.sequential]\nrole = \"red\"\npalest = 20\n"
                  "[palette.diverging]\nlow = \"red\"\nhigh = \"ink\"\n[palette.highlight]\nrole = \"ink\"\n[palette.muted]\nrole = \"paper\"\n");
  CHECK(read.folder.mistakes().empty());
  const ChartPalettes& charts = read.theme.charts;
  const auto ink = [&](const char* role) { return read.theme.ink(role); };
  CHECK(charts.categorical == std::vector<Ink>{*ink("red"), *ink("ink")});
  CHECK((charts.patterns == Patterns::always && charts.distance == 20 && charts.grey_step == 4.5 && charts.palest == 20));
  CHECK((charts.sequential == ink("red") && charts.low == ink("red") && charts.high == ink("ink") && charts.highlight == ink("ink") && charts.muted == ink("paper")));
  CHECK(charts.categorical_span.begin.line == 1);
}

TEST_CASE("a theme that names no palettes has its series in order", "[definition]") {
  Read read("");
  CHECK(read.folder.mistakes().empty());
  CHECK(read.theme.charts.categorical == std::vector<Ink>{*read.theme.ink("series-1")});
  CHECK(read.theme.charts.patterns == Patterns::print);
}

TEST_CASE("mistakes in palettes are told at their place, all at once", "[definition]") {
  CHECK(Read("[palette.categorical]\nroles = [\"rde\"]\npatterns = \"maybe\"\ndistance = -1\n[palette.muted]\nrole = \"none\"\n[palette.pie]\n").folder.mistakes() ==
        Mistakes{"definition.unknown-colour theme.toml:2:11", "definition.unknown-value theme.toml:3:13", "definition.unknown-value theme.toml:4:12", "definition.unknown-colour theme.toml:6:9",
                 "definition.unknown-key theme.toml:7:10"});
  CHECK(Read("", "{ value = \"#102030\", print = \"black\" }").folder.mistakes() == Mistakes{"definition.unknown-value theme.toml:2:37"});
}

TEST_CASE("the variant for print takes the colours that have another value there", "[definition]") {
  Read read("");
  read.theme.use(Variant::screen);
  CHECK(read.theme.palette[0].green == 0x20);
  read.theme.use(Variant::print);
  CHECK((read.theme.palette[0].red == 0 && read.theme.palette[0].green == 0 && read.theme.palette[0].blue == 0));
  CHECK(read.theme.palette[1].red == 0xB0);
}

Mistakes mistakes_of(const std::string& toml) {
  Folder folder;
  const FileId file = folder.sources.add("p.md", "```chart\n" + toml + "```\n");
  read_block("chart", toml, file, {2, 1}, folder.diagnostics);
  return folder.mistakes();
}

TEST_CASE("a pie is told what to be instead, whatever its name, and nothing else is told of it", "[definition]") {
  for (const std::string name : {"pie", "donut", "doughnut", "ring", "sunburst"}) {
    CHECK(mistakes_of("type = \"" + name + "\"\ndata = \"rows\"\nby = \"name\"\nvalue = \"value\"\n") == Mistakes{"definition.pie p.md:2:9"});
    CHECK(mistakes_of("type = \"" + name + "\"\nfigures = [\"trust\"]\n") == Mistakes{"definition.pie p.md:2:9"});
  }
}

TEST_CASE("a second axis of values is refused by any of its names", "[definition]") {
  for (const std::string key : {"second-axis", "secondary-axis", "right-axis", "value-axis-2", "second-value", "value-2"})
    CHECK(mistakes_of("type = \"line\"\ndata = \"rows\"\nby = \"year\"\nvalue = \"value\"\n" + key + " = \"other\"\n") ==
          Mistakes{"definition.dual-axes p.md:6:" + std::to_string(key.size() + 5)});
}

TEST_CASE("an edition says which variant it takes", "[definition]") {
  Folder folder;
  const auto edition_of = [&](const std::string& more) {
    return read_edition(folder.put("e.toml", "format = 1\nname = \"e\"\nlanguage = \"nb\"\n" + more), folder.sources, folder.diagnostics);
  };
  CHECK_FALSE(edition_of("")->for_print);
  CHECK(edition_of("variant = \"print\"\n")->for_print);
  CHECK(folder.mistakes().empty());
}

}  // namespace
}  // namespace tilstand::definition
