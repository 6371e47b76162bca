// SPDX-License-Identifier: Apache-2.0
#include "content/prose.hpp"

#include <catch2/catch.hpp>

#include "unit/content/written.hpp"

using namespace tilstand;
using namespace tilstand::content;
using written::nodes_of;
using written::paragraphs;
using written::Report;
using written::text_of;
using Mistakes = std::vector<std::string>;
using Words = std::vector<std::string>;

namespace {

const std::vector<Inline>& inlines_at(const Tree& tree, std::size_t paragraph) {
  return written::body_of<Paragraph>(tree, nodes_of<Paragraph>(tree).at(paragraph)).inlines;
}

Mistakes mistakes_in(const std::string& markdown) {
  Report report;
  report.compose_prose(markdown);
  return report.mistakes();
}

}  // namespace

TEST_CASE("bindings are lexed before Markdown and carry their figure and place", "[content]") {
  Report report;
  const auto tree = report.compose_prose("Først.\n\nÅpenhet øker *{{ trust }}* i {{ literal \"2*3*4\" }} år.\n");
  REQUIRE(tree);
  CHECK(paragraphs(*tree) == Words{"Først.", "Åpenhet øker 47\u00A0prosent i 2*3*4 år."});
  const std::vector<Inline>& inlines = inlines_at(*tree, 1);
  REQUIRE(inlines.size() == 3);
  CHECK_FALSE(inlines[0].emphasis);
  CHECK(inlines[1].emphasis);
  CHECK(inlines[1].figure == report.dataset().figure("trust")->id);
  CHECK(inlines[1].span.begin == Position{3, 15});
  CHECK(inlines[1].span.end == Position{3, 26});
  CHECK_FALSE(inlines[2].emphasis);
}

TEST_CASE("Markdown in a value is no Markdown", "[content]") {
  Report report;
  const auto tree = report.compose_prose("{{ about.title }} og [{{ about.title }}](https://a.no)\n");
  REQUIRE(tree);
  CHECK(paragraphs(*tree) == Words{"Sau *og* geit og Sau *og* geit"});
  for (const Inline& one : inlines_at(*tree, 0)) CHECK_FALSE(one.emphasis);
  CHECK(inlines_at(*tree, 0).back().uri == "https://a.no");
}

TEST_CASE("mistakes in bindings stand at their column, after letters of several bytes and on later lines", "[content]") {
  CHECK(mistakes_in("Tilliten {{ trsut }} er\n") == Mistakes{"content.unknown-binding text.md:1:13"});
  CHECK(mistakes_in("Åååå «æ» {{ trsut }}\n\nog\n{{ trust.vlaue }}\n") ==
        Mistakes{"content.unknown-binding text.md:1:13", "content.unknown-binding text.md:4:10"});
  CHECK(mistakes_in("{{ trust }} {{ trust }}\n{{ trust }} {{ trsut }}\n") == Mistakes{"content.unknown-binding text.md:2:16"});
  CHECK(mistakes_in("ø {{ trust og\n") == Mistakes{"content.bad-expression text.md:1:3"});
  CHECK(mistakes_in("{{ }}\n") == Mistakes{"content.bad-expression text.md:1:4"});
}

TEST_CASE("mistakes in Markdown stand at their column, whatever stands before them", "[content]") {
  CHECK(mistakes_in("Åå <b>nei</b>\n") == Mistakes{"content.html-not-allowed text.md:1:4", "content.html-not-allowed text.md:1:10"});
  CHECK(mistakes_in("En\n\n{{ trust.value }} <br>\n") == Mistakes{"content.html-not-allowed text.md:3:19"});
  CHECK(mistakes_in("Ø {{ trust\n}} <br>\n") == Mistakes{"content.html-not-allowed text.md:2:4"});
  CHECK(mistakes_in("{{ trust\n}}\n\n<div>\n") == Mistakes{"content.html-not-allowed text.md:4:1"});
  CHECK(mistakes_in("æ ![bilde](a.png)\n") == Mistakes{"content.image-in-line text.md:1:3"});
}

TEST_CASE("an unknown reference is found at its place", "[content]") {
  CHECK(mistakes_in("Åå, se [@tabel] der\n") == Mistakes{"content.unknown-reference text.md:1:8"});
  CHECK(mistakes_in("En {{ trust }}, to\nog tre [@page:tabel].\n") == Mistakes{"content.unknown-reference text.md:2:8"});
}

