// SPDX-License-Identifier: Apache-2.0
#include "manifest/manifest.hpp"

#include <catch2/catch.hpp>
#include <fstream>

#include "manifest/read_manifest.hpp"
#include "support/process.hpp"

using namespace tilstand;
using manifest::Manifest;

namespace {

Manifest small() {
  Manifest one;
  one.program = "tilstand 0";
  one.libraries = {"a 1", "b 2"};
  one.series = "small-{{ year }}";
  one.title = "A \"title\"";
  one.language = "nb";
  one.date = "2031-12-31";
  one.data = "data";
  one.output = {"small.pdf", "ab"};
  one.parts = {{"first", "Første", "d1", 1, 2}, {"second", "Andre", "d2", 0, 0}};
  one.blocks = {{"paragraph", 0, "b1", "Ord"}, {"row", 0, "b2", ""}, {"table", manifest::Page::no_part, "b3", "T"}};
  one.pages = {{"i", 0, "t1", "l1", 79200, {0, 1}}, {"ii", manifest::Page::no_part, "t2", "l2", 68400, {0, 2}}, {"1", 1, "t3", "l3", 0, {}}};
  one.figures = {{"sheep", 2031, {{"label", "Sauer"}, {"unit", "count"}}, {{2030, "-3.5", "v.csv:2:3"}, {2031, "4", "v.csv:3:3"}}}, {"none", 0, {}, {}}};
  one.inputs = {{"../x.toml", "cd"}};
  return one;
}

struct Written {
  support::Folder folder{"manifest"};
  Sources sources;
  Diagnostics diagnostics;

  std::optional<Manifest> read(const std::string& text) {
    std::ofstream(folder.file("m.json"), std::ios::binary) << text;
    diagnostics = {};
    return manifest::read_manifest(folder.file("m.json"), sources, diagnostics);
  }
  std::string code() const { return diagnostics.list().size() == 1 ? diagnostics.list().front().code : std::to_string(diagnostics.list().size()); }
};

std::string replaced(std::string text, const std::string& old, const std::string& now) {
  const std::size_t at = text.find(old);
  REQUIRE(at != std::string::npos);
  return text.replace(at, old.size(), now);
}

}  // namespace

TEST_CASE("a manifest that is written is read back the same", "[manifest][unit]") {
  Written written;
  const std::string json = to_json(small());
  const auto read = written.read(json);
  REQUIRE(read);
  CHECK(to_json(*read) == json);
  CHECK(read->pages[1].blocks == std::vector<std::uint32_t>{0, 2});
  CHECK(read->blocks[2].part == manifest::Page::no_part);
  CHECK(read->figures[0].current()->number == "4");
  CHECK(read->figures[0].at(2030)->number == "-3.5");
  CHECK(read->figures[1].current() == nullptr);
  CHECK(read->figures[0].field("unit") == "count");
  const auto empty = written.read(to_json(Manifest{}));
  REQUIRE(empty);
  CHECK(to_json(*empty) == to_json(Manifest{}));
}

TEST_CASE("what is no manifest is refused at its place", "[manifest][unit]") {
  Written written;
  const std::string json = to_json(small());
  CHECK(!written.read("%PDF-1.7"));
  CHECK(written.code() == "manifest.not-json");
  for (const std::string text : {"{}", "[]", "7", "{\"format\": 2}", "{\"format\": 1}"}) {
    CHECK(!written.read(text));
    CHECK(written.code() == "manifest.not-a-manifest");
  }
  for (const auto& [old, now] : std::vector<std::pair<std::string, std::string>>{{"\"first\": 1", "\"first\": -1"},
                                                                                 {"\"first\": 1", "\"first\": \"1\""},
                                                                                 {"\"part\": 0", "\"part\": 2"},
                                                                                 {"[[0, 1]]", "[[0, 9]]"},
                                                                                 {"[[0, 1]]", "[[1, 0]]"},
                                                                                 {"[[0, 1]]", "[[0]]"},
                                                                                 {"[0, 0], [2, 2]", "[2, 2], [0, 0]"},
                                                                                 {"\"-3.5\"", "\"many\""},
                                                                                 {"\"value\"", "\"valve\""},
                                                                                 {"\"title\": \"F", "\"tittle\": \"F"},
                                                                                 {"{ \"file\": \"small.pdf\"", "{ \"name\": \"small.pdf\""}}) {
    INFO(now);
    CHECK(!written.read(replaced(json, old, now)));
    CHECK(written.code() == "manifest.not-a-manifest");
    CHECK(written.diagnostics.list().front().span.begin.line > 1);
  }
  Diagnostics missing;
  CHECK(!manifest::read_manifest(written.folder.file("none"), written.sources, missing));
  CHECK(missing.list().front().code == "manifest.missing-file");
}

TEST_CASE("a cut manifest is refused wherever it is cut", "[manifest][unit]") {
  Written written;
  const std::string json = to_json(small());
  for (std::size_t size = 0; size + 2 < json.size(); size += 7) CHECK(!written.read(json.substr(0, size)));
}

TEST_CASE("an edition is found by its manifest, its PDF or its folder", "[manifest][unit]") {
  using Kind = manifest::Place::Kind;
  const support::Folder folder("place");
  const std::string manifest = folder.file("a.manifest.json"), here = folder.file("");
  std::ofstream(manifest) << "{}";
  CHECK(manifest::place_of(manifest).path == manifest);
  CHECK(manifest::place_of(folder.file("a.pdf")).path == manifest);
  CHECK(manifest::place_of(here).kind == Kind::edition);
  std::ofstream(folder.file("b.manifest.json")) << "{}";
  CHECK(manifest::place_of(here).kind == Kind::data);
  std::ofstream(folder.file("data.toml")) << "";
  CHECK(manifest::place_of(here).kind == Kind::data);
}
