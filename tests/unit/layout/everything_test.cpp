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

using Key = std::tuple<std::uint32_t, int, int, int, int>;

Key key_of(const Leaf& leaf) { return {leaf.node.value, static_cast<int>(leaf.part), leaf.row, leaf.column, leaf.line}; }

/// Blocks of every kind that needs no chart, nested at random.
class Everything {
 public:
  Everything(Report& report, unsigned seed) : report_(report), random_(seed) {}

  void fill() {
    for (int i = 0; i < 3; ++i) {
      const NodeId part = report_.part("Del " + std::to_string(i), number(0, 3) == 0 ? "opener" : "text", static_cast<definition::Side>(number(0, 2)));
      for (int block = number(3, 16); block > 0; --block) add_block(part, 0);
    }
  }
  /// Every run of text that must be printed, by its leaf; those at the foot or beside are not in the order of the flow.
  std::map<Key, std::string> expected;
  std::set<std::uint32_t> out_of_flow;

 private:
  int number(int from, int to) { return static_cast<int>(random_() % static_cast<unsigned>(to - from + 1)) + from; }
  void expect(NodeId node, Leaf::Part part, const std::string& text) { expected[{node.value, static_cast<int>(part), -1, -1, 0}] = text; }

  NodeId text(NodeId parent, const std::string& style = "body") {
    const std::string all = passage(number(1, 99)) + (number(0, 1) == 0 ? passage(number(1, 99)) : "");
    const NodeId id = report_.paragraph(parent, all, style);
    expect(id, Leaf::Part::whole, all);
    return id;
  }
  void add_block(NodeId parent, int depth) {
    switch (number(0, depth == 0 ? 9 : depth < 2 ? 8 : 3)) {
      case 0: case 1: text(parent); return;
      case 2: return add_list(parent);
      case 3: return add_key_figures(parent);
      case 4: return add_group(parent, depth);
      case 5: return add_panel(parent, depth);
      case 6: return add_table(parent);
      case 7: return add_note(parent);
      case 8: return add_foot(parent);
      case 9: return add_float(parent);
      default: return;
    }
  }
  void add_list(NodeId parent) {
    const NodeId list = report_.add(parent, content::List{});
    const bool wide = number(0, 1) == 0;
    for (int i = number(1, 4); i > 0; --i) {
      const NodeId item = report_.add(list, content::ListItem{std::to_string(i) + ".", wide, wide ? "fact-label" : "list-label"});
      expect(item, Leaf::Part::label, std::to_string(i) + ".");
      text(item, wide ? "fact-text" : "body");
    }
  }
  void add_key_figures(NodeId parent) {
    const NodeId rows = report_.add(parent, content::KeyFigures{});
    for (int i = number(1, 3); i > 0; --i) {
      content::KeyFigure key;
      key.value = {words(std::to_string(number(1, 99)))};
      key.sentence = {words(passage(i))};
      key.label = {words("Etikett")};
      const NodeId id = report_.add(rows, key);
      expect(id, Leaf::Part::value, key.value.front().text);
      expect(id, Leaf::Part::sentence, key.sentence.front().text);
      expect(id, Leaf::Part::label, "Etikett");
    }
  }
  void add_group(NodeId parent, int depth) {
    content::Group made{number(1, 2), number(0, 1) == 0};
    made.flow = made.columns > 1 && number(0, 1) == 0;
    const NodeId group = report_.add(parent, made);
    for (int i = number(1, 3); i > 0; --i) add_block(group, depth + 2);
  }
  void add_panel(NodeId parent, int depth) {
    const NodeId panel = report_.add(parent, content::Panel{depth == 0 && number(0, 2) == 0 ? "text" : ""});
    for (int i = number(1, 3); i > 0; --i) add_block(panel, depth + 2);
  }
  void add_table(NodeId parent) {
    content::Table table = sample::table(number(1, 60));
    for (std::size_t row = 0; row < table.rows.size(); ++row) table.rows[row].starts_group = number(0, 5) == 0;
    const NodeId id = report_.add(parent, table);
    expect(id, Leaf::Part::caption, "Tabell 1\u00A0Alle rader");
    for (std::size_t row = 0; row < table.rows.size(); ++row)
      expected[{id.value, static_cast<int>(Leaf::Part::cell), static_cast<int>(row), 0, 0}] = "Rad " + std::to_string(row);
  }
  void add_note(NodeId parent) {
    const NodeId marked = text(parent);
    const NodeId note = report_.add(parent, content::FootNote{});
    out_of_flow.insert(text(note, "note").value);
    out_of_flow.insert(note.value);
    content::Inline mark = note_mark(note);
    std::get<content::Paragraph>(report_.tree.nodes[marked.value].body).inlines.push_back(mark);
    expected[{marked.value, 0, -1, -1, 0}] += std::to_string(++notes_);
  }
  void add_foot(NodeId parent) {
    const NodeId id = text(parent);
    report_.tree.nodes[id.value].placement.place = definition::Place::foot;
    out_of_flow.insert(id.value);
  }

