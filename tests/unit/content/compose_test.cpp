// SPDX-License-Identifier: Apache-2.0
#include "content/compose.hpp"

#include <catch2/catch.hpp>

#include "unit/content/written.hpp"

using namespace tilstand;
using namespace tilstand::content;
using written::body_of;
using written::nodes_of;
using written::paragraphs;
using written::Report;
using written::text_of;
using Mistakes = std::vector<std::string>;
using Words = std::vector<std::string>;

namespace {

const std::string part = "[[part]]\nid = \"del\"\ntitle = \"Del\"\nmaster = \"text\"\n";

std::string block(const std::string& kind, const std::string& keys) { return "[[part.block]]\nkind = \"" + kind + "\"\n" + keys + "\n"; }

/// Ids rise in preorder: each node stands below its parent, and children follow one another.
void check_preorder(const Tree& tree) {
  std::vector<NodeId> order, stack{{0}};
  while (!stack.empty()) {
    const NodeId id = stack.back();
    stack.pop_back();
    order.push_back(id);
    const std::vector<NodeId>& children = tree[id].children;
    for (const NodeId child : children) CHECK(tree[child].parent == id);
    stack.insert(stack.end(), children.rbegin(), children.rend());
  }
  REQUIRE(order.size() == tree.nodes.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) CHECK(order[i].value == i);
}

}  // namespace

TEST_CASE("what the report is called is resolved", "[content]") {
  Report report;
  const auto tree = report.compose(part);
  REQUIRE(tree);
  CHECK(tree->name == "case-2021");
  CHECK(tree->title == "Tilfelle");
  CHECK(tree->language == "nb");
}

TEST_CASE("parts repeat over the rows of a table that a condition picks", "[content]") {
  Report report;
  const auto tree = report.compose("[[part]]\nid = \"{{ goal.name }}\"\nrepeat = \"goals\"\nas = \"goal\"\nwhere = \"goal.level == 'God' and goal.number > 0\"\n"
                                   "title = \"Mål {{ goal.number }}\"\nmaster = \"text\"\n" + block("text", "text = \"{{ goal.name }}: {{ figures[goal.figure].short }}\""));
  REQUIRE(tree);
  CHECK(paragraphs(*tree) == Words{"Åpent: 47\u00A0%", "Trygt: 5."});
  const auto parts = nodes_of<Part>(*tree);
  CHECK(body_of<Part>(*tree, parts[1]).title == "Mål 3");
  CHECK((*tree)[parts[1]].name == "Trygt");
  CHECK(body_of<Part>(*tree, parts[1]).running == "Mål 3");
}

TEST_CASE("repeats nest, and the inner one sees the outer row", "[content]") {
  Report report;
  const auto tree = report.compose("[[part]]\nrepeat = \"levels\"\nas = \"level\"\ntitle = \"{{ level.name }}\"\nmaster = \"text\"\n" +
                                   block("group", "repeat = \"goals\"\nas = \"goal\"\nwhere = \"goal.level == level.name\"\n[[part.block.block]]\nkind = \"text\"\n"
                                                  "text = \"{{ level.name }} {{ goal.number }} {{ one.number }}\"\nitems = { repeat = \"goals\", as = \"one\", where = \"one.number <= goal.number\" }"));
  REQUIRE(tree);
  CHECK(paragraphs(*tree) == Words{"Svak 2 1 og Svak 2 2", "God 1 1", "God 3 1, God 3 2 og God 3 3"});
}

TEST_CASE("blocks repeat over all figures", "[content]") {
  Report report;
  const auto tree = report.compose(part + block("text", "repeat = \"figures\"\nas = \"f\"\nwhere = \"f.tile\"\nitems = { repeat = \"levels\", as = \"l\" }\ntext = \"{{ f.name }}\""));
  REQUIRE(tree);
  CHECK(paragraphs(*tree) == Words{"Trust og trust"});
}

TEST_CASE("a block whose condition fails is not there", "[content]") {
  Report report;
  const auto tree = report.compose(part + block("text", "when = \"about.open\"\ntext = \"ja\"") + block("text", "when = \"not about.open\"\ntext = \"nei\""));
  REQUIRE(tree);
  CHECK(paragraphs(*tree) == Words{"ja"});
}

