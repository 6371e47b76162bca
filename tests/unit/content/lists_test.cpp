// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "content/reading_order.hpp"
#include "unit/content/written.hpp"

using namespace tilstand;
using namespace tilstand::content;
using written::body_of;
using written::nodes_of;
using written::paragraphs;
using written::Report;
using Words = std::vector<std::string>;

namespace {

std::string part(const std::string& title) { return "[[part]]\ntitle = \"" + title + "\"\nmaster = \"text\"\n"; }
std::string block(const std::string& kind, const std::string& keys = {}) { return "[[part.block]]\nkind = \"" + kind + "\"\n" + keys + "\n"; }
std::string heading(int level, const std::string& text) { return block("heading", "level = " + std::to_string(level) + "\ntext = \"" + text + "\""); }

/// "number title", indented by the depth of the list.
void outline(const Tree& tree, NodeId list, std::size_t depth, Words& words) {
  for (const NodeId id : tree[list].children) {
    const auto& entry = body_of<TocEntry>(tree, id);
    words.push_back(std::string(depth, '-') + entry.number + (entry.number.empty() ? "" : " ") + written::text_of(entry.title));
    for (const NodeId below : tree[id].children) outline(tree, below, depth + 1, words);
  }
}

Words outline(const Tree& tree, std::size_t which) {
  Words words;
  std::vector<NodeId> lists;
  for (const NodeId id : nodes_of<Toc>(tree))
    if (!std::holds_alternative<TocEntry>(tree[tree[id].parent].body)) lists.push_back(id);
  outline(tree, lists.at(which), 0, words);
  return words;
}

}  // namespace

TEST_CASE("contents nest by level, and a level that is passed over holds nothing", "[content]") {
  Report report;
  const auto tree = report.compose(part("Innhold") + block("toc", "depth = 4") + block("toc") + part("En") + heading(1, "En") + heading(2, "To") + heading(4, "Fire{{ index 'x' }}") +
                                   heading(3, "Tre") + heading(2, "To igjen") + heading(5, "For dypt") + part("Slutt") + block("index"));
  REQUIRE(tree);
  CHECK(outline(*tree, 0) == Words{"Innhold", "En", "-To", "--Fire", "--Tre", "-To igjen", "Slutt"});
  CHECK(outline(*tree, 1) == Words{"Innhold", "En", "Slutt"});
  for (const NodeId id : nodes_of<TocEntry>(*tree)) CHECK(id < body_of<TocEntry>(*tree, nodes_of<TocEntry>(*tree).back()).target);
}

TEST_CASE("figures and tables are listed by number, those without are not", "[content]") {
  Report report;
  const std::string table = "repeat = \"goals\"\nas = \"g\"\n[[part.block.column]]\nhead = \"Navn\"\nline = [{ text = \"{{ g.name }}\" }]";
  const auto tree = report.compose(part("Lister") + block("list-of", "of = \"figures\"") + block("list-of", "of = \"tables\"") + part("En") +
                                   block("chart", "type = \"columns\"\ntitle = \"A\"\nfigures = [\"trust\"]") + block("chart", "type = \"columns\"\nfigures = [\"trust\"]") +
                                   block("table", "title = \"T\"\n" + table) + block("table", "title = \"U\"\nnumbered = false\n" + table) + block("chart", "type = \"columns\"\ntitle = \"B\"\nfigures = [\"wait\"]"));
  REQUIRE(tree);
  CHECK(outline(*tree, 0) == Words{"Figur 1 A", "Figur 2 B"});
  CHECK(outline(*tree, 1) == Words{"Tabell 1 T"});
  CHECK(body_of<Figure>(*tree, body_of<TocEntry>(*tree, nodes_of<TocEntry>(*tree)[1]).target).title == "B");
}

