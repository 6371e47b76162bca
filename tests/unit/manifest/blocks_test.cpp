// SPDX-License-Identifier: Apache-2.0
#include "manifest/blocks.hpp"

#include <catch2/catch.hpp>
#include <functional>

#include "manifest/page_log.hpp"
#include "support/sample_report.hpp"

using namespace tilstand;
using layout::Leaf;

namespace {

/// Part, two paragraphs, a table with three rows.
struct Small {
  sample::Report report;
  NodeId first, second, table;
  picture::Library pictures;

  explicit Small(const std::string& words = "one", const std::function<void(content::Table&)>& edit = {}) {
    const NodeId part = report.part("Part");
    first = report.paragraph(part, words);
    second = report.paragraph(part, "two");
    content::Table rows = sample::table(3);
    if (edit) edit(rows);
    table = report.add(part, rows);
  }
  std::vector<manifest::Block> blocks() const { return manifest::Blocks(report.tree, pictures).list(); }
};

std::vector<std::size_t> changed(const Small& before, const Small& after) {
  std::vector<std::size_t> places;
  const std::vector<bool> list = manifest::changed_blocks(before.blocks(), after.blocks());
  for (std::size_t at = 0; at < list.size(); ++at)
    if (list[at]) places.push_back(at);
  return places;
}

}  // namespace

TEST_CASE("paragraphs, tables and rows are blocks of their part", "[manifest][unit]") {
  const Small small;
  const manifest::Blocks blocks(small.report.tree, small.pictures);
  REQUIRE(blocks.list().size() == 6);
  CHECK(blocks.list()[0].kind == "paragraph");
  CHECK(blocks.list()[0].words == "one");
  CHECK(blocks.list()[2].kind == "table");
  CHECK(blocks.list()[5].kind == "row");
  REQUIRE(blocks.parts().size() == 1);
  CHECK(blocks.parts()[0].title == "Part");
  CHECK(blocks.of({small.first, Leaf::Part::whole, -1, -1, 0}) == 0);
  CHECK(blocks.of({small.table, Leaf::Part::caption, -1, -1, 0}) == 2);
  CHECK(blocks.of({small.table, Leaf::Part::head_cell, -1, 0, 0}) == 2);
  CHECK(blocks.of({small.table, Leaf::Part::cell, 2, 0, 0}) == 5);
  CHECK(!blocks.of({small.first, Leaf::Part::artifact, -1, -1, 0}));
  CHECK(!blocks.of({}));
}

TEST_CASE("only what has changed is told", "[manifest][unit]") {
  const Small same;
  CHECK(changed(same, Small()).empty());
  CHECK(changed(same, Small("other")) == std::vector<std::size_t>{0});
  CHECK(changed(same, Small("one", [](content::Table& rows) { rows.rows[1].cells[1] = sample::cell("new"); })) == std::vector<std::size_t>{4});
  CHECK(changed(same, Small("one", [](content::Table& rows) { rows.head[0] = sample::cell("new"); })) == std::vector<std::size_t>{2});
  CHECK(changed(same, Small("one", [](content::Table& rows) { rows.rows.insert(rows.rows.begin(), rows.rows[2]); })) == std::vector<std::size_t>{3});
}

TEST_CASE("a style, a number or a page that a reference leads to is no change", "[manifest][unit]") {
  Small before, after;
  auto& paragraph = std::get<content::Paragraph>(after.report.tree.nodes[after.first.value].body);
  paragraph.style = "lead";
  std::get<content::Table>(after.report.tree.nodes[after.table.value].body).number = 9;
  CHECK(changed(before, after).empty());
  paragraph.inlines[0].emphasis = true;
  CHECK(changed(before, after).size() == 1);
}

TEST_CASE("a table too long for rows is one block that sees all of them", "[manifest][unit]") {
  sample::Report before, after;
  picture::Library none;
  const NodeId table = before.add(before.part("Part"), sample::plain_table(manifest::most_rows + 1, 2));
  content::Table other = sample::plain_table(manifest::most_rows + 1, 2);
  other.plain->bytes.back() = '#';
  after.add(after.part("Part"), std::move(other));
  const manifest::Blocks blocks(before.tree, none);
  CHECK(blocks.list().size() == 1);
  CHECK(blocks.of({table, Leaf::Part::cell, 70, 0, 0}) == 0);
  CHECK(manifest::changed_blocks(blocks.list(), manifest::Blocks(after.tree, none).list()) == std::vector<bool>{true});
}

TEST_CASE("plain rows differ by their cells, not only by their letters", "[manifest][unit]") {
  sample::Report before, after;
  picture::Library none;
  before.add(before.part("Part"), sample::plain_table(2, 2));
  content::Table moved = sample::plain_table(2, 2);
  moved.plain->ends[0] -= 1;
  after.add(after.part("Part"), std::move(moved));
  const auto list = manifest::changed_blocks(manifest::Blocks(before.tree, none).list(), manifest::Blocks(after.tree, none).list());
  CHECK(list == std::vector<bool>{false, true, false});
}

TEST_CASE("a page's digests don't know on which side or at which number it stands", "[manifest][unit]") {
  Small small;
  const manifest::Blocks blocks(small.report.tree, small.pictures);
  const font::Library library;
  manifest::PageLog log(blocks, {small.report.theme, library, small.pictures});
  std::vector<layout::Page> pages = small.report.pages();
  layout::Page page = pages.at(0), other = page;
  other.left = !page.left;
  other.label = "77";
  const definition::Page& grid = small.report.theme.page;
  const Length aside = (other.left ? grid.outer : grid.inner) - (page.left ? grid.outer : grid.inner);
  for (layout::Placed& thing : other.items) {
    if (auto* line = std::get_if<layout::PlacedLine>(&thing)) line->baseline.x += aside;
    if (auto* shape = std::get_if<layout::PlacedShape>(&thing)) shape->shape.path = moved(shape->shape.path, {aside, {}});
  }
  log.add(page);
  log.add(other);
  CHECK(log.pages()[0].looks == log.pages()[1].looks);
  CHECK(log.pages()[0].text == log.pages()[1].text);
  CHECK(log.pages()[0].blocks == std::vector<std::uint32_t>{0, 1, 2, 3, 4, 5});
  CHECK(log.parts()[0].first == 1);
  CHECK(log.parts()[0].last == 2);
  other = page;
  for (layout::Placed& thing : other.items)
    if (auto* line = std::get_if<layout::PlacedLine>(&thing)) line->baseline.y += mm(1);
  log.add(other);
  CHECK(log.pages()[2].looks != log.pages()[0].looks);
  CHECK(log.pages()[2].text == log.pages()[0].text);
}
