// SPDX-License-Identifier: Apache-2.0
#include "diff/compare.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "support/process.hpp"

using namespace tilstand;
using diff::Kind;
using manifest::Figure;

namespace {

Figure figure(const std::string& name, std::vector<manifest::Value> values, const std::string& unit = "percent") {
  return {name, values.empty() ? 0 : values.back().year, {{"unit", unit}, {"label", "Label of " + name}, {"source", "S"}}, std::move(values)};
}

/// "kind name: what before>after; …" of each entry.
std::vector<std::string> told(const diff::Section& section) {
  constexpr const char* kinds[] = {"changed", "added", "gone"};
  std::vector<std::string> list;
  for (const diff::Entry& entry : section.entries) {
    std::string text = std::string(kinds[static_cast<int>(entry.kind)]) + " " + entry.name;
    for (const diff::Change& change : entry.changes) text += "; " + change.what + " " + change.before + ">" + change.after;
    list.push_back(text);
  }
  return list;
}

/// A folder of data in two versions.
struct Folders {
  support::Folder folder{"diff"};
  locale::Forms forms{"nb"};
  Sources sources;
  Diagnostics diagnostics;

  Folders() {
    for (const char* side : {"a", "b"}) {
      const std::string here = std::string(side) + "/";
      std::filesystem::create_directories(folder.file(here + "nb"));
      write(here + "data.toml", "format = 1\n[record.about]\nyear = 2021\ntitle = \"T\"\n[table.farms]\nfile = \"farms.csv\"\nkey = \"name\"\n[table.farms.columns]\n"
                                "name = \"text\"\narea = \"integer\"\n[table.marks]\nfile = \"marks.csv\"\n[table.marks.columns]\nsign = \"text\"\n[figures]\nfile = \"figures.csv\"\nvalues = \"values.csv\"\nstatus-year = 2021\n");
      write(here + "farms.csv", "name,area\nNord,120\nSør,80\n");
      write(here + "marks.csv", "sign\nx\ny\nx\n");
      write(here + "figures.csv", "name,label,unit,favourable,source\nsheep,Sauer,count,higher,Kontoret\ntrust,Tillit,percent,higher,Kontoret\n");
      write(here + "values.csv", "figure,year,value,source-label,acknowledged\nsheep,2021,1575,,\ntrust,2020,50,,\ntrust,2021,47,,\n");
      write(here + "nb/one.md", "First.\n\nSecond.\n");
      write(here + "logo.svg", "<svg/>");
    }
  }
  void write(const std::string& name, const std::string& text) const { std::ofstream(folder.file(name), std::ios::binary) << text; }
  std::optional<diff::Difference> compare() {
    diagnostics = {};
    return diff::compare_data(folder.file("a"), folder.file("b"), forms, sources, diagnostics);
  }
  std::vector<std::string> all() {
    const auto difference = compare();
    std::vector<std::string> list;
    if (!difference) return {"nothing"};
    for (const diff::Section& section : difference->sections)
      for (const std::string& one : told(section)) list.push_back(section.id + " " + one);
    return list;
  }
};

}  // namespace

TEST_CASE("values are printed as the language writes them", "[diff][unit]") {
  const locale::Forms forms("nb");
  CHECK(diff::printed("47", "percent", forms) == "47\u00A0%");
  CHECK(diff::printed("-3.5", "number", forms) == "\u22123,5");
  CHECK(diff::printed("9257", "count", forms) == "9\u00A0257");
  CHECK(diff::printed("5", "rank", forms) == "5.");
  CHECK(diff::printed("12", "mill. kr", forms) == "12\u00A0mill. kr");
  CHECK(diff::printed("many", "count", forms) == "many");
}

TEST_CASE("figures that changed, came and went are found, and no others", "[diff][unit]") {
  const locale::Forms forms("nb");
  const std::vector<Figure> before{figure("a", {{2020, "50", "v:1"}, {2021, "47", "v:2"}}), figure("b", {{2021, "1", ""}}), figure("c", {{2021, "2", ""}}), figure("d", {})};
  CHECK(diff::compare_figures(before, before, forms).entries.empty());
  const std::vector<Figure> after{figure("a", {{2020, "51", "v:1"}, {2021, "47.0", "v:2"}}), figure("c", {{2021, "2", ""}}, "count"), figure("d", {}), figure("e", {{2021, "9", ""}})};
  CHECK(told(diff::compare_figures(before, after, forms)) ==
        std::vector<std::string>{"changed a; 2020 50\u00A0%>51\u00A0%", "changed c; unit percent>count", "added e; value >9\u00A0% (2021)", "gone b; value 1\u00A0% (2021)>"});
}