TEST_CASE("terms are in order, lead from one to another and name the page of their first use", "[content]") {
  Report report;
  report.table("terms", "key = \"text\"\nterm = \"text\"\nmeaning = \"text\"\n", "key,term,meaning\na,åpen,\"Se *også* [@term:b].\"\nb,bil,Kjøretøy.\nc,celle,Ukjent.\n");
  report.prose("text.md", "Først {{ trust }}.\n\nEn [@term:b], [åpne](@term:a) og [@Term:b].\n");
  const auto tree = report.compose(part("Ord") + block("glossary", "repeat = \"terms\"\nas = \"t\"\nkey = \"{{ t.key }}\"\nterm = \"{{ t.term }}\"\nmeaning = \"{{ t.meaning }}\"") +
                                   part("Tekst") + block("prose", "file = \"text.md\""));
  REQUIRE(tree);
  const auto items = nodes_of<ListItem>(*tree);
  Words terms;
  for (const NodeId id : items) terms.push_back(body_of<ListItem>(*tree, id).label);
  CHECK(terms == Words{"bil", "celle", "åpen"});
  const Words said = paragraphs(*tree);
  CHECK(said.at(1) == "Ukjent.");
  CHECK(said.at(2).starts_with("Se også bil. Første gang"));
  CHECK(said.back() == "En bil, åpne og Bil.");
  const auto anchors = nodes_of<Anchor>(*tree);
  REQUIRE(anchors.size() == 2);
  CHECK(body_of<Paragraph>(*tree, (*tree)[items[0]].children.front()).inlines.back().target == anchors[0]);
}

TEST_CASE("a mistake in what a term means is told of at its cell", "[content]") {
  Report report;
  report.table("terms", "term = \"text\"\nmeaning = \"text\"\n", "term,meaning\nbil,Se [@term:sykkel].\n");
  CHECK_FALSE(report.compose(part("Ord") + block("glossary", "repeat = \"terms\"\nas = \"t\"\nterm = \"{{ t.term }}\"\nmeaning = \"{{ t.meaning }}\"")));
  CHECK(report.mistakes() == Words{"content.unknown-reference terms.csv:2:8"});
}

TEST_CASE("sources are listed in order, each with what is made from it", "[content]") {
  Report report;
  report.prose("text.md", "Tilliten er {{ trust }} og {{ trust.before }}, og {{ fresh }}.\n");
  const auto tree = report.compose(part("Kilder") + block("sources") + part("Tekst") + block("prose", "file = \"text.md\"") +
                                   block("chart", "type = \"columns\"\ntitle = \"A\"\nfigures = [\"wait\"]") + part("Data") + block("chart-data"));
  REQUIRE(tree);
  Words sources;
  for (const NodeId id : nodes_of<ListItem>(*tree)) sources.push_back(body_of<ListItem>(*tree, id).label);
  CHECK(sources == Words{"Målingen", "Undersøkelsen"});
  CHECK(paragraphs(*tree).at(0) == "Figur\u00A01, side\u00A0{page}.");
  CHECK(paragraphs(*tree).at(1) == "Tekst, side\u00A0{page}.");
}

TEST_CASE("putting a tree in reading order keeps who stands where and who speaks of whom", "[content][property]") {
  for (std::uint32_t seed = 1; seed < 40; ++seed) {
    Tree tree;
    std::uint32_t state = seed;
    const auto random = [&state](std::uint32_t below) { return (state = state * 1664525 + 1013904223) / 65536 % below; };
    for (std::uint32_t i = 0; i < 50; ++i) {
      const NodeId parent = i == 0 ? NodeId::none() : NodeId{random(i)};
      Inline reference;
      reference.target = {random(50)};
      reference.text = std::to_string(reference.target.value);
      tree.nodes.push_back({parent, {}, Paragraph{"body", {reference}, 0, false, false}, {}, std::to_string(i), {}});
      if (parent) tree.nodes[parent.value].children.push_back({i});
    }
    put_in_reading_order(tree);
    REQUIRE(tree.nodes.size() == 50);
    for (std::uint32_t i = 0; i < 50; ++i) {
      const Inline& reference = std::get<Paragraph>(tree.nodes[i].body).inlines.front();
      CHECK(tree[reference.target].name == reference.text);
      if (i > 0) CHECK(tree.nodes[i].parent.value < i);
      for (const NodeId child : tree.nodes[i].children) CHECK(tree[child].parent == NodeId{i});
    }
    std::uint32_t next = 0;  // preorder: ids are met in ascending order
    std::vector<NodeId> open{{0}};
    while (!open.empty()) {
      const NodeId id = open.back();
      open.pop_back();
      CHECK(id.value == next++);
      open.insert(open.end(), tree[id].children.rbegin(), tree[id].children.rend());
    }
  }
}
