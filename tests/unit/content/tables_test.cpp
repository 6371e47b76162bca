// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "unit/content/written.hpp"

using namespace tilstand;
using namespace tilstand::content;
using written::body_of;
using written::nodes_of;
using written::Report;
using written::text_of;
using Words = std::vector<std::string>;

namespace {

const std::string part = "[[part]]\ntitle = \"Del\"\nmaster = \"text\"\n[[part.block]]\n";

Words cells_of(const Table& table, std::size_t row) {
  Words words;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    std::string text;
    for (const CellText& line : table.cell(row, i).lines) text += (text.empty() ? "" : "/") + text_of(line.inlines);
    words.push_back(text);
  }
  return words;
}

std::string csv_of(int rows) {
  std::string csv = "name,value\n";
  for (int i = 0; i < rows; ++i) csv += "rad " + std::to_string(i) + "," + std::to_string(i * 7) + "\n";
  return csv;
}

}  // namespace

TEST_CASE("a column is printed once for a group, and the row that starts a group says so", "[content]") {
  Report report;
  const auto tree = report.compose(part + "kind = \"table\"\ntitle = \"T\"\nrepeat = \"goals\"\nas = \"goal\"\ngroup = \"goal.group\"\n"
                                          "[[part.block.column]]\nhead = \"Gruppe\"\ntext = \"{{ goal.group }}\"\nonce-per-group = true\n"
                                          "[[part.block.column]]\nhead = \"Mål\"\nline = [{ text = \"**{{ goal.name }}**\" }, { text = \"{{ goal.level }}\", style = \"small\" }]\n");
  INFO((report.mistakes().empty() ? "" : report.mistakes().front()));
  REQUIRE(tree);
  const auto& table = body_of<Table>(*tree, nodes_of<Table>(*tree).at(0));
  REQUIRE(table.rows.size() == 3);
  CHECK(cells_of(table, 0) == Words{"x", "Åpent/God"});
  CHECK(cells_of(table, 1) == Words{"", "Raskt/Svak"});
  CHECK(cells_of(table, 2) == Words{"y", "Trygt/God"});
  CHECK(table.rows[0].starts_group);
  CHECK_FALSE(table.rows[1].starts_group);
  CHECK(table.rows[2].starts_group);
  CHECK(table.rows[0].cells[1].lines[0].inlines.front().strong);
  CHECK(table.rows[0].cells[1].lines[1].style == "small");
  CHECK(table.number == 1);
}

TEST_CASE("a trend in a cell is a mark and words, of a figure or of code words", "[content]") {
  Report report;
  const auto tree = report.compose(part + "kind = \"table\"\ntitle = \"T\"\nrepeat = \"goals\"\nas = \"goal\"\nwhere = \"goal.number == 1\"\n"
                                          "[[part.block.column]]\nhead = \"A\"\ntrend = \"figures[goal.figure]\"\n"
                                          "[[part.block.column]]\nhead = \"B\"\ntrend = \"'positive rising'\"\ntext = \"opp\"\n");
  INFO((report.mistakes().empty() ? "" : report.mistakes().front()));
  REQUIRE(tree);
  const auto& row = body_of<Table>(*tree, nodes_of<Table>(*tree).at(0)).rows.at(0);
  const std::vector<Inline>& derived = row.cells[0].lines[0].inlines;
  REQUIRE(derived.size() == 2);
  CHECK(derived[0].kind == Inline::Kind::trend_mark);
  CHECK(derived[0].trend == data::Trend{data::Judgement::negative, data::Direction::falling});
  CHECK(derived[1].text == "Negativ, fallende");
  CHECK(row.cells[1].lines[0].inlines[0].trend == data::Trend{data::Judgement::positive, data::Direction::rising});
  CHECK(row.cells[1].lines[0].inlines[1].text == "opp");
}

