// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <random>
#include <set>

#include "support/sample_report.hpp"

using namespace tilstand;
using namespace tilstand::sample;
using layout::Leaf;
using layout::Page;
using layout::Placed;
using layout::PlacedLine;

namespace {

/// Rows of a table by page, as numbers of their groups.
std::vector<std::map<int, int>> groups_by_page(const std::vector<Page>& pages, NodeId table, const std::vector<int>& group_of_row) {
  std::vector<std::map<int, int>> list(pages.size());
  for (const Page& page : pages) {
    std::set<std::int32_t> rows;
    for (const PlacedLine* line : lines_of(page))
      if (line->leaf.node == table && line->leaf.part == Leaf::Part::cell) rows.insert(line->leaf.row);
    for (const std::int32_t row : rows) ++list[page.index][group_of_row.at(static_cast<std::size_t>(row))];
  }
  return list;
}

struct Grouped {
  content::Table table;
  std::vector<int> group_of_row, size_of_group;
};

/// A table whose groups have the sizes given.
Grouped grouped(const std::vector<int>& sizes) {
  Grouped made;
  int rows = 0;
  for (const int size : sizes) rows += size;
  made.table = sample::table(rows);
  int row = 0;
  for (std::size_t group = 0; group < sizes.size(); ++group) {
    made.table.rows[static_cast<std::size_t>(row)].starts_group = true;
    for (int i = 0; i < sizes[group]; ++i, ++row) made.group_of_row.push_back(static_cast<int>(group));
  }
  made.size_of_group = sizes;
  return made;
}

std::string repeated_words(const Page& page) {
  std::string text;
  for (const Placed& thing : page.items)
    if (const auto* line = std::get_if<PlacedLine>(&thing); line != nullptr && line->leaf.part == Leaf::Part::artifact) text += text_of(*line) + "|";
  return text;
}

}  // namespace

TEST_CASE("groups of up to six rows stay whole, larger ones keep two rows together", "[layout][property]") {
  std::mt19937 random(77);
  for (int i = 0; i < 30; ++i) {
    std::vector<int> sizes;
    for (int group = 0; group < 14; ++group) sizes.push_back(1 + static_cast<int>(random() % (i % 2 == 0 ? 6 : 16)));
    const Grouped made = grouped(sizes);
    Report report;
    const NodeId part = report.part("Del");
    report.prose(part, static_cast<int>(random() % 9));
    const NodeId table = report.add(part, made.table);
    const std::vector<Page> pages = report.pages();
    INFO("table " << i);
    for (const auto& groups : groups_by_page(pages, table, made.group_of_row))
      for (const auto& [group, count] : groups) {
        const int size = made.size_of_group[static_cast<std::size_t>(group)];
        INFO("group " << group << " of " << size << " rows, " << count << " on a page");
        if (size <= 6) CHECK(count == size);
        else CHECK(count >= 2);
      }
  }
}

TEST_CASE("every page of a table has its head, later ones say that it goes on, as artifacts", "[layout]") {
  for (const int rows : {1, 12, 13, 39, 40, 41, 42, 200}) {
    Report report;
    const NodeId part = report.part("Del");
    report.prose(part, 7);
    const NodeId table = report.add(part, sample::table(rows));
    const std::vector<Page> pages = report.pages();
    int heads = 0, later = 0;
    std::set<std::int32_t> seen;
    for (const Page& page : pages) {
      bool has_rows = false, has_head = false;
      for (const PlacedLine* line : lines_of(page)) {
        if (line->leaf.node != table) continue;
        has_head = has_head || line->leaf.part == Leaf::Part::head_cell;
        if (line->leaf.part != Leaf::Part::cell) continue;
        has_rows = true;
        seen.insert(line->leaf.row);
      }
      const bool repeats = repeated_words(page).find("Alle rader (forts.)") != std::string::npos && repeated_words(page).find("Navn|Verdi|") != std::string::npos;
      INFO(rows << " rows, page " << page.index);
      CHECK(has_rows == (has_head || repeats));
      CHECK_FALSE((has_head && repeats));
      heads += has_head ? 1 : 0;
      later += repeats ? 1 : 0;
    }
    CHECK(heads == 1);
    CHECK(static_cast<int>(seen.size()) == rows);
    CHECK((rows < 40 || later > 0));
    CHECK(report.diagnostics.list().empty());
  }
}

TEST_CASE("a table of up to twelve rows stays whole where that leaves less than a quarter of a page empty", "[layout]") {
  for (int before = 37; before < 46; ++before) {
    Report report;
    const NodeId part = report.part("Del");
    for (int i = 0; i < before; ++i) report.paragraph(part, "Kort.");
    content::Table body = table(12);
    body.note = "En merknad.";
    const NodeId table = report.add(part, body);
    std::set<std::uint32_t> on;
    for (const Page& page : report.pages())
      for (const PlacedLine* line : lines_of(page))
        if (line->leaf.node == table) on.insert(page.index);
    INFO(before << " lines before");
    CHECK(on.size() == 1);
  }
}