TEST_CASE("a private-use character can't stand for a binding", "[content]") {
  CHECK(mistakes_in("å \xEE\x80\x80 {{ trust }}\n") == Mistakes{"content.private-character text.md:1:3"});
}

TEST_CASE("a note is a node below its paragraph, however often it is marked", "[content]") {
  Report report;
  const auto tree = report.compose_prose("En[^a] og to[^b].\n\nTre[^a].\n\n[^b]: Den *andre*.\n[^a]: Den første, {{ trust.short }}.\n");
  REQUIRE(tree);
  const auto notes = nodes_of<FootNote>(*tree);
  REQUIRE(notes.size() == 2);
  CHECK(paragraphs(*tree) == Words{"En og to.", "Den første, 47\u00A0%.", "Den andre.", "Tre."});
  std::vector<NodeId> marked;
  for (const NodeId id : nodes_of<Paragraph>(*tree))
    for (const Inline& one : written::body_of<Paragraph>(*tree, id).inlines)
      if (one.kind == Inline::Kind::note_mark) marked.push_back(one.target);
  CHECK(marked == std::vector<NodeId>{notes[0], notes[1], notes[0]});
  CHECK(report.mistakes().empty());
}

TEST_CASE("a note that no text refers to is a warning at its line", "[content]") {
  CHECK(mistakes_in("En[^a].\n\n[^a]: Brukt.\n[^b]: Ubrukt {{ trust }}.\n") == Mistakes{"content.unused-note text.md:4:1"});
  CHECK(mistakes_in("En {{ trust\n}}.\n\n[^b]: Ubrukt.\n") == Mistakes{"content.unused-note text.md:4:1"});
}

TEST_CASE("a mark without its note is found", "[content]") {
  CHECK(mistakes_in("Åå[^borte] er borte.\n") == Mistakes{"content.unknown-note text.md:1:3"});
}

TEST_CASE("a note may be marked in a side head and in a list", "[content]") {
  Report report;
  const auto tree = report.compose_prose("## Hode[^a]\n\n- punkt[^b]\n\n[^a]: Om hodet.\n[^b]: Om punktet.\n");
  REQUIRE(tree);
  const auto notes = nodes_of<FootNote>(*tree);
  REQUIRE(notes.size() == 2);
  CHECK(inlines_at(*tree, 0).back().target == notes[0]);
  CHECK(paragraphs(*tree) == Words{"Hode", "Om hodet.", "punkt", "Om punktet."});
}

TEST_CASE("lists keep their order, start and nesting", "[content]") {
  Report report;
  const auto tree = report.compose_prose("- en\n- to\n  - under\n\n3. tre\n4. fire\n");
  REQUIRE(tree);
  const auto lists = nodes_of<List>(*tree);
  REQUIRE(lists.size() == 3);
  CHECK_FALSE(written::body_of<List>(*tree, lists[0]).ordered);
  CHECK(std::holds_alternative<ListItem>((*tree)[(*tree)[lists[1]].parent].body));
  CHECK(written::body_of<List>(*tree, lists[2]).ordered);
  CHECK(written::body_of<List>(*tree, lists[2]).start == 3);
  Words labels;
  for (const NodeId item : nodes_of<ListItem>(*tree)) labels.push_back(written::body_of<ListItem>(*tree, item).label);
  CHECK(labels == Words{"–", "–", "–", "3.", "4."});
}

TEST_CASE("heads of level two make sections; a quote is a side note of its section", "[content]") {
  Report report;
  const auto tree = report.compose_prose("Innledning.\n\n## Første\n\nTekst.\n\n> Ved siden av.\n\n### Mindre\n\n## Andre\n\nMer.\n");
  REQUIRE(tree);
  const auto sections = nodes_of<Section>(*tree);
  REQUIRE(sections.size() == 2);
  const Node& first = (*tree)[sections[0]];
  REQUIRE(first.children.size() == 4);
  CHECK(written::body_of<Paragraph>(*tree, first.children[0]).heading_level == 2);
  CHECK(std::holds_alternative<SideNote>((*tree)[first.children[2]].body));
  CHECK(written::body_of<Paragraph>(*tree, (*tree)[first.children[2]].children[0]).style == "side-note");
  CHECK(written::body_of<Paragraph>(*tree, first.children[3]).heading_level == 3);
}

