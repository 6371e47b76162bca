// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "content/compose.hpp"
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

std::string block(const std::string& kind, const std::string& keys) { return "[[part.block]]\nkind = \"" + kind + "\"\n" + keys + "\n"; }

const std::string matter =
    "[[part]]\nid = \"goals\"\ntitle = \"målene\"\nmaster = \"text\"\n" + block("heading", "id = \"head\"\nlevel = 2\ntext = \"Et kapittel\"") +
    block("chart", "id = \"chart\"\ntype = \"columns\"\ntitle = \"Tilliten faller\"\nfigures = [\"trust\"]") +
    block("table", "id = \"table\"\ntitle = \"Tallene\"\nrepeat = \"goals\"\nas = \"g\"\n[[part.block.column]]\nhead = \"Navn\"\nline = [{ text = \"{{ g.name }}\" }]") +
    block("chart", "id = \"bare\"\ntype = \"columns\"\nfigures = [\"trust\"]");

/// The paragraph that one text makes beside the matter.
std::vector<std::string> printed(Report& report, const std::string& text) {
  const auto tree = report.compose(matter + block("text", "text = \"" + text + "\""));
  if (!tree) return report.mistakes();
  return {paragraphs(*tree).back()};
}

}  // namespace

TEST_CASE("a reference says number, title or page, as it is asked", "[content]") {
  const std::string nb = "\u00A0";
  const std::vector<std::pair<std::string, std::string>> cases{
      {"[@chart]", "figur" + nb + "1"}, {"[@table]", "tabell" + nb + "1"}, {"[@head]", "Et kapittel"}, {"[@goals]", "målene"},
      {"[@number:table]", "1"}, {"[@title:chart]", "Tilliten faller"}, {"[@title:goals]", "målene"},
      {"[@full:chart]", "figur" + nb + "1, «Tilliten faller», side" + nb + "{page}"}, {"[@full:goals]", "«målene», side" + nb + "{page}"},
      {"[@pages:goals]", "side" + nb + "{pages}"}, {"[den](@chart)", "den"}};
  for (const auto& [written, wanted] : cases) {
    Report report;
    CHECK(printed(report, "Se " + written) == Words{"Se " + wanted});
  }
}

TEST_CASE("a reference that begins with a capital begins a sentence", "[content]") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"[@Chart]", "Figur\u00A01"}, {"[@Goals]", "Målene"}, {"[@Title:goals]", "Målene"}, {"[@Full:table]", "Tabell\u00A01, «Tallene», side\u00A0{page}"}, {"[@Pages:goals]", "Side\u00A0{pages}"}};
  for (const auto& [written, wanted] : cases) {
    Report report;
    CHECK(printed(report, written) == Words{wanted});
  }
}

TEST_CASE("a name with a capital of its own is no start of a sentence", "[content]") {
  Report report;
  const auto tree = report.compose("[[part]]\nid = \"Goals\"\ntitle = \"målene\"\nmaster = \"text\"\n" + block("text", "text = \"Se [@Goals]\""));
  REQUIRE(tree);
  CHECK(paragraphs(*tree) == Words{"Se målene"});
}

TEST_CASE("references are worded in the report's language", "[content]") {
  Report report("nn");
  CHECK(printed(report, "[@Full:table]") == Words{"Tabell\u00A01, «Tallene», side\u00A0{page}"});
}

TEST_CASE("a reference that leads nowhere is told of at its place, in every form", "[content]") {
  for (const char* written : {"[@page:chrat]", "[@pages:chrat]", "[@full:chrat]", "[@Chrat]", "[ord](@chrat)", "[@term:chart]", "[@]"}) {
    Report report;
    const Mistakes mistakes = printed(report, std::string("Se ") + written);
    REQUIRE(mistakes.size() == 1);
    CHECK(mistakes[0].starts_with("content.unknown-reference report.toml:"));
    CHECK(mistakes[0].ends_with(written == std::string("[ord](@chrat)") ? ":13" : ":12"));
  }
  Report report;
  printed(report, "Se [@page:chrat]");
  CHECK(report.diagnostics.list().back().hint.find("chart") != std::string::npos);
}

TEST_CASE("a thing without number or title can't be referred to by it", "[content]") {
  for (const char* written : {"[@number:goals]", "[@bare]", "[@title:bare]", "[@full:bare]"}) {
    Report report;
    const Mistakes mistakes = printed(report, written);
    REQUIRE(mistakes.size() == 1);
    CHECK(mistakes[0].starts_with("content.unknown-reference"));
  }
  Report report;
  CHECK(printed(report, "[@page:bare]") == Words{"side"});
}