TEST_CASE("a table that isn't there is named with the one that was meant", "[content]") {
  Report report;
  CHECK_FALSE(report.compose(part + block("text", "repeat = \"gaols\"\nitems = { repeat = \"levels\" }\ntext = \"x\"")));
  CHECK(report.mistakes() == Mistakes{"content.unknown-table report.toml:18:11"});
  CHECK(report.diagnostics.list().front().hint == "did you mean \"goals\"?");
}

TEST_CASE("a mistake in the definition stands at its column", "[content]") {
  Report report;
  CHECK_FALSE(report.compose(part + block("text", "text = \"Åå {{ trsut }} og {{ trust.vlaue }}\"") + block("text", "text = \"x\"\nwhen = \"true and trsut\"") +
                             block("prose", "markdown = '''\nEn.\n\næ {{ trsut }}\n'''")));
  CHECK(report.mistakes() == Mistakes{"content.unknown-binding report.toml:18:15", "content.unknown-binding report.toml:18:36",
                                      "content.unknown-binding report.toml:22:18", "content.unknown-binding report.toml:28:6"});
}

TEST_CASE("a prose file that isn't there is found where it is named", "[content]") {
  Report report;
  CHECK_FALSE(report.compose(part + block("prose", "file = \"borte.md\"")));
  REQUIRE(report.mistakes().size() == 1);
  CHECK(report.mistakes().front() == "definition.missing-file report.toml:18:9");
}

TEST_CASE("references say figure, table, part and page, wherever they stand", "[content]") {
  Report report;
  const std::string words = "se [@tab], [@fig], [@del] og [@page:tab]";
  const auto tree = report.compose(part + block("text", "text = \"" + words + "\"") +
                                   block("table", "id = \"tab\"\ntitle = \"T\"\nrepeat = \"levels\"\n[[part.block.column]]\nhead = \"Se [@tab]\"\ntext = \"[@fig]\"") +
                                   block("chart", "id = \"fig\"\ntype = \"columns\"\ntitle = \"F\"\nfigures = [\"datasets\"]") +
                                   block("key-figures", "repeat = \"figures\"\nas = \"f\"\nwhere = \"f.tile\"\nfigure = \"f\"\nsentence = \"Se [@tab]\"\nlabel = \"[@fig]\"") +
                                   block("tiles", "repeat = \"figures\"\nas = \"f\"\nwhere = \"f.tile\"\nfigure = \"f\"\nlabel = \"[@tab]\"\nnote = \"[@fig]\""));
  INFO((report.mistakes().empty() ? "" : report.mistakes().front()));
  REQUIRE(tree);
  CHECK(paragraphs(*tree).front() == "se tabell\u00A01, figur\u00A01, Del og side");
  const NodeId table = nodes_of<Table>(*tree).at(0);
  for (const Inline& one : body_of<Paragraph>(*tree, nodes_of<Paragraph>(*tree)[0]).inlines)
    if (one.kind == Inline::Kind::page_reference) CHECK(one.target == table);
  CHECK(text_of(body_of<Table>(*tree, table).rows[0].cells[0].lines[0].inlines) == "figur\u00A01");
  CHECK(text_of(body_of<Table>(*tree, table).head[0].lines[0].inlines) == "Se tabell\u00A01");
  const auto& key = body_of<KeyFigure>(*tree, nodes_of<KeyFigure>(*tree).at(0));
  CHECK(text_of(key.sentence) == "Se tabell\u00A01");
  CHECK(text_of(key.label) == "figur\u00A01");
  const auto& tile = body_of<Tile>(*tree, nodes_of<Tile>(*tree).at(0));
  CHECK(text_of(tile.label) == "tabell\u00A01");
  CHECK(text_of(tile.source) == "figur\u00A01");
}

TEST_CASE("a reference in a heading or to one says its words", "[content]") {
  Report report;
  const auto tree = report.compose(part + block("heading", "id = \"hode\"\nlevel = 1\ntext = \"Et *hode*\"") + block("text", "text = \"Se [@hode].\""));
  REQUIRE(tree);
  CHECK(paragraphs(*tree) == Words{"Et hode", "Se Et hode."});
}