TEST_CASE("strong, emphasis, links and line ends are kept", "[content]") {
  Report report;
  const auto tree = report.compose_prose("a **b *c*** [d](https://e.no)\\\nf\ng `h`\n");
  REQUIRE(tree);
  const std::vector<Inline>& inlines = inlines_at(*tree, 0);
  CHECK(text_of(inlines) == "a b c df g h");
  const auto with = [&](const std::string& text) { return *std::find_if(inlines.begin(), inlines.end(), [&](const Inline& one) { return one.text == text; }); };
  CHECK(with("b ").strong);
  CHECK_FALSE(with("b ").emphasis);
  CHECK((with("c").strong && with("c").emphasis));
  CHECK(with("d").uri == "https://e.no");
  CHECK(std::count_if(inlines.begin(), inlines.end(), [](const Inline& one) { return one.kind == Inline::Kind::line_break; }) == 1);
}

TEST_CASE("fences are blocks: page, chart, table and panel, with bindings and loops of their own", "[content]") {
  Report report;
  const auto tree = report.compose_prose(
      "## Hode\n\nFør.\n\n"
      "```table\ntitle = \"Mål\"\nrepeat = \"goals\"\nid = \"maal\"\n[[column]]\nhead = \"Navn\"\ntext = \"{{ goals.name }}\"\n```\n\n"
      "```chart\ntype = \"columns\"\ntitle = \"Datasett {{ about.year }}\"\nfigures = [\"datasets\"]\n```\n\n"
      "```panel\ntitle = \"Ramme\"\nmarkdown = \"Inni, {{ trust.short }}.\"\n```\n\n"
      "```page\nmaster = \"opener\"\n```\n\nEtter, se [@maal].\n");
  INFO((report.mistakes().empty() ? "" : report.mistakes().front()));
  REQUIRE(tree);
  const auto tables = nodes_of<Table>(*tree);
  REQUIRE(tables.size() == 1);
  CHECK(written::body_of<Table>(*tree, tables[0]).rows.size() == 3);
  REQUIRE(nodes_of<Figure>(*tree).size() == 1);
  CHECK(written::body_of<Figure>(*tree, nodes_of<Figure>(*tree)[0]).title == "Datasett 2021");
  CHECK(nodes_of<Panel>(*tree).size() == 1);
  REQUIRE(nodes_of<PageBreak>(*tree).size() == 1);
  CHECK(written::body_of<PageBreak>(*tree, nodes_of<PageBreak>(*tree)[0]).master == "opener");
  CHECK(paragraphs(*tree) == Words{"Hode", "Før.", "Ramme", "Inni, 47\u00A0%.", "Etter, se tabell\u00A01."});
  CHECK(report.mistakes().empty());
}

TEST_CASE("bindings of any fence are left to its block", "[content]") {
  for (const auto& [open, close] : std::vector<std::pair<std::string, std::string>>{{"```", "```"}, {"~~~", "~~~"}, {"````", "`````  "}, {"  ```", "   ```"}}) {
    Report report;
    const auto tree = report.compose_prose("{{ trust.number }}\n\n" + open + "text\ntext = \"{{ goal.number }}\"\nitems = { repeat = \"goals\", as = \"goal\" }\n" + close + "\n\n{{ trust.number }}\n");
    INFO(open << (report.mistakes().empty() ? "" : report.mistakes().front()));
    REQUIRE(tree);
    CHECK(paragraphs(*tree) == Words{"47", "1, 2 og 3", "47"});
  }
  Report report;
  const auto tree = report.compose_prose("```{{ trust.number }}``` er kode\n\n{{ trust.number }}\n");
  REQUIRE(tree);
  CHECK(paragraphs(*tree) == Words{"47 er kode", "47"});
}

TEST_CASE("braces in a quoted text do not end a binding", "[content]") {
  Report report;
  const auto tree = report.compose_prose("{{ literal \"}} {{\" }} og {{ trust.number }}\n");
  REQUIRE(tree);
  CHECK(paragraphs(*tree) == Words{"}} {{ og 47"});
  CHECK(mistakes_in("{{ 'åpen }} og {{ trsut }}\n") == Mistakes{"content.bad-expression text.md:1:4", "content.unknown-binding text.md:1:19"});
}

TEST_CASE("a binding that is never closed is reported once, however many follow", "[content]") {
  std::string open;
  for (int i = 0; i < 50000; ++i) open += "{{ ";
  CHECK(mistakes_in("å " + open + "\n") == Mistakes{"content.bad-expression text.md:1:3"});
}