TEST_CASE("a large plain table is kept compact and reads as a rich one", "[content]") {
  const std::string keys = "kind = \"table\"\ntitle = \"T\"\nrepeat = \"big\"\nas = \"row\"\nwhere = \"row.value > 6\"\n"
                           "[[part.block.column]]\nhead = \"Navn\"\ntext = \"{{ row.name }}\"\n[[part.block.column]]\nhead = \"Verdi\"\ntext = \"{{ row.value }} kr\"\nstyle = \"small\"\n";
  Report small, large;
  small.table("big", "name = \"text\"\nvalue = \"integer\"\n", csv_of(2000));
  large.table("big", "name = \"text\"\nvalue = \"integer\"\n", csv_of(2001));
  const auto rich = small.compose(part + keys), plain = large.compose(part + keys);
  REQUIRE(rich);
  REQUIRE(plain);
  const auto& first = body_of<Table>(*rich, nodes_of<Table>(*rich).at(0));
  const auto& second = body_of<Table>(*plain, nodes_of<Table>(*plain).at(0));
  CHECK_FALSE(first.plain);
  REQUIRE(second.plain);
  CHECK(first.row_count() == 1999);
  CHECK(second.row_count() == 2000);
  for (const std::size_t row : {std::size_t{0}, std::size_t{1000}, std::size_t{1998}}) CHECK(cells_of(first, row) == cells_of(second, row));
  CHECK(cells_of(second, 0) == Words{"rad 1", "7 kr"});
  CHECK(second.cell(0, 1).lines[0].style == first.cell(0, 1).lines[0].style);
  CHECK(plain->nodes.size() < 10);
}

TEST_CASE("a plain table says its texts as a rich one does", "[content]") {
  const std::string keys = "kind = \"table\"\ntitle = \"T\"\nrepeat = \"big\"\nas = \"row\"\n"
                           "[[part.block.column]]\nhead = \"Navn\"\ntext = \"**{{ row.name }}** [a](https://b.no)\"\n";
  Report small, large;
  small.table("big", "name = \"text\"\nvalue = \"integer\"\n", csv_of(5));
  large.table("big", "name = \"text\"\nvalue = \"integer\"\n", csv_of(2001));
  const auto rich = small.compose(part + keys), plain = large.compose(part + keys);
  REQUIRE(rich);
  REQUIRE(plain);
  CHECK(cells_of(body_of<Table>(*plain, nodes_of<Table>(*plain).at(0)), 3) == cells_of(body_of<Table>(*rich, nodes_of<Table>(*rich).at(0)), 3));
}

TEST_CASE("each numbered chart before it has its data as a table, in order, figures kept", "[content]") {
  Report report;
  const std::string chart = "[[part.block]]\nkind = \"chart\"\ntype = \"columns\"\nfigures = [\"datasets\"]\n";
  const auto tree = report.compose("[[part]]\ntitle = \"Del\"\nmaster = \"text\"\n" + chart + "title = \"Vekst\"\n" + chart + chart + "title = \"Uten\"\nin-appendix = false\n" + chart +
                                   "title = \"Mer vekst\"\n[[part.block]]\nkind = \"chart-data\"\n");
  INFO((report.mistakes().empty() ? "" : report.mistakes().front()));
  REQUIRE(tree);
  const auto tables = nodes_of<Table>(*tree);
  REQUIRE(tables.size() == 2);
  const auto& first = body_of<Table>(*tree, tables[0]);
  CHECK(first.title == "Figur 1: Vekst");
  CHECK(body_of<Table>(*tree, tables[1]).title == "Figur 3: Mer vekst");
  CHECK(first.number == 0);
  std::string all;
  bool has_figure = false;
  for (std::size_t row = 0; row < first.rows.size(); ++row)
    for (const Cell& cell : first.rows[row].cells)
      for (const CellText& line : cell.lines) {
        all += text_of(line.inlines) + "|";
        has_figure = has_figure || line.inlines.front().figure == report.dataset().figure("datasets")->id;
      }
  CHECK(all.find("9\u00A0257") != std::string::npos);
  CHECK(all.find("4\u00A0213") != std::string::npos);
  CHECK(has_figure);
}

TEST_CASE("the source of a chart is that of its figures, each once", "[content]") {
  Report report;
  const auto tree = report.compose(part + "kind = \"chart\"\ntype = \"dumbbell\"\ntitle = \"D\"\nfigures = [\"trust\", \"wait\", \"steady\", \"fresh\"]\n");
  INFO((report.mistakes().empty() ? "" : report.mistakes().front()));
  REQUIRE(tree);
  CHECK(body_of<Figure>(*tree, nodes_of<Figure>(*tree).at(0)).source == "Kilder: Undersøkelsen; Målingen; kilde ikke oppgitt.");
}