TEST_CASE("a new year changes the value and the years", "[diff][unit]") {
  const locale::Forms forms("nb");
  const diff::Section section = diff::compare_figures({figure("a", {{2020, "50", "old:1"}, {2021, "47", "old:2"}})}, {figure("a", {{2021, "47", "new:1"}, {2022, "47", "new:2"}})}, forms);
  CHECK(told(section) == std::vector<std::string>{"changed a; value 47\u00A0% (2021)>47\u00A0% (2022); years 2020, 2021>2021, 2022"});
  CHECK(section.entries[0].changes[0].place_before == "old:2");
  CHECK(section.entries[0].changes[0].place_after == "new:2");
  CHECK(section.entries[0].label == "Label of a");
}

TEST_CASE("equal folders do not differ", "[diff][unit]") {
  Folders folders;
  const auto difference = folders.compare();
  REQUIRE(difference);
  CHECK(difference->empty());
  CHECK(to_text(*difference) == "no differences\n");
}

TEST_CASE("each planted change of a folder is found, with its place", "[diff][unit]") {
  Folders folders;
  folders.write("b/values.csv", "figure,year,value,source-label,acknowledged\nsheep,2021,1600,,\ntrust,2020,50,,\ntrust,2021,47,,\n");
  CHECK(folders.all() == std::vector<std::string>{"figures changed sheep; value 1\u00A0575 (2021)>1\u00A0600 (2021)"});
  CHECK(folders.compare()->sections[0].entries[0].changes[0].place_after == "values.csv:2:12");
  folders.write("a/values.csv", "figure,year,value,source-label,acknowledged\nsheep,2021,1600,,\ntrust,2020,50,,\ntrust,2021,47,,\n");
  folders.write("b/farms.csv", "name,area\nSør,81\nVest,7\n");
  CHECK(folders.all() == std::vector<std::string>{"tables changed farms Sør; area 80>81", "tables added farms Vest; row >Vest | 7", "tables gone farms Nord; row Nord | 120>"});
  folders.write("b/farms.csv", "name,area\nSør,80\nNord,120\n");
  CHECK(folders.all().empty());  // the order of keyed rows says nothing
  folders.write("b/marks.csv", "sign\ny\nx\nz\n");
  CHECK(folders.all() == std::vector<std::string>{"tables gone marks row 1; row x>", "tables added marks row 3; row >z"});
  folders.write("b/marks.csv", "sign\nx\ny\nx\n");
  folders.write("b/nb/one.md", "First.\n\nThe second.\n\nThird.\n");
  folders.write("b/nb/two.md", "New.\n");
  folders.write("a/old.md", "No prose: it lies in no language.");
  folders.write("b/logo.svg", "<svg />");
  CHECK(folders.all().size() == 4);
  CHECK(folders.all()[0] == "prose changed nb/one.md; line 3 Second.>The second.; line 5 >Third.");
  CHECK(folders.all()[1] == "prose added nb/two.md");
  CHECK(folders.all()[2].starts_with("files changed logo.svg; SHA-256 "));
  CHECK(folders.all()[3] == "files gone old.md");
}

TEST_CASE("single values are compared by record and name", "[diff][unit]") {
  Folders folders;
  std::string text = support::read_file(folders.folder.file("b/data.toml"));
  text.replace(text.find("title = \"T\""), 11, "heading = \"T\"");
  text.replace(text.find("year = 2021"), 11, "year = 2022");
  folders.write("b/data.toml", text);
  CHECK(folders.all() == std::vector<std::string>{"records added about.heading; value >T", "records changed about.year; value 2021>2022", "records gone about.title; value T>"});
}

TEST_CASE("rows may be told apart by several columns", "[diff][unit]") {
  Folders folders;
  for (const std::string side : {"a/", "b/"}) {
    std::string text = support::read_file(folders.folder.file(side + "data.toml"));
    text.replace(text.find("key = \"name\""), 12, "key = [\"name\", \"area\"]");
    folders.write(side + "data.toml", text);
  }
  folders.write("a/farms.csv", "name,area\nNord,1\nNord,2\n");
  folders.write("b/farms.csv", "name,area\nNord,3\nNord,1\n");
  CHECK(folders.all() == std::vector<std::string>{"tables added farms Nord, 3; row >Nord | 3", "tables gone farms Nord, 2; row Nord | 2>"});
}

TEST_CASE("a folder with errors is not compared", "[diff][unit]") {
  Folders folders;
  folders.write("b/values.csv", "figure,year,value,source-label,acknowledged\nsheep,2021,many,,\nghost,2021,1,,\ntrust,2021,47,,\n");
  CHECK(!folders.compare());
  CHECK(folders.diagnostics.list().size() >= 2);
}