TEST_CASE("mistakes in a fence stand at their place in the Markdown file", "[content]") {
  CHECK(mistakes_in("Åå {{ trust\n}}.\n\n```page\nmaster = \"x\"\nmastr = \"y\"\n```\n") == Mistakes{"definition.unknown-key text.md:6:1"});
  CHECK(mistakes_in("En.\n\n```text\ntext = \"æ {{ trsut }}\"\n```\n") == Mistakes{"content.unknown-binding text.md:4:14"});
  CHECK(mistakes_in("En.\n\n```pgae\n```\n") == Mistakes{"definition.unknown-value text.md:3:4"});
}

TEST_CASE("deep nesting of quotes, lists and emphasis is refused and ends", "[content]") {
  const auto repeated = [](const std::string& one, int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += one;
    return text;
  };
  CHECK_FALSE(mistakes_in(repeated("> ", 3000) + "dypt\n").empty());
  CHECK_FALSE(mistakes_in(repeated("- ", 300) + "dypt\n").empty());
  CHECK_FALSE(mistakes_in(repeated("**a ", 3000) + repeated(" b**", 3000) + "\n").empty());
}

TEST_CASE("words in another language carry it, through emphasis, bindings and nesting, and the text stays", "[content]") {
  Report report;
  const auto tree = report.compose_prose("På [sámi *giella* {{ trust }} [the end]{lang=en-GB} ja]{lang=se} igjen.\n\nEt [par](https://a.no) [i klammer] her.\n");
  REQUIRE(tree);
  CHECK(paragraphs(*tree).at(0) == "På sámi giella 47\u00A0prosent the end ja igjen.");
  Words languages;
  for (const Inline& one : inlines_at(*tree, 0)) languages.push_back(one.text + "|" + one.language);
  CHECK(languages == Words{"På |", "sámi |se", "giella|se", " |se", "47\u00A0prosent|se", " |se", "the end|en-GB", " ja|se", " igjen.|"});
  for (const Inline& one : inlines_at(*tree, 1)) CHECK(one.language.empty());
}

TEST_CASE("words may be raised, lowered or in small capitals, in another language too, and the text stays", "[content]") {
  Report report;
  const auto tree = report.compose_prose("Et m[2]{sup}, CO[2]{sub} og [Nato [*to*]{sup}]{small-caps} i [sámi [se]{sup}]{lang=se}, ikke [opp]{supp}.\n");
  REQUIRE(tree);
  CHECK(paragraphs(*tree).at(0) == "Et m2, CO2 og Nato to i sámi se, ikke [opp]{supp}.");
  Words forms;
  for (const Inline& one : inlines_at(*tree, 0))
    if (one.form != Inline::Form::plain || !one.language.empty()) forms.push_back(one.text + "|" + std::to_string(static_cast<int>(one.form)) + one.language);
  CHECK(forms == Words{"2|1", "2|2", "Nato |3", "to|1", "sámi |0se", "se|1se"});
}

TEST_CASE("mistakes keep their column beside words in another language, and a wrong tag has its own", "[content]") {
  CHECK(mistakes_in("På m[2]{sup} og {{ trsut }}\n") == Mistakes{"content.unknown-binding text.md:1:20"});
  CHECK(mistakes_in("På [sámi]{lang=se} og {{ trsut }}\n") == Mistakes{"content.unknown-binding text.md:1:26"});
  CHECK(mistakes_in("På [sámi {{ trsut }}]{lang=se}\n") == Mistakes{"content.unknown-binding text.md:1:13"});
  CHECK(mistakes_in("På [sámi]{lang=en_GB}\n") == Mistakes{"content.bad-language text.md:1:10"});
  CHECK(mistakes_in("[a <b>]{lang=se} <i>\n") == Mistakes{"content.html-not-allowed text.md:1:4", "content.html-not-allowed text.md:1:18"});
}

TEST_CASE("a bracket that no language follows is text, and none reaches over a paragraph", "[content]") {
  Report report;
  const auto tree = report.compose_prose("En [uten\n\nslutt]{lang=se} her og [med]{lan=se}.\n\n\\[escaped]{lang=se}\n");
  REQUIRE(tree);
  CHECK(paragraphs(*tree) == Words{"En [uten", "slutt]{lang=se} her og [med]{lan=se}.", "[escaped]{lang=se}"});
}