TEST_CASE("a reference to what has neither number nor title is refused at its place", "[content]") {
  Report report;
  CHECK_FALSE(report.compose(part + block("group", "id = \"gruppe\"") + block("text", "text = \"Å se [@gruppe].\"")));
  CHECK(report.mistakes() == Mistakes{"content.unknown-reference report.toml:21:14"});
  Report page;
  CHECK(page.compose(part + block("group", "id = \"gruppe\"") + block("text", "text = \"Side [@page:gruppe].\"")));
}

TEST_CASE("contents entries lead to their parts and ids rise in reading order", "[content]") {
  Report report;
  report.prose("note.md", "Merke[^a].\n\n[^a]: Note.\n");
  const auto tree = report.compose("[[part]]\ntitle = \"Innhold\"\nmaster = \"text\"\nlisted = false\n" + block("prose", "file = \"note.md\"") + block("toc", "") + block("prose", "file = \"note.md\"") +
                                   "[[part]]\nid = \"{{ goal.name }}\"\nrepeat = \"goals\"\nas = \"goal\"\ntitle = \"Mål {{ goal.number }}\"\nsubtitle = \"*{{ goal.name }}*\"\nmaster = \"text\"\n"
                                   "toc-status = \"goal.level\"\ntoc-levels = \"levels\"\n" + block("prose", "file = \"note.md\"") + block("text", "text = \"Se [@Trygt]\""));
  INFO((report.mistakes().empty() ? "" : report.mistakes().front()));
  REQUIRE(tree);
  check_preorder(*tree);
  const auto entries = nodes_of<TocEntry>(*tree);
  REQUIRE(entries.size() == 3);
  for (std::size_t i = 0; i < 3; ++i) {
    const auto& entry = body_of<TocEntry>(*tree, entries[i]);
    CHECK(text_of(entry.title) == "Mål " + std::to_string(i + 1));
    CHECK(body_of<Part>(*tree, entry.target).title == text_of(entry.title));
    CHECK(entry.subtitle.front().emphasis);
    REQUIRE(entry.status);
    CHECK(entry.status->input.level == (i == 1 ? 0 : 1));
    CHECK(std::holds_alternative<Toc>((*tree)[(*tree)[entries[i]].parent].body));
  }
  for (const NodeId id : nodes_of<Paragraph>(*tree))
    for (const Inline& one : body_of<Paragraph>(*tree, id).inlines) {
      if (one.kind == Inline::Kind::note_mark) CHECK(std::holds_alternative<FootNote>((*tree)[one.target].body));
      else if (one.target) CHECK(body_of<Part>(*tree, one.target).title == "Mål 3");
    }
}

TEST_CASE("contents go as deep as they are told, below listed parts alone", "[content]") {
  const std::string heads = block("heading", "level = 1\ntext = \"Igjen\"") + block("heading", "id = \"{{ about.year }}\"\nlevel = 2\ntext = \"To *ord*\"") + block("heading", "level = 3\ntext = \"Tre\"") +
                            block("heading", "level = 2\ntext = \"Ikke\"\nlisted = false");
  for (int depth = 1; depth <= 3; ++depth) {
    Report report;
    const auto tree = report.compose("[[part]]\ntitle = \"Innhold\"\nmaster = \"text\"\nlisted = false\n" + block("toc", "depth = " + std::to_string(depth)) + block("heading", "level = 2\ntext = \"Ulistet\"") +
                                     part + heads + "[[part]]\ntitle = \"Siste\"\nmaster = \"text\"\n");
    INFO((report.mistakes().empty() ? "" : report.mistakes().front()));
    REQUIRE(tree);
    check_preorder(*tree);
    Words lines;
    for (const NodeId id : nodes_of<TocEntry>(*tree)) {
      const auto& entry = body_of<TocEntry>(*tree, id);
      lines.push_back(std::to_string(entry.level) + " " + text_of(entry.title));
      const auto* heading = std::get_if<Paragraph>(&(*tree)[entry.target].body);
      if (heading != nullptr) CHECK(text_of(heading->inlines) == text_of(entry.title));
      else CHECK(body_of<Part>(*tree, entry.target).title == text_of(entry.title));
    }
    Words expected{"1 Del", "1 Siste"};
    if (depth > 1) expected.insert(expected.begin() + 1, "2 To ord");
    if (depth > 2) expected.insert(expected.begin() + 2, "3 Tre");
    CHECK(lines == expected);
  }
}

