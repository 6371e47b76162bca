// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "definition/read.hpp"

namespace tilstand::definition {
namespace {

/// A table as a fence of Markdown writes it; its first key stands on line 2.
struct Fence {
  Sources sources;
  Diagnostics diagnostics;
  std::optional<Block> block;

  explicit Fence(const std::string& toml) {
    const FileId file = sources.add("p.md", "```table\n" + toml + "```\n");
    block = read_block("table", toml, file, {2, 1}, diagnostics);
  }
  const Table& table() const { return std::get<Table>(block->body); }
  /// "code line" of each mistake.
  std::vector<std::string> mistakes() const {
    std::vector<std::string> list;
    for (const Diagnostic& one : diagnostics.list()) list.push_back(one.code + " " + std::to_string(one.span.begin.line));
    return list;
  }
};

using Mistakes = std::vector<std::string>;
const std::string name = "column = [{ head = \"A\", text = \"x\" }]\n";

TEST_CASE("a table says how it breaks, repeats and sums", "[definition]") {
  const Fence fence("group = \"g\"\ngroup-head = \"G\"\nsubtotal = \"S\"\ntotal = \"T\"\ncarried = true\nfoot = \"each-page\"\ncontinued = true\n"
                    "break-rows = true\nturned = true\ncolumn-sets = true\nstyle = \"ledger\"\n"
                    "column = [{ head = \"A\", text = \"x\", over = [\"B\", \"C\"], min-width = \"10mm\", max-width = \"20mm\", share = 2, align = \"decimal\", "
                    "span-rows = true, span-columns = true, value = \"v\", total = \"mean\", total-text = \"{number} kr\", foot = \"f\" }, "
                    "{ text = \"y\", value = \"v\", total = \"sum\" }]\n");
  REQUIRE(fence.mistakes() == Mistakes{});
  const Table& table = fence.table();
  CHECK(table.group_head.value == "G");
  CHECK(table.subtotal.value == "S");
  CHECK(table.total.value == "T");
  CHECK((table.carried && table.continued && table.break_rows && table.turned && table.column_sets));
  CHECK(table.foot == Table::Foot::each_page);
  CHECK(fence.block->style.value == "ledger");
  const Column& column = table.columns.at(0);
  CHECK(column.over.size() == 2);
  CHECK((column.least == mm(10) && column.most == mm(20) && column.share == 2));
  CHECK(column.align == Column::Align::decimal);
  CHECK((column.span_rows && column.span_columns));
  CHECK((column.total == Column::Total::mean && column.total_text.value == "{number} kr" && column.foot.value == "f"));
}

TEST_CASE("keys of a table that say nothing without others, or two things, are mistakes", "[definition]") {
  CHECK(Fence("subtotal = \"S\"\n" + name).mistakes() == Mistakes{"definition.missing-key 2", "definition.missing-key 2"});
  CHECK(Fence("group-head = \"S\"\n" + name).mistakes() == Mistakes{"definition.missing-key 2"});
  CHECK(Fence(name + "total = \"S\"\n").mistakes() == Mistakes{"definition.missing-key 3"});
  CHECK(Fence(name + "carried = true\n").mistakes() == Mistakes{"definition.missing-key 3"});
  CHECK(Fence("column = [{ text = \"x\", total = \"sum\" }]\n").mistakes() == Mistakes{"definition.missing-key 2"});
  CHECK(Fence("column = [{ text = \"x\", width = \"10mm\", share = 2 }]\n").mistakes() == Mistakes{"definition.conflict 2"});
  CHECK(Fence("column = [{ text = \"x\", min-width = \"20mm\", max-width = \"10mm\" }]\n").mistakes() == Mistakes{"definition.conflict 2"});
  CHECK(Fence("column = [{ text = \"x\", align = \"desimal\" }]\n").mistakes() == Mistakes{"definition.unknown-value 2"});
  CHECK(Fence("foot = \"first\"\n" + name).mistakes() == Mistakes{"definition.unknown-value 2"});
}

}  // namespace
}  // namespace tilstand::definition
