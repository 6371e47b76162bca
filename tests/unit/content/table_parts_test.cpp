// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "unit/content/written.hpp"

using namespace tilstand;
using namespace tilstand::content;
using written::body_of;
using written::nodes_of;
using written::Report;
using written::text_of;
using Kind = Table::Row::Kind;

namespace {

const std::string part = "[[part]]\ntitle = \"Del\"\nmaster = \"text\"\n[[part.block]]\nkind = \"table\"\ntitle = \"T\"\nrepeat = \"lines\"\nas = \"line\"\n";
const std::string csv = "name,group,value,extra\nA,x,1.5,k\nB,x,2.25,k\nC,y,,k\nD,y,-10,l\nE,y,0.5,\n";

std::string column(const std::string& field, const std::string& more = {}) {
  return "[[part.block.column]]\nhead = \"" + field + "\"\ntext = \"{{ line." + field + " }}\"\n" + more;
}

/// The table that a report makes of `keys` and `columns`; its mistakes when it makes none.
struct Made {
  explicit Made(const std::string& keys) {
    report.table("lines", "name = \"text\"\ngroup = \"text\"\nvalue = \"decimal\"\nextra = \"text\"\n", csv);
    tree = report.compose(part + keys);
    if (tree) table = &body_of<Table>(*tree, nodes_of<Table>(*tree).at(0));
  }
  std::string said(const Table::Row& row, std::size_t at) const {
    return row.cells.at(at).lines.empty() ? std::string() : text_of(row.cells[at].lines.front().inlines);
  }
  bool has_mistake(const std::string& code) const {
    for (const std::string& mistake : report.mistakes())
      if (mistake.starts_with(code)) return true;
    return false;
  }
  Report report;
  std::optional<Tree> tree;
  const Table* table = nullptr;
};

}  // namespace

TEST_CASE("groups end with their sums, the table with all, exactly and in the language's form", "[content]") {
  const Made made("group = \"line.group\"\nsubtotal = \"I {{ line.group }}\"\ntotal = \"I alt\"\n" + column("name") +
                  column("value", "value = \"line.value\"\ntotal = \"sum\"\ntotal-text = \"{number} kr\"\n") + column("extra", "value = \"line.value\"\ntotal = \"mean\"\n") +
                  column("group", "value = \"line.value\"\ntotal = \"count\"\n"));
  REQUIRE(made.table);
  REQUIRE(made.table->rows.size() == 7);
  const Table::Row& first = made.table->rows[2];
  const Table::Row& second = made.table->rows[6];
  CHECK(first.kind == Kind::subtotal);
  CHECK(made.said(first, 0) == "I x");
  CHECK(made.said(first, 1) == "3,75 kr");
  CHECK(made.said(first, 2) == "1,875");
  CHECK(made.said(first, 3) == "2");
  CHECK(made.said(second, 0) == "I y");
  CHECK(made.said(second, 1) == "\u22129,50 kr");
  CHECK(made.said(second, 2) == "\u22124,750");
  CHECK(made.said(second, 3) == "2");  // a missing value is not counted
  REQUIRE(made.table->foot.size() == 1);
  CHECK(made.said(made.table->foot[0], 0) == "I alt");
  CHECK(made.said(made.table->foot[0], 1) == "\u22125,75 kr");
  CHECK(first.cells[1].lines[0].inlines[0].span.begin.line > 0);
}

TEST_CASE("sums so far are kept for every row, with the same decimals", "[content]") {
  const Made made("carried = true\n" + column("name") + column("value", "value = \"line.value\"\ntotal = \"sum\"\n"));
  REQUIRE(made.table);
  REQUIRE(made.table->carried.sums.size() == 5);
  std::vector<std::int64_t> sums;
  for (const tables::Decimal& sum : made.table->carried.sums) {
    CHECK(sum.decimals == 2);
    sums.push_back(sum.mantissa);
  }
  CHECK(sums == std::vector<std::int64_t>{150, 375, 375, -625, -575});
}

TEST_CASE("a label of a group and equal neighbours are one cell each, never over a group's end", "[content]") {
  const Made made("group = \"line.group\"\n" + column("group", "once-per-group = true\n") + column("name") + column("extra", "span-rows = true\n"));
  REQUIRE(made.table);
  const auto rows = [&](std::size_t row, std::size_t at) { return made.table->rows[row].cells[at].covered ? 0 : made.table->rows[row].cells[at].rows; };
  CHECK(std::vector<int>{rows(0, 0), rows(1, 0), rows(2, 0), rows(3, 0), rows(4, 0)} == std::vector<int>{2, 0, 3, 0, 0});
  CHECK(std::vector<int>{rows(0, 2), rows(1, 2), rows(2, 2), rows(3, 2), rows(4, 2)} == std::vector<int>{2, 0, 1, 1, 1});
}

TEST_CASE("a cell goes on over empty ones where its column says so", "[content]") {
  const Made made(column("name", "span-columns = true\n") + column("value") + column("extra"));
  REQUIRE(made.table);
  CHECK(made.table->rows[0].cells[0].columns == 1);
  CHECK(made.table->rows[2].cells[0].columns == 2);
  CHECK(made.table->rows[2].cells[1].covered);
  CHECK_FALSE(made.table->rows[2].cells[2].covered);
}

TEST_CASE("equal heads are one over their columns, below one head, and a column without one reaches up", "[content]") {
  const Made made(column("name") + column("value", "over = [\"Alt\", \"Tall\"]\n") + column("extra", "over = [\"Alt\", \"Tall\"]\n") + column("group", "over = [\"Annet\"]\n"));
  REQUIRE(made.table);
  const Table& table = *made.table;
  REQUIRE(table.over.size() == 2);
  CHECK(table.over[0][0].rows == 3);
  CHECK(table.over[0][1].columns == 2);
  CHECK(table.over[0][2].covered);
  CHECK(table.over[1][1].columns == 2);
  CHECK(table.over[1][3].rows == 2);
  CHECK(table.head[0].covered);
  CHECK(table.head[3].covered);
  CHECK_FALSE(table.head[1].covered);
}

TEST_CASE("what is no number has no part in a total and is reported", "[content]") {
  const Made made("total = \"S\"\n" + column("group") + column("name", "value = \"line.name\"\ntotal = \"sum\"\n"));
  CHECK_FALSE(made.table);
  CHECK(made.has_mistake("content.no-number"));
}
