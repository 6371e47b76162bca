// SPDX-License-Identifier: Apache-2.0
#include "content/index.hpp"

#include <catch2/catch.hpp>

#include "unit/content/written.hpp"

using namespace tilstand;
using namespace tilstand::content;
using written::body_of;
using written::nodes_of;
using written::paragraphs;
using written::Report;
using Mistakes = std::vector<std::string>;
using Words = std::vector<std::string>;

namespace {

const std::string shell = "[[part]]\ntitle = \"Del\"\nmaster = \"text\"\n[[part.block]]\nkind = \"index\"\n[[part.block]]\nkind = \"prose\"\nfile = \"text.md\"\n";

std::optional<Tree> indexed(Report& report, const std::string& markdown) {
  report.prose("text.md", markdown);
  return report.compose(shell);
}

/// "entry/level: places, see" of each entry.
Words entries(const Tree& tree) {
  Words words;
  for (const NodeId id : nodes_of<IndexEntry>(tree)) {
    const auto& entry = body_of<IndexEntry>(tree, id);
    std::string text = std::string(static_cast<std::size_t>(entry.level - 1), '-') + entry.title + " " + std::to_string(entry.places.size());
    words.push_back(text + (entry.see.empty() ? "" : " " + written::text_of(entry.see)));
  }
  return words;
}

}  // namespace

TEST_CASE("marks print nothing and take the space before them", "[content]") {
  Report report;
  const auto tree = indexed(report, "{{ index \"a\" }} Et ord {{ index \"b\" }} til, og *ett* {{ index \"c\" }}. Sam{{ index \"d\" }}men\n{{ index \"e\" }}\nslutt {{ index \"f\" }}\n");
  REQUIRE(tree);
  CHECK(paragraphs(*tree).back() == "Et ord til, og ett. Sammen slutt");
  CHECK(nodes_of<Anchor>(*tree).size() == 6);
}

TEST_CASE("entries stand in the order of the language under their letters", "[content]") {
  Report report;
  const auto tree = indexed(report, "Ord{{ index \"Ås\" }}{{ index \"Ærlig\" }}{{ index \"aksje!ny\" }}{{ index \"aksje!gammel\" }}{{ index \"Bil\" }}{{ index \"4G\" }}{{ index \"aksje\" }}{{ index \"aksje\" }}.\n");
  REQUIRE(tree);
  CHECK(entries(*tree) == Words{"4G 1", "aksje 2", "-gammel 1", "-ny 1", "Bil 1", "Ærlig 1", "Ås 1"});
  Words letters;
  for (const std::string& one : paragraphs(*tree)) letters.push_back(one);
  letters.pop_back();
  CHECK(letters == Words{"Tall og tegn", "A", "B", "Æ", "Å"});
}

TEST_CASE("an entry leads to the nodes of its marks", "[content]") {
  Report report;
  const auto tree = indexed(report, "En{{ index \"x\" }}.\n\nTo{{ index \"y\" from }}.\n\nTre{{ index \"y\" to }}.\n");
  REQUIRE(tree);
  const auto anchors = nodes_of<Anchor>(*tree), found = nodes_of<IndexEntry>(*tree);
  REQUIRE(found.size() == 2);
  const auto& x = body_of<IndexEntry>(*tree, found[0]).places;
  const auto& y = body_of<IndexEntry>(*tree, found[1]).places;
  REQUIRE((x.size() == 1 && y.size() == 1));
  CHECK((x[0].first == anchors[0] && x[0].last == anchors[0] && y[0].first == anchors[1] && y[0].last == anchors[2]));
  CHECK(std::get<Paragraph>((*tree)[(*tree)[anchors[2]].parent].body).inlines.front().text == "Tre");
}

TEST_CASE("an entry sends the reader on, and the words are a link to the other", "[content]") {
  Report report;
  const auto tree = indexed(report, "En{{ index \"DCAT\" see \"katalog!felles\" }}{{ index \"katalog!felles\" }}{{ index \"katalog\" }}{{ index \"katalog\" see \"DCAT\" }}.\n");
  REQUIRE(tree);
  CHECK(entries(*tree) == Words{"DCAT 0 se katalog, felles", "katalog 1 se også DCAT", "-felles 1"});
  const auto found = nodes_of<IndexEntry>(*tree);
  CHECK(body_of<IndexEntry>(*tree, found[0]).see.at(1).target == found[2]);
}

TEST_CASE("an entry may be an expression of a loop", "[content]") {
  Report report;
  const auto tree = report.compose("[[part]]\ntitle = \"Del\"\nmaster = \"text\"\n[[part.block]]\nkind = \"text\"\nrepeat = \"goals\"\nas = \"g\"\nitems = { repeat = \"levels\", as = \"l\" }\n"
                                   "text = \"x\"\n[[part.block]]\nkind = \"table\"\nrepeat = \"goals\"\nas = \"g\"\n[[part.block.column]]\nhead = \"Navn\"\nline = [{ text = \"{{ index g.name }}{{ g.name }}\" }]\n"
                                   "[[part.block]]\nkind = \"index\"\n");
  REQUIRE(tree);
  CHECK(entries(*tree) == Words{"Raskt 1", "Trygt 1", "Åpent 1"});
}

TEST_CASE("the word index alone is a name as any other", "[content]") {
  Report report;
  report.table("index", "name = \"text\"\n", "name\nEn\n");
  const auto tree = report.compose("[[part]]\ntitle = \"Del\"\nmaster = \"text\"\n[[part.block]]\nkind = \"text\"\ntext = \"{{ index.name }}\"\nrepeat = \"index\"\n");
  REQUIRE(tree);
  CHECK(paragraphs(*tree) == Words{"En"});
}

TEST_CASE("mistakes in marks are told of at their places", "[content]") {
  const std::vector<std::pair<std::string, Mistakes>> cases{
      {"Ord{{ index \"a!b!c\" }}.\n", {"content.bad-index-mark text.md:1:13"}},
      {"Ord{{ index \"\" }}.\n", {"content.bad-index-mark text.md:1:13"}},
      {"Ord{{ index \"a\" see }}.\n", {"content.bad-index-mark text.md:1:17"}},
      {"Ord{{ index \"a\" from 2 }}.\n", {"content.bad-index-mark text.md:1:22"}},
      {"Ord{{ index \"a\" from }}.\n", {"content.open-index-mark text.md:1:4"}},
      {"Ord{{ index \"a\" to }}.\n", {"content.open-index-mark text.md:1:4"}},
      {"Ord{{ index \"a\" see \"b\" }}.\n", {"content.unknown-index-entry text.md:1:4"}},
      {"{{ index \"a\" }}\n", {"content.misplaced-mark text.md:1:1"}},
      {"Ord{{ index nothing }}.\n", {"content.unknown-binding text.md:1:13"}}};
  for (const auto& [markdown, wanted] : cases) {
    Report report;
    CHECK_FALSE(indexed(report, markdown));
    CHECK(report.mistakes() == wanted);
  }
}

TEST_CASE("a mark in a title or without an index is told of", "[content]") {
  Report report;
  CHECK_FALSE(report.compose("[[part]]\ntitle = \"Del{{ index 'a' }}\"\nmaster = \"text\"\n"));
  CHECK(report.mistakes().front().starts_with("content.misplaced-mark"));
  Report other;
  CHECK(other.compose_prose("Ord{{ index \"a\" }}.\n"));
  CHECK(other.mistakes().size() == 1);
  CHECK(other.mistakes().front().starts_with("content.no-index"));
}