TEST_CASE("a long table's last row is not parted from its foot, its first not from its head", "[layout]") {
  for (int rows = 30; rows < 60; ++rows) {
    Report report;
    content::Table body = table(rows);
    body.note = "En merknad.";
    const NodeId part = report.part("Del");
    report.prose(part, rows % 7);
    const NodeId table = report.add(part, body);
    for (const Page& page : report.pages()) {
      bool note = false, row = false, caption = false;
      for (const PlacedLine* line : lines_of(page)) {
        if (line->leaf.node != table) continue;
        note = note || line->leaf.part == Leaf::Part::source;
        row = row || line->leaf.part == Leaf::Part::cell;
        caption = caption || line->leaf.part == Leaf::Part::caption;
      }
      INFO(rows << " rows, page " << page.index);
      CHECK((!note || row));
      CHECK((!caption || row));
    }
  }
}

TEST_CASE("paragraphs leave no line alone, with heads, tables and notes among them", "[layout][property]") {
  std::mt19937 random(5);
  for (int i = 0; i < 20; ++i) {
    Report report;
    const NodeId part = report.part("Del");
    std::vector<NodeId> heads;
    for (int block = 0; block < 30; ++block) {
      if (random() % 5 == 0) heads.push_back(report.heading(part, 2, "Hode"));
      if (random() % 9 == 0) report.add(part, table(3 + static_cast<int>(random() % 20)));
      const NodeId text = report.paragraph(part, passage(block) + (random() % 2 == 0 ? passage(block + 1) : ""));
      if (random() % 6 != 0) continue;
      const NodeId note = report.add(part, content::FootNote{});
      report.paragraph(note, "Kilden selv sier noe annet.", "note");
      std::get<content::Paragraph>(report.tree.nodes[text.value].body).inlines.push_back(note_mark(note));
    }
    const std::vector<Page> pages = report.pages();
    std::map<std::uint32_t, std::map<std::uint32_t, int>> lines;
    for (const Page& page : pages)
      for (const PlacedLine* line : lines_of(page))
        if (std::holds_alternative<content::Paragraph>(report.tree.nodes[line->leaf.node.value].body)) ++lines[line->leaf.node.value][page.index];
    INFO("report " << i);
    for (const auto& [node, counts] : lines)
      if (counts.size() > 1)
        for (const auto& [page, count] : counts) CHECK(count >= 2);
    for (const NodeId head : heads) {
      std::uint32_t next = head.value + 1;
      if (std::holds_alternative<content::Table>(report.tree.nodes[next].body)) continue;
      CHECK(lines[next].begin()->first == report.settled.places.at(head.value).page);
      CHECK(lines[next].begin()->second >= 3);
    }
  }
}

TEST_CASE("each note stands once, on the page of its first mark, in order", "[layout][property]") {
  std::mt19937 random(15);
  for (int i = 0; i < 20; ++i) {
    Report report;
    const NodeId part = report.part("Del");
    std::vector<std::pair<NodeId, NodeId>> marks;  // note, first paragraph that marks it
    for (int block = 0; block < 40; ++block) {
      const NodeId text = report.paragraph(part, passage(block));
      auto& inlines = std::get<content::Paragraph>(report.tree.nodes[text.value].body).inlines;
      if (random() % 4 == 0 && !marks.empty()) inlines.push_back(note_mark(marks[random() % marks.size()].first));
      if (random() % 3 != 0) continue;
      inlines.push_back(note_mark({text.value + 1}));
      const NodeId note = report.add(part, content::FootNote{});
      report.paragraph(note, passage(block), "note");
      marks.emplace_back(note, text);
    }
    const std::vector<Page> pages = report.pages();
    std::map<std::uint32_t, std::set<std::uint32_t>> pages_of_note;
    std::map<std::uint32_t, std::uint32_t> last_page_of_text;
    std::vector<std::string> labels;
    for (const Page& page : pages)
      for (const PlacedLine* line : lines_of(page)) {
        if (line->leaf.part == Leaf::Part::label) {
          pages_of_note[line->leaf.node.value].insert(page.index);
          labels.push_back(text_of(*line));
          CHECK(line->baseline.y <= mm(270) + Length{72});
        } else {
          last_page_of_text[line->leaf.node.value] = page.index;
        }
      }
    INFO("report " << i);
    REQUIRE(pages_of_note.size() == marks.size());
    for (const auto& [note, text] : marks) CHECK(pages_of_note[note.value] == std::set<std::uint32_t>{last_page_of_text[text.value]});
    for (std::size_t number = 0; number < labels.size(); ++number) CHECK(labels[number] == std::to_string(number + 1));
  }
}
