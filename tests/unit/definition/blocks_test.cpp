// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "definition/read.hpp"
#include "unit/definition/folder.hpp"

namespace tilstand::definition {
namespace {

/// One block as a fence of Markdown writes it; its first key stands on line 2.
struct Fence {
  Folder folder;
  std::optional<Block> block;

  Fence(const std::string& kind, const std::string& toml) {
    const FileId file = folder.sources.add("p.md", "```" + kind + "\n" + toml + "```\n");
    block = read_block(kind, toml, file, {2, 1}, folder.diagnostics);
  }
  template <class Body>
  const Body& body() {
    CHECK(folder.mistakes().empty());
    REQUIRE(block);
    return std::get<Body>(block->body);
  }
};

Mistakes mistakes_of(const std::string& kind, const std::string& toml) { return Fence(kind, toml).folder.mistakes(); }

TEST_CASE("heading", "[definition]") {
  Fence fence("heading", "level = 2\ntext = \"T\"\noverline = \"O\"\nlisted = false\n");
  const auto& heading = fence.body<Heading>();
  CHECK((heading.level == 2 && heading.text.value == "T" && heading.overline.value == "O" && !heading.listed));
  CHECK(mistakes_of("heading", "level = 7\n") == Mistakes{"definition.missing-key p.md:2:1", "definition.out-of-range p.md:2:9"});
}

TEST_CASE("text, once or for each row", "[definition]") {
  Fence once("text", "text = \"T\"\nrepeat = \"goals\"\n");
  CHECK(once.body<TextBlock>().items.rows.value == "goals");
  CHECK(once.block->loop.rows.empty());
  Fence both("text", "text = \"T\"\nrepeat = \"goals\"\nitems = { repeat = \"farms\", as = \"farm\" }\n");
  CHECK(both.body<TextBlock>().items.as.value == "farm");
  CHECK(both.block->loop.rows.value == "goals");
  CHECK(both.block->loop.as.value == "goals");
  CHECK(mistakes_of("text", "text = \"T\"\nitems = {}\n") == Mistakes{"definition.missing-key p.md:3:9"});
}

TEST_CASE("prose is a file or Markdown", "[definition]") {
  Fence fence("prose", "file = \"a.md\"\nhead-style = \"h\"\n");
  CHECK(fence.body<Prose>().file.value == "a.md");
  CHECK(mistakes_of("prose", "file = \"a.md\"\nmarkdown = \"x\"\n") == Mistakes{"definition.conflict p.md:3:13"});
  CHECK(mistakes_of("prose", "") == Mistakes{"definition.missing-key p.md:2:1"});
}

TEST_CASE("facts", "[definition]") {
  Fence fence("facts", "item = [{ label = \"a\", text = \"b\" }, { label = \"c\", text = \"d\" }]\n");
  CHECK(fence.body<Facts>().items.size() == 2);
  CHECK(mistakes_of("facts", "item = [{ label = \"a\" }, 3]\n") == Mistakes{"definition.missing-key p.md:2:9", "definition.wrong-type p.md:2:26"});
}

TEST_CASE("chart", "[definition]") {
  Fence fence("chart", "type = \"pairs\"\nfigures = [\"a\", \"b\"]\nlabels = [\"A\", \"B\"]\nmaximum = 5\nstep = 0.5\nsize = \"20mm\"\nin-appendix = false\n");
  const auto& chart = fence.body<Chart>();
  CHECK((chart.rows.figures.size() == 2 && chart.maximum == 5.0 && chart.step == 0.5 && chart.size == mm(20) && !chart.in_appendix));
  CHECK(mistakes_of("chart", "type = \"columns\"\nfigures = [\"a\"]\nlabels = [\"A\", \"B\"]\n") == Mistakes{"definition.wrong-count p.md:4:10"});
  CHECK(mistakes_of("chart", "type = \"columns\"\nfigures = [\"a\"]\nrepeat = \"t\"\n") == Mistakes{"definition.conflict p.md:4:11"});
  CHECK(mistakes_of("chart", "type = \"columns\"\nstep = 0\n") == Mistakes{"definition.out-of-range p.md:3:8"});
  CHECK(mistakes_of("chart", "figures = []\n") == Mistakes{"definition.missing-key p.md:2:1"});
}

TEST_CASE("a chart of levels needs its value and its levels", "[definition]") {
  CHECK(mistakes_of("chart", "type = \"status\"\nvalue = \"v\"\nlevels = \"l\"\n").empty());
  CHECK(mistakes_of("chart", "type = \"status\"\n") == Mistakes{"definition.missing-key p.md:2:1", "definition.missing-key p.md:2:1"});
  CHECK(mistakes_of("chart", "type = \"counts\"\nvalue = \"v\"\n") == Mistakes{"definition.missing-key p.md:2:1"});
}

TEST_CASE("table", "[definition]") {
  Fence fence("table", "repeat = \"farms\"\nas = \"farm\"\nnumbered = false\nfirst-column = 2\n[[column]]\nhead = \"H\"\ntext = \"T\"\nwidth = \"20mm\"\nalign = \"right\"\nrow-head = true\n"
                       "[[column]]\nline = [{ text = \"a\" }, { text = \"b\", style = \"s\" }]\nchart = { type = \"scale\", figures = [\"f\"] }\n");
  const auto& table = fence.body<Table>();
  REQUIRE(table.columns.size() == 2);
  CHECK((table.columns[0].lines.size() == 1 && table.columns[0].width == mm(20) && table.columns[0].align == Column::Align::right && table.columns[0].row_head));
  CHECK((table.columns[1].lines.size() == 2 && table.columns[1].lines[1].style.value == "s" && table.columns[1].chart.has_value()));
  CHECK(fence.block->column == 2);
  CHECK(mistakes_of("table", "repeat = \"t\"\n") == Mistakes{"definition.missing-key p.md:2:1"});
  CHECK(mistakes_of("table", "column = [{ text = \"a\", line = [{ text = \"b\" }] }]\n") == Mistakes{"definition.conflict p.md:2:32"});
  CHECK(mistakes_of("table", "column = [{ align = \"center\" }]\n") == Mistakes{"definition.unknown-value p.md:2:22"});
  CHECK(Fence("table", "column = [{ align = \"center\" }]\n").folder.hint() == "did you mean \"centre\"?");
}

TEST_CASE("tiles and key figures need rows and a figure", "[definition]") {
  Fence tiles("tiles", "repeat = \"figures\"\nwhere = \"figure.tile\"\nfigure = \"figure\"\n");
  CHECK(tiles.body<Tiles>().rows.as.value == "figures");
  for (const char* kind : {"tiles", "key-figures"}) CHECK(mistakes_of(kind, "") == Mistakes{"definition.missing-key p.md:2:1", "definition.missing-key p.md:2:1"});
}

TEST_CASE("lists of what a report holds say of what", "[definition]") {
  CHECK(Fence("list-of", "of = \"tables\"\n").body<ListOf>().of == ListOf::What::tables);
  CHECK(mistakes_of("list-of", "of = \"goals\"\n") == Mistakes{"definition.unknown-value p.md:2:7"});
  CHECK(mistakes_of("list-of", "") == Mistakes{"definition.missing-key p.md:2:1"});
  Fence glossary("glossary", "repeat = \"terms\"\nterm = \"a\"\nmeaning = \"b\"\n");
  CHECK(glossary.body<Glossary>().key.value == "a");
  CHECK(mistakes_of("glossary", "term = \"a\"\nmeaning = \"b\"\n").size() == 1);
  for (const char* kind : {"index", "sources"}) CHECK(mistakes_of(kind, "depth = 1\n") == Mistakes{"definition.unknown-key p.md:2:1"});
}

TEST_CASE("groups and panels hold blocks", "[definition]") {
  Fence group("group", "columns = 2\nruled = true\n[[block]]\nkind = \"toc\"\n[[block]]\nkind = \"chart-data\"\n");
  CHECK(group.body<Group>().children.size() == 2);
  Fence panel("panel", "title = \"T\"\nmarkdown = \"x\"\n[[block]]\nkind = \"page\"\nmaster = \"m\"\n");
  REQUIRE(panel.body<Panel>().children.size() == 2);
  CHECK(std::get<Prose>(panel.body<Panel>().children[0].body).markdown.value == "x");
  CHECK(mistakes_of("group", "[[block]]\nkind = \"tocc\"\n[[block]]\nkind = \"toc\"\ndepth = 9\n") ==
        Mistakes{"definition.unknown-value p.md:3:9", "definition.out-of-range p.md:6:9"});
}

}  // namespace
}  // namespace tilstand::definition
