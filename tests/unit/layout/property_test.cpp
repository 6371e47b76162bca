// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <map>
#include <random>

#include "support/sample_report.hpp"

using namespace tilstand;
using namespace tilstand::sample;
using layout::Page;
using layout::Placed;
using layout::PlacedLine;

namespace {

/// A report of random blocks; the same for the same seed.
class RandomReport {
 public:
  RandomReport(Report& report, unsigned seed) : report_(report), random_(seed) {}

  void fill() {
    const int parts = number(1, 3);
    for (int i = 0; i < parts; ++i) {
      const auto side = static_cast<definition::Side>(number(0, 2));
      const NodeId part = report_.part("Del " + std::to_string(i), "text", side);
      const int blocks = number(0, 14);
      for (int block = 0; block < blocks; ++block) add_block(part);
    }
  }

 private:
  int number(int from, int to) { return static_cast<int>(random_() % static_cast<unsigned>(to - from + 1)) + from; }

  void add_block(NodeId part) {
    const int kind = number(0, 6);
    if (kind == 0) report_.heading(part, 2, "Hode " + std::to_string(number(1, 99)));
    if (kind == 1 || kind == 2) report_.prose(part, number(1, 6));
    if (kind == 3) report_.add(part, table(number(1, 45)), place());
    if (kind == 4) add_section(part);
    if (kind == 5) add_list(part);
    if (kind == 6) report_.add(part, content::PageBreak{});
  }
  content::Placement place() {
    content::Placement made;
    if (number(0, 3) == 0) made.at = mm(number(0, 200));
    return made;
  }
  void add_section(NodeId part) {
    const NodeId section = report_.add(part, content::Section{"side-head"});
    report_.heading(section, 2, "Seksjon");
    if (number(0, 1) == 0) report_.paragraph(report_.add(section, content::SideNote{}), passage(number(1, 9)), "side-note");
    report_.prose(section, number(1, 5));
    if (number(0, 2) == 0) {
      const NodeId foot = report_.add(section, table(number(1, 12)));
      report_.tree.nodes[foot.value].placement.place = definition::Place::foot;
    }
  }
  void add_list(NodeId part) {
    const NodeId list = report_.add(part, content::List{});
    for (int i = number(1, 5); i > 0; --i) {
      content::ListItem item;
      item.label = "–";
      report_.paragraph(report_.add(list, item), passage(i));
    }
  }

  Report& report_;
  std::mt19937 random_;
};

/// The words of each leaf in the order of pages; cells of a table are told apart.
std::map<std::tuple<std::uint32_t, int, int, int, int>, std::string> words_by_leaf(const std::vector<Page>& pages) {
  std::map<std::tuple<std::uint32_t, int, int, int, int>, std::string> words;
  for (const Page& page : pages)
    for (const PlacedLine* line : lines_of(page)) {
      const layout::Leaf& leaf = line->leaf;
      words[{leaf.node.value, static_cast<int>(leaf.part), leaf.row, leaf.column, leaf.line}] += text_of(*line);
    }
  return words;
}

}  // namespace

TEST_CASE("every paragraph and cell is printed once, whole and in order", "[layout][property]") {
  for (unsigned seed = 1; seed <= 25; ++seed) {
    INFO("seed " << seed);
    Report report;
    RandomReport(report, seed).fill();
    const auto words = words_by_leaf(report.pages());
    for (std::uint32_t id = 0; id < report.tree.nodes.size(); ++id) {
      const content::Body& body = report.tree.nodes[id].body;
      if (const auto* paragraph = std::get_if<content::Paragraph>(&body)) CHECK(words.at({id, 0, -1, -1, 0}) == paragraph->inlines.front().text);
      const auto* table = std::get_if<content::Table>(&body);
      if (table == nullptr) continue;
      for (int row = 0; row < static_cast<int>(table->rows.size()); ++row)
        CHECK(words.at({id, static_cast<int>(layout::Leaf::Part::cell), row, 0, 0}) == "Rad " + std::to_string(row));
    }
  }
}

TEST_CASE("nothing leaves its page and text keeps off the foot margin", "[layout][property]") {
  for (unsigned seed = 30; seed <= 50; ++seed) {
    INFO("seed " << seed);
    Report report;
    RandomReport(report, seed).fill();
    for (const Page& page : report.pages())
      for (const PlacedLine* line : lines_of(page)) {
        const Length left = line->baseline.x + line->line.left;
        CHECK(left >= mm(18));
        CHECK(left + line->line.width <= page.trim.width - mm(18));
        CHECK(line->baseline.y <= mm(270) + Length{72});
        CHECK(line->baseline.y >= mm(30));
      }
  }
}

TEST_CASE("two rounds give the same pages", "[layout][property]") {
  Report report;
  RandomReport(report, 7).fill();
  const auto dump = [&report] {
    std::string text;
    for (const Page& page : report.pages()) text += to_text(page, report.tree);
    return text;
  };
  const std::string first = dump();
  CHECK(first == dump());
  CHECK(first.find("page 1 right") == 0);
}

TEST_CASE("lines of the flow never stand on one another", "[layout][property]") {
  for (unsigned seed = 60; seed <= 80; ++seed) {
    INFO("seed " << seed);
    Report report;
    RandomReport(report, seed).fill();
    for (const Page& page : report.pages()) {
      std::map<std::pair<Length, Length>, int> places;
      for (const PlacedLine* line : lines_of(page)) ++places[{line->baseline.x + line->line.left, line->baseline.y}];
      for (const auto& [place, count] : places) CHECK(count == 1);
    }
  }
}
