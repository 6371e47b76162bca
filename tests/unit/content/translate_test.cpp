// SPDX-License-Identifier: Apache-2.0
// A report written in one language, its edition in another.
#include <algorithm>
#include <catch2/catch.hpp>

#include "content/translator.hpp"
#include "unit/content/written.hpp"

using namespace tilstand;
using written::Report;

namespace {

const std::string part = "[[part]]\ntitle = \"Innhold\"\nmaster = \"text\"\n";

std::vector<std::string> codes(const Report& report) {
  std::vector<std::string> found;
  for (const Diagnostic& one : report.diagnostics.list()) found.push_back(one.code);
  std::sort(found.begin(), found.end());
  return found;
}

const content::Inline& inline_with(const content::Tree& tree, std::string_view words) {
  for (const content::Node& node : tree.nodes)
    if (const auto* paragraph = std::get_if<content::Paragraph>(&node.body))
      for (const content::Inline& one : paragraph->inlines)
        if (one.text.find(words) != std::string::npos) return one;
  FAIL("nothing says " << words);
  throw 0;
}

}  // namespace

TEST_CASE("words outside bindings and references make a text translatable", "[content]") {
  CHECK(content::has_words("Mål {{ goal.number }}"));
  CHECK(content::has_words("é"));
  CHECK_FALSE(content::has_words("{{ goal.name }}, {{ year }} – 47 %"));
  CHECK_FALSE(content::has_words("[@page:goal] (2021)"));
  CHECK_FALSE(content::has_words(""));
  CHECK(content::has_words("{{ never closed"));
}

TEST_CASE("a text is taken from the edition's texts, its bindings in the edition's forms", "[content]") {
  Report report;
  const auto tree = report.compose_as("en", {{"Innhold", "Contents"}, {"Tilliten er {{ trust }}.", "Trust is {{ trust }}."}},
                                      part + "[[part.block]]\nkind = \"text\"\ntext = \"Tilliten er {{ trust }}.\"\n");
  REQUIRE(tree);
  CHECK(tree->language == "en");
  CHECK(written::body_of<content::Part>(*tree, {1}).title == "Contents");
  CHECK(written::paragraphs(*tree).front() == "Trust is 47\u00A0per cent.");
  CHECK(inline_with(*tree, "Trust is").language.empty());
}

TEST_CASE("a no-break space is found by a plain one", "[content]") {
  Report report;
  const auto tree = report.compose_as("en", {{"Innhold", "Contents"}, {"Blant 36 land", "Among 36 countries"}}, part + "[[part.block]]\nkind = \"text\"\ntext = \"Blant 36\u00A0land\"\n");
  REQUIRE(tree);
  CHECK(written::paragraphs(*tree).front() == "Among 36 countries");
}

TEST_CASE("a text without translation stays in the report's language, numbers too, and is tagged", "[content]") {
  Report report;
  const auto tree = report.compose_as("en", {}, part + "[[part.block]]\nkind = \"text\"\ntext = \"Tilliten er {{ trust }}.\"\n");
  REQUIRE(tree);
  CHECK(written::paragraphs(*tree).front() == "Tilliten er 47\u00A0prosent.");
  CHECK(inline_with(*tree, "Tilliten").language == "nb");
  CHECK(inline_with(*tree, "47").language == "nb");
  CHECK(codes(report) == std::vector<std::string>{"content.untranslated"});
}

TEST_CASE("what data write is translated where it is printed, and compared as it is written", "[content]") {
  Report report;
  const auto tree = report.compose_as("en", {{"Innhold", "Contents"}, {"God", "Good"}, {"Åpent", "Open"}, {"Tilfelle", "Case"}},
                                      part + "[[part.block]]\nkind = \"heading\"\nlevel = 2\nrepeat = \"goals\"\nas = \"goal\"\nwhere = \"goal.level == 'God'\"\n"
                                             "id = \"g-{{ goal.level }}-{{ goal.number }}\"\ntext = \"{{ goal.name }}: {{ goal.level }}\"\n");
  CAPTURE(report.mistakes());
  REQUIRE(tree);
  CHECK(written::paragraphs(*tree) == std::vector<std::string>{"Open: Good", "Trygt: Good"});
  CHECK(inline_with(*tree, "Trygt").language == "nb");
  CHECK(inline_with(*tree, "Good").language.empty());
  CHECK(tree->nodes[2].name == "g-God-1");  // names are no words
}

TEST_CASE("prose that the edition's language hasn't got is the report's, with its language at its paragraphs", "[content]") {
  Report report;
  report.prose("text.md", "## Tillit\n\nTilliten er {{ trust }}, {{ trust.moved-words }}.\n\nSe [@chart].\n\n"
                          "```chart\nid = \"chart\"\ntype = \"dumbbell\"\ntitle = \"Flere\"\nfigures = [\"trust\"]\n```\n");
  const auto tree = report.compose_as("en", {{"Innhold", "Contents"}, {"Flere", "More"}}, part + "[[part.block]]\nkind = \"prose\"\nfile = \"text.md\"\n");
  REQUIRE(tree);
  const std::vector<std::string> words = written::paragraphs(*tree);
  CHECK(words[1] == "Tilliten er 47\u00A0prosent, ned fra 50\u00A0prosent i 2020.");
  CHECK(words[2] == "Se figur\u00A01.");
  for (const content::Node& node : tree->nodes) CHECK((node.language == "nb") == std::holds_alternative<content::Paragraph>(node.body));
  const auto figure = written::body_of<content::Figure>(*tree, written::nodes_of<content::Figure>(*tree).front());
  CHECK(figure.title == "More");
  CHECK(figure.plan.description.find("47\u00A0per cent") != std::string::npos);
  const std::vector<std::string> found = codes(report);
  CHECK(std::count(found.begin(), found.end(), "content.prose-falls-back") == 1);
}

TEST_CASE("prose in the edition's language goes before the report's own", "[content]") {
  Report report;
  report.prose("text.md", "Norsk {{ trust }}.\n");
  report.write("data/en/text.md", "English {{ trust }}.\n");
  const auto tree = report.compose_as("en", {{"Innhold", "Contents"}}, part + "[[part.block]]\nkind = \"prose\"\nfile = \"text.md\"\n");
  REQUIRE(tree);
  CHECK(written::paragraphs(*tree).front() == "English 47\u00A0per cent.");
  CHECK(tree->nodes.back().language.empty());
}

TEST_CASE("a mistake in a translation has its place there", "[content]") {
  Report report;
  CHECK_FALSE(report.compose_as("en", {{"Innhold", "Contents {{ nothing }}"}}, part));
  CHECK(report.mistakes().front().starts_with("content.unknown-binding texts.toml:1:"));
}
