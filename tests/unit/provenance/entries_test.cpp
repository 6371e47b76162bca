// SPDX-License-Identifier: Apache-2.0
#include "provenance/entries.hpp"

#include <catch2/catch.hpp>

#include "provenance/write.hpp"

using namespace tilstand;
using provenance::Entry;

namespace {

/// A report that prints the figure `trust`, 47 in 2021 and 50 in 2020.
struct Setting {
  Sources sources;
  data::Dataset dataset;
  content::Tree tree;
  PrintedId now, change;

  Setting() {
    const FileId file = sources.add("data/values.csv", "figure,year,value\ntrust,2020,50\ntrust,2021,47\n");
    const auto cell = [file](std::uint32_t line) { return data::Cell{{file, {line, 12}, {line, 14}}}; };
    data::Figure figure;
    figure.id = {0};
    figure.name = "trust";
    figure.source = "Undersøkelsen";
    for (const std::uint32_t line : {2u, 3u}) {
      data::Observation one;
      one.year = 2018 + static_cast<int>(line);
      one.cells = {cell(line)};
      figure.observations.push_back(std::move(one));
    }
    dataset.figures.push_back(figure);
    now = tree.printed.add({"47 prosent", "trust", "value", {0}, {2021}, {}, {cell(3)}});
    change = tree.printed.add({"3 prosentpoeng", "trust", "change", {0}, {2020, 2021}, "trust[2021] - trust[2020]", {cell(2), cell(3)}});
  }
  std::vector<Entry> entries(const scene::Page& page) const { return provenance::entries_of(page, {tree, dataset, sources, "data"}); }
};

scene::Item run(std::string text, PrintedRanges printed, std::uint32_t tag = 4) {
  text::GlyphRun run;
  run.text = std::move(text);
  run.printed = std::move(printed);
  return {{{tag}, layout::Artifact::none}, scene::TextItem{{}, std::move(run)}};
}

}  // namespace

TEST_CASE("a printed number leads to its cell", "[provenance]") {
  const Setting setting;
  scene::Page page;
  page.index = 6;
  page.label = "5";
  page.items.push_back(run("om lag 47 prosent har", {{7, 17, setting.now}}));
  const std::vector<Entry> entries = setting.entries(page);
  REQUIRE(entries.size() == 1);
  CHECK(entries[0].page == 7);
  CHECK(entries[0].folio == "5");
  CHECK(entries[0].value == "47 prosent");
  CHECK(entries[0].cells == "values.csv:3:12");
  CHECK(entries[0].source == "Undersøkelsen");
  CHECK(entries[0].derivation.empty());
}

TEST_CASE("a number that a line divides is one, without the hyphen", "[provenance]") {
  const Setting setting;
  scene::Page page;
  page.items.push_back(run("3 prosent\u00AD", {{0, 9, setting.change}}));
  page.items.push_back(run("poeng ned", {{0, 5, setting.change}}));
  const std::vector<Entry> entries = setting.entries(page);
  REQUIRE(entries.size() == 1);
  CHECK(entries[0].value == "3 prosentpoeng");
  CHECK(entries[0].years == "2020, 2021");
  CHECK(entries[0].cells == "values.csv:2:12; values.csv:3:12");
  CHECK(entries[0].inputs == "trust[2020], trust[2021]");
  CHECK(entries[0].derivation == "trust[2021] - trust[2020]");
}

TEST_CASE("the same number in two elements is printed twice", "[provenance]") {
  const Setting setting;
  scene::Page page;
  page.items.push_back(run("47", {{0, 2, setting.now}}, 4));
  page.items.push_back(run("47", {{0, 2, setting.now}}, 5));
  CHECK(setting.entries(page).size() == 2);
}

TEST_CASE("a mark without a label is drawn, where its drawing stands", "[provenance]") {
  const Setting setting;
  scene::Page page;
  page.items.push_back(run("47", {{0, 2, setting.now}}));
  page.items.push_back(run("akse", {}));
  page.drawn.push_back({setting.change, 1});
  const std::vector<Entry> entries = setting.entries(page);
  REQUIRE(entries.size() == 2);
  CHECK_FALSE(entries[0].drawn);
  CHECK(entries[1].drawn);
  CHECK(entries[1].value == "3 prosentpoeng");
}

TEST_CASE("fields of the list are quoted as CSV and JSON ask", "[provenance]") {
  Entry entry;
  entry.page = 1;
  entry.value = "1,5 \"x\"";
  CHECK(provenance::csv_line(entry).find("\"1,5 \"\"x\"\"\"") != std::string::npos);
  CHECK(provenance::json_object(entry).find("\"value\": \"1,5 \\\"x\\\"\"") != std::string::npos);
  CHECK(provenance::csv_head().ends_with("\r\n"));
}
