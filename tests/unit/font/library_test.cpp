// SPDX-License-Identifier: Apache-2.0
#include "font/library.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "digest/sha256.hpp"
#include "font/inspect.hpp"

using namespace tilstand;
namespace fs = std::filesystem;

namespace {

const std::string fonts = std::string(TILSTAND_ROOT) + "/fonts";

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// A folder of its own for one test, gone afterwards.
struct Folder {
  fs::path path;
  explicit Folder(const std::string& name) : path(fs::temp_directory_path() / ("tilstand-font-" + name)) {
    fs::remove_all(path);
    fs::create_directories(path);
  }
  ~Folder() { fs::remove_all(path); }
  void write(const std::string& name, const std::string& text) const { std::ofstream(path / name, std::ios::binary) << text; }
};

std::vector<std::string> codes(const Diagnostics& diagnostics) {
  std::vector<std::string> list;
  for (const Diagnostic& diagnostic : diagnostics.list()) list.push_back(diagnostic.code);
  return list;
}

std::vector<std::string> codes_of(const Folder& folder) {
  Sources sources;
  Diagnostics diagnostics;
  const bool found = font::read_library(folder.path.string(), {}, sources, diagnostics).has_value();
  CHECK(found == !diagnostics.has_errors());
  return codes(diagnostics);
}

}  // namespace

TEST_CASE("the project's fonts are read with family, weight and slant in the order of the list", "[font]") {
  Sources sources;
  Diagnostics diagnostics;
  const auto library = font::read_library(fonts, {}, sources, diagnostics);
  REQUIRE(library);
  CHECK(diagnostics.list().empty());
  REQUIRE(library->faces.size() == 12);
  const font::Face& light = library->faces[4];
  CHECK(light.file == "InterDisplay-Light.otf");
  CHECK(light.family == "Inter Display");
  CHECK(light.weight == 300);
  CHECK_FALSE(light.italic);
  CHECK(light.embeddable);
  CHECK(light.sha256 == digest::sha256(light.bytes));
  CHECK(library->faces[3].family == "Inter");
  CHECK(library->faces[3].weight == 600);
  CHECK(library->faces[8].family == "Vollkorn");
  CHECK(library->faces[8].italic);
  CHECK(library->faces[10].postscript_name == "Vollkorn-Regular");
}

TEST_CASE("a folder without a list, with an empty list or with a broken line is told of", "[font]") {
  const Folder folder("list");
  CHECK(codes_of(folder) == std::vector<std::string>{"font.missing-file"});
  folder.write("SHA256SUMS", "");
  CHECK(codes_of(folder) == std::vector<std::string>{"font.no-fonts"});
  folder.write("SHA256SUMS", "abc  font.otf\n");
  CHECK(codes_of(folder) == std::vector<std::string>{"font.unreadable"});
  folder.write("SHA256SUMS", std::string(64, 'a') + "  ../font.otf\n");
  CHECK(codes_of(folder) == std::vector<std::string>{"font.unreadable"});
}

TEST_CASE("a listed file that is absent, changed or no font is told of", "[font]") {
  const Folder folder("file");
  const std::string bytes = read(fonts + "/Inter-Regular.otf");
  folder.write("SHA256SUMS", digest::sha256(bytes) + "  a.otf\n");
  CHECK(codes_of(folder) == std::vector<std::string>{"font.missing-file"});
  folder.write("a.otf", bytes + "x");
  CHECK(codes_of(folder) == std::vector<std::string>{"font.wrong-checksum"});
  folder.write("a.otf", "no font at all");
  folder.write("SHA256SUMS", digest::sha256("no font at all") + " *a.otf\n");
  CHECK(codes_of(folder) == std::vector<std::string>{"font.unreadable"});
}

TEST_CASE("a font that forbids embedding is told of", "[font]") {
  const Folder folder("permission");
  std::string bytes = read(fonts + "/Vollkorn-Regular.ttf");
  const std::size_t record = bytes.find("OS/2");
  REQUIRE(record != std::string::npos);
  std::size_t offset = 0;
  for (std::size_t i = 8; i < 12; ++i) offset = offset << 8 | static_cast<unsigned char>(bytes[record + i]);
  bytes[offset + 9] = 2;
  folder.write("a.ttf", bytes);
  folder.write("SHA256SUMS", digest::sha256(bytes) + "  a.ttf\n");
  CHECK(codes_of(folder) == std::vector<std::string>{"font.not-embeddable"});
}

TEST_CASE("cut and garbled fonts are looked at without harm", "[font]") {
  const std::string bytes = read(fonts + "/Inter-Regular.otf");
  std::mt19937 random(7);
  for (const std::size_t size : {std::size_t{0}, std::size_t{3}, std::size_t{12}, std::size_t{200}, std::size_t{5000}})
    CHECK(font::inspect(bytes.substr(0, size)).size() <= 1);
  for (int round = 0; round < 200; ++round) {
    std::string garbled = bytes;
    for (int i = 0; i < 8; ++i) garbled[random() % 400] = static_cast<char>(random());
    for (int i = 0; i < 8; ++i) garbled[random() % garbled.size()] = static_cast<char>(random());
    CHECK(font::inspect(garbled).size() <= 256);
  }
}