  void add_float(NodeId parent) {
    constexpr definition::Place places[] = {definition::Place::top, definition::Place::page, definition::Place::margin};
    const NodeId id = text(parent);
    report_.tree.nodes[id.value].placement.place = places[number(0, 2)];
    out_of_flow.insert(id.value);
  }

  Report& report_;
  std::mt19937 random_;
  int notes_ = 0;
};

Rect area_of(const Placed& thing) {
  if (const auto* shape = std::get_if<layout::PlacedShape>(&thing)) return bounds(shape->shape.path);
  if (const auto* drawing = std::get_if<layout::PlacedDrawing>(&thing)) return {drawing->origin, drawing->drawing.size};
  const auto& line = std::get<PlacedLine>(thing);
  return {{line.baseline.x + line.line.left, line.baseline.y}, {line.line.width, {}}};
}

}  // namespace

TEST_CASE("every leaf of every kind of block is printed once, whole", "[layout][property]") {
  for (unsigned seed = 100; seed < 140; ++seed) {
    INFO("seed " << seed);
    Report report;
    Everything all(report, seed);
    all.fill();
    std::map<Key, std::string> found;
    for (const Page& page : report.pages())
      for (const PlacedLine* line : lines_of(page)) found[key_of(line->leaf)] += text_of(*line);
    for (const auto& [key, text] : all.expected) {
      INFO("node " << std::get<0>(key) << " part " << std::get<1>(key));
      CHECK(found[key] == text);
    }
    for (const Diagnostic& one : report.diagnostics.list()) CHECK(one.code == "layout.too-tall");
  }
}

TEST_CASE("leaves come in reading order, notes and blocks at the foot aside", "[layout][property]") {
  for (unsigned seed = 140; seed < 180; ++seed) {
    INFO("seed " << seed);
    Report report;
    Everything all(report, seed);
    all.fill();
    std::uint32_t last = 0;
    std::int32_t last_row = -1;
    for (const Page& page : report.pages())
      for (const PlacedLine* line : lines_of(page)) {
        const std::uint32_t node = line->leaf.node.value;
        if (all.out_of_flow.contains(node)) continue;
        CHECK(node >= last);
        if (node == last && line->leaf.part == Leaf::Part::cell) CHECK(line->leaf.row >= last_row);
        last_row = line->leaf.part == Leaf::Part::cell ? line->leaf.row : -1;
        last = node;
      }
  }
}

TEST_CASE("nothing of any kind leaves the page", "[layout][property]") {
  int whole = 0;
  for (unsigned seed = 180; seed < 220; ++seed) {
    INFO("seed " << seed);
    Report report;
    Everything(report, seed).fill();
    const std::vector<Page> pages = report.pages();
    if (report.diagnostics.has_errors()) continue;  // too tall for any page
    ++whole;
    for (const Page& page : pages)
      for (const Placed& thing : page.items) {
        const Rect area = area_of(thing);
        CHECK(area.left() >= Length{});
        CHECK(area.top() >= Length{});
        CHECK(area.right() <= page.trim.width);
        CHECK(area.bottom() <= page.trim.height);
        const auto* line = std::get_if<PlacedLine>(&thing);
        if (line == nullptr || line->leaf.part == Leaf::Part::artifact) continue;
        CHECK(area.left() >= mm(18));  // hanging signs
        CHECK(area.right() <= page.trim.width - mm(18));
        CHECK(area.top() >= mm(30));
        CHECK(area.top() <= mm(270) + Length{72});
      }
  }
  CHECK(whole >= 20);
}

TEST_CASE("the same report twice gives the same pages", "[layout][property]") {
  for (unsigned seed = 220; seed < 230; ++seed) {
    std::string dumps[2];
    for (std::string& dump : dumps) {
      Report report;
      Everything(report, seed).fill();
      for (const Page& page : report.pages()) dump += to_text(page, report.tree);
    }
    CHECK(dumps[0] == dumps[1]);
    CHECK(dumps[0].size() > 1000);
  }
}