TEST_CASE("an id that is given twice is refused, a heading's overline does not count", "[content]") {
  Report report;
  CHECK_FALSE(report.compose(part + block("heading", "id = \"hode\"\ntext = \"Hode\"\noverline = \"Over\"") + block("text", "id = \"hode\"\ntext = \"x\"")));
  REQUIRE(report.mistakes() == Mistakes{"content.duplicate-id report.toml:21:1"});
  REQUIRE(report.diagnostics.list().front().notes.size() == 1);
  CHECK(report.diagnostics.list().front().notes.front().span.begin.line == 16);
}

TEST_CASE("facts, groups and panels keep their children in order", "[content]") {
  Report report;
  const auto tree = report.compose(part + block("facts", "item = [{ label = \"Utgiver\", text = \"{{ about.title }}\" }, { label = \"År\", text = \"{{ about.year }}\" }]") +
                                   block("group", "columns = 2\n[[part.block.block]]\nkind = \"text\"\ntext = \"venstre\"\n[[part.block.block]]\nkind = \"text\"\ntext = \"høyre\"") +
                                   block("panel", "title = \"Ramme\"\nmarkdown = \"Først.\"\n[[part.block.block]]\nkind = \"text\"\ntext = \"så\""));
  REQUIRE(tree);
  check_preorder(*tree);
  CHECK(paragraphs(*tree) == Words{"Sau *og* geit", "2021", "venstre", "høyre", "Ramme", "Først.", "så"});
  CHECK(body_of<ListItem>(*tree, nodes_of<ListItem>(*tree)[1]).label == "År");
}

TEST_CASE("the list of a text is joined by the language and starts with a capital", "[content]") {
  for (const auto& [language, words] : std::vector<std::pair<std::string, std::string>>{{"nb", "Mål 1, mål 2 og mål 3"}, {"nn", "Mål 1, mål 2 og mål 3"}}) {
    Report report(language);
    const auto tree = report.compose(part + block("text", "repeat = \"goals\"\nas = \"goal\"\ntext = \"mål {{ goal.number }}\""));
    REQUIRE(tree);
    CHECK(paragraphs(*tree) == Words{words});
  }
}

TEST_CASE("tiles and key figures take value, sign, trend and source from the figure", "[content]") {
  Report report;
  const auto tree = report.compose(part + block("tiles", "repeat = \"goals\"\nas = \"goal\"\nfigure = \"goal.figure\"\nlabel = \"{{ goal.name }}\"\nsource = \"{{ figures[goal.figure].source-line }}\"") +
                                   block("key-figures", "repeat = \"goals\"\nas = \"goal\"\nfigure = \"figures[goal.figure]\"\nsentence = \"{{ goal.name }}\""));
  INFO((report.mistakes().empty() ? "" : report.mistakes().front()));
  REQUIRE(tree);
  const auto tiles = nodes_of<Tile>(*tree);
  REQUIRE(tiles.size() == 3);
  const auto& trust = body_of<Tile>(*tree, tiles[0]);
  CHECK(text_of(trust.value) == "47\u00A0%");
  CHECK(text_of(trust.trend) == "Negativ, fallende");
  CHECK(text_of(trust.before) == "50\u00A0% i 2020");
  CHECK(text_of(trust.source) == "Kilde: Undersøkelsen.");
  CHECK(text_of(body_of<Tile>(*tree, tiles[2]).value) == "5.");
  CHECK(trust.value.front().figure == report.dataset().figure("trust")->id);
  const auto keys = nodes_of<KeyFigure>(*tree);
  REQUIRE(keys.size() == 3);
  CHECK(text_of(body_of<KeyFigure>(*tree, keys[1]).trend) == "Ned fra 30\u00A0% i 2020");
}

TEST_CASE("where a figure was expected, another value is refused at its place", "[content]") {
  Report report;
  CHECK_FALSE(report.compose(part + block("tiles", "repeat = \"goals\"\nas = \"goal\"\nwhere = \"goal.number == 1\"\nfigure = \"goal.level\"")));
  CHECK(report.mistakes() == Mistakes{"content.no-figure report.toml:21:11"});
}
