// SPDX-License-Identifier: Apache-2.0
#include "definition/toml.hpp"

#include <catch2/catch.hpp>

#include "unit/definition/folder.hpp"

namespace tilstand::definition {
namespace {

std::string span_text(const SourceSpan& span) {
  const auto text = [](Position at) { return std::to_string(at.line) + ":" + std::to_string(at.column); };
  return text(span.begin) + "-" + text(span.end);
}

struct Parsed {
  Folder folder;
  std::optional<Toml> root;

  explicit Parsed(const std::string& text) {
    const FileId file = folder.sources.add("t.toml", text);
    root = parse_toml(file, folder.sources, folder.diagnostics);
  }
  const Toml& operator[](const char* key) const {
    REQUIRE(root);
    const Toml* value = root->find(key);
    REQUIRE(value != nullptr);
    return *value;
  }
};

TEST_CASE("values keep their type", "[definition]") {
  const Parsed toml("b = true\ni = -7\nd = 0.5\ns = \"x\"\na = [1, \"two\"]\nt = { k = 1 }\nday = 2022-06-15\n");
  CHECK(std::get<bool>(toml["b"].value));
  CHECK(std::get<std::int64_t>(toml["i"].value) == -7);
  CHECK(std::get<double>(toml["d"].value) == 0.5);
  CHECK(std::get<std::string>(toml["s"].value) == "x");
  CHECK(std::get<Toml::Array>(toml["a"].value).size() == 2);
  CHECK(toml["t"].find("k") != nullptr);
  CHECK(toml["t"].find("none") == nullptr);
  CHECK(toml["i"].find("k") == nullptr);
  CHECK(std::get<std::string>(toml["day"].value) == "2022-06-15");
}

TEST_CASE("a string's span covers what stands inside its quotes", "[definition]") {
  const Parsed toml("a = \"blå\"\nb = 'x'\nc = \"\"\"\nfirst\nlast\"\"\"\nd = \"\"\n");
  CHECK(span_text(toml["a"].span) == "1:6-1:9");
  CHECK(span_text(toml["b"].span) == "2:6-2:7");
  CHECK(span_text(toml["c"].span) == "4:1-5:5");
  CHECK(span_text(toml["d"].span) == "6:6-6:6");
}

TEST_CASE("columns count characters, and a byte order mark is none", "[definition]") {
  const Parsed toml("\xEF\xBB\xBF\"ø\" = 1\n");
  CHECK(span_text(toml["ø"].span) == "1:7-1:8");
}

TEST_CASE("members stand in the order of the file", "[definition]") {
  const Parsed toml("z = 1\na = 2\nm = 3\n");
  REQUIRE(toml.root);
  std::string order;
  for (const Toml::Member& member : std::get<Toml::Table>(toml.root->value)) order += member.key;
  CHECK(order == "zam");
}

TEST_CASE("a syntax error is told where it is", "[definition]") {
  Parsed toml("a = 1\nb = \n");
  CHECK_FALSE(toml.root);
  CHECK(toml.folder.mistakes() == Mistakes{"definition.syntax t.toml:2:5"});
}

TEST_CASE("letters outside ASCII are told unless they stand in quotation marks or a comment", "[definition]") {
  Parsed bare("a = 1  # æ\n\"å\" = 'ø' \nb = \"\"\"\nå \"\" å\"\"\"\nstørst = 1\n");
  CHECK_FALSE(bare.root);
  CHECK(bare.folder.mistakes() == Mistakes{"definition.syntax t.toml:5:3"});
  CHECK(Parsed("t=1\"ø").folder.mistakes() == Mistakes{"definition.syntax t.toml:1:5"});
  CHECK(Parsed("a.'ø' = { \"ø\" = [ 'ø' , \"\" ] }  # ø\n[ \"ø\" ]\n\"å\" = \"\"\n").root.has_value());
  CHECK(Parsed("\xEF\xBB\xBF\"å\" = \"\\\"ø\" # æ\n").root.has_value());
}

TEST_CASE("a string that is not closed is told at the end of its line", "[definition]") {
  Parsed toml("a = \"x\nb = 1\n");
  CHECK(toml.folder.mistakes() == Mistakes{"definition.syntax t.toml:1:7"});
  CHECK(toml.folder.message() == "this string is not closed on its line");
}

TEST_CASE("a fragment's places are those of its file", "[definition]") {
  Folder folder;
  const FileId file = folder.sources.add("p.md", "```chart\nx = \"y\"\n```\n");
  const auto toml = parse_toml_at("x = \"y\"\n", file, {2, 1}, folder.diagnostics);
  REQUIRE(toml);
  CHECK(span_text(toml->find("x")->span) == "2:6-2:7");
}

TEST_CASE("no nesting exhausts the stack", "[definition]") {
  const auto repeated = [](const std::string& piece, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += piece;
    return text;
  };
  for (const std::string& text : {"a = " + repeated("[", 100000), repeated("a.", 100000) + "a = 1", "a = " + repeated("{ b = ", 100000)}) {
    Parsed toml(text);
    CHECK_FALSE(toml.root);
    REQUIRE(toml.folder.diagnostics.list().size() == 1);
    CHECK(toml.folder.diagnostics.list().front().code == "definition.syntax");
  }
}

TEST_CASE("bytes that are not UTF-8 are told by their place", "[definition]") {
  Folder folder;
  CHECK_FALSE(load_file(folder.put("a.toml", "x = 1\ny = \"\xF8\"\n"), {}, folder.sources, folder.diagnostics).has_value());
  CHECK(folder.mistakes() == Mistakes{"definition.invalid-utf8 a.toml:2:6"});
}

TEST_CASE("a file that is not there is told where it is named, with a name that is near", "[definition]") {
  Folder folder;
  folder.put("theme.toml", "");
  const FileId named = folder.sources.add("report.toml", "theme = \"theem.toml\"\n");
  const std::string wanted = std::filesystem::path(folder.put("x", "")).parent_path().string() + "/theem.toml";
  CHECK_FALSE(load_file(wanted, {named, {1, 10}, {1, 20}}, folder.sources, folder.diagnostics).has_value());
  CHECK(folder.mistakes() == Mistakes{"definition.missing-file report.toml:1:10"});
  CHECK(folder.hint() == "did you mean \"theme.toml\"?");
}

TEST_CASE("a folder that is not there is told", "[definition]") {
  Folder folder;
  const std::string here = std::filesystem::path(folder.put("x", "")).parent_path().string();
  std::filesystem::create_directory(here + "/layouts");
  CHECK_FALSE(load_file(here + "/layout/a.toml", {}, folder.sources, folder.diagnostics).has_value());
  CHECK(folder.hint() == "there is no folder \"" + here + "/layout\"; did you mean \"layouts\"?");
}

TEST_CASE("a folder is no file", "[definition]") {
  Folder folder;
  const std::string here = std::filesystem::path(folder.put("x", "")).parent_path().string();
  CHECK_FALSE(load_file(here, {}, folder.sources, folder.diagnostics).has_value());
  CHECK(folder.message() == "\"" + here + "\" is a folder, a file was expected");
}

}  // namespace
}  // namespace tilstand::definition
